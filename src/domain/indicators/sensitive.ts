import { disclosureThreshold } from "../statistics/disclosure";
import type { IndicatorDefinition } from "./indicator";
import type { Observation } from "./observation";

/** An indicator that equals a signed sum of others in the same area and period. */
export interface IndicatorSum {
  readonly total: string;
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

/** How the numbers of a source hang together, beside the ratios of its definitions. */
export interface Relations {
  readonly sums: readonly IndicatorSum[];
  /** Counts of which each is a part of the next. */
  readonly nested: readonly (readonly string[])[];
}

/** What is sensitive among some indicators. */
export interface Sensitive {
  /** Sensitive counts and amounts, also numerators of sensitive ratios. */
  readonly counts: ReadonlySet<string>;
  /** Those of them that are amounts: a sum of money is no number of people. */
  readonly amounts: ReadonlySet<string>;
  /** The counts that a sensitive count is a part of. */
  readonly wholes: ReadonlyMap<string, readonly string[]>;
}

export type Definitions = ReadonlyMap<string, IndicatorDefinition>;

export function sensitiveAmong(definitions: Definitions, nested: Relations["nested"] = []): Sensitive {
  const all = [...definitions.values()];
  const ratios = all.filter(
    ({ numeratorCode, sensitive }) =>
      numeratorCode !== null && (sensitive || definitions.get(numeratorCode)?.sensitive),
  );
  const bare = all.filter(({ numeratorCode, sensitive }) => sensitive && numeratorCode === null);
  const counts = new Set([
    ...all.filter(isSensitiveCount).map(({ code }) => code),
    ...ratios.map(({ numeratorCode }) => numeratorCode!),
    ...bare.map(({ code }) => numeratorOf(code, definitions)),
  ]);
  const amounts = new Set(
    all.flatMap(({ numeratorCode, unit }) =>
      numeratorCode !== null && definitions.get(numeratorCode)?.unit === unit ? numeratorCode : [],
    ),
  );
  const pairs = [
    ...ratios.map(({ numeratorCode, denominatorCode }) => [numeratorCode!, denominatorCode!] as const),
    ...bare.map(({ code }) => [numeratorOf(code, definitions), denominatorOf(code, definitions)] as const),
    ...nested.flatMap((chain) => chain.slice(0, -1).map((part, i) => [part, chain[i + 1]!] as const)),
  ];
  const wholes = new Map<string, string[]>();
  for (const [part, whole] of pairs) {
    if (!counts.has(part)) continue;
    const known = wholes.get(part) ?? [];
    if (!known.includes(whole)) wholes.set(part, [...known, whole]);
  }
  return { counts, amounts: new Set([...amounts].filter((code) => counts.has(code))), wholes };
}

/** The code of a part of a ratio; a part that is no indicator has a name of its own. */
export const numeratorOf = (code: string, definitions: Definitions): string =>
  definitions.get(code)?.numeratorCode ?? `${code}/numerator`;

export const denominatorOf = (code: string, definitions: Definitions): string =>
  definitions.get(code)?.denominatorCode ?? `${code}/denominator`;

/** An index or a rate without parts is no count of people. */
const isSensitiveCount = ({ sensitive, numeratorCode, aggregation, unit }: IndicatorDefinition): boolean =>
  sensitive === true &&
  numeratorCode === null &&
  (aggregation === "SUM" || unit === "persons" || unit === "households");

/** The sensitive counts with everything that a sum ties to them. */
export function tiedTo(counts: ReadonlySet<string>, sums: readonly IndicatorSum[]): ReadonlySet<string> {
  const tied = new Set(counts);
  for (let size = -1; size !== tied.size; ) {
    size = tied.size;
    for (const { total, plus, minus } of sums) {
      const codes = [total, ...plus, ...minus];
      if (codes.some((code) => tied.has(code))) for (const code of codes) tied.add(code);
    }
  }
  return tied;
}

/** Whether an observation of a sensitive indicator is unsafe by itself. What could be worked out with others only a whole table shows. */
export function isUnsafeAlone(
  definition: IndicatorDefinition,
  { value, numerator, denominator }: Pick<Observation, "denominator" | "numerator" | "value">,
): boolean {
  if (definition.sensitive !== true || value === null) return false;
  const isFew = (count: number): boolean => count < disclosureThreshold;
  const isCount = isSensitiveCount(definition) && definition.unit !== "euro";
  const hasFew =
    numerator !== null &&
    denominator !== null &&
    (isFew(denominator) ||
      (definition.unit !== "euro" && (isFew(numerator) || isFew(denominator - numerator))));
  return (isCount && isFew(value)) || hasFew;
}
