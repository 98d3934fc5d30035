import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import {
  type Definitions,
  type Relations,
  type Sensitive,
  sensitiveAmong,
  tiedTo,
} from "../../domain/indicators/sensitive";
import { smallNumbers } from "../../domain/indicators/small-numbers";
import { suppressed } from "../../domain/indicators/suppressed";
import { distinct } from "../../domain/kit/distinct";
import { tableRepositories } from "../../storage";
import { allNodes } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";

export interface ProtectedObservations {
  /** The given ones, in their order. */
  readonly given: readonly Observation[];
  /** Stored ones that must be suppressed now, because they would let a given one be worked out. */
  readonly beside: readonly Observation[];
  /** Codes of all that are suppressed. */
  readonly codes: ReadonlySet<string>;
}

const noRelations: Relations = { sums: [], nested: [] };

/**
 * The gate for small numbers of sensitive indicators: suppresses them in all observations of a file together, before they are
 * stored. Without a sensitive indicator it reads nothing.
 * @param own definitions of the file, which may not be stored yet.
 */
export async function protectedObservations(
  table: Table,
  given: readonly Observation[],
  own: readonly IndicatorDefinition[],
  relations: Relations = noRelations,
): Promise<ProtectedObservations> {
  if (!own.some((each) => each.sensitive)) return { given, beside: [], codes: new Set() };
  const stored = await allNodes(tableRepositories(table).indicators.page);
  const definitions: Definitions = new Map([...stored, ...own].map((each) => [each.code, each]));
  const sensitive = sensitiveAmong(definitions, relations.nested);
  const tied = tiedTo(sensitive.counts, relations.sums);
  const isConcerned = ({ indicatorCode: code }: Observation): boolean => {
    const { numeratorCode, denominatorCode, sensitive: isSensitive } = definitions.get(code) ?? {};
    return (
      isSensitive === true || [code, numeratorCode, denominatorCode].some((part) => part && tied.has(part))
    );
  };
  const concerned = given.filter(isConcerned);
  const { areas, observations } = tableRepositories(table);
  const wasSuppressed = await observations.suppressedAmong(concerned);
  const beside = await besideOf(table, given, concerned, sensitive, tied);
  const areaCodes = distinct([...concerned, ...beside].map(({ areaCode }) => areaCode));
  const cities = new Map(
    (await areas.byCodes(areaCodes)).flatMap((each) => (each ? [[each.code, each.cityCode]] : [])),
  );
  const codes = smallNumbers({
    definitions,
    relations,
    given,
    beside,
    wasSuppressed,
    cityOf: (areaCode) => cities.get(areaCode),
  });
  // A ratio without a value too: its note names a part that is 0 or missing.
  const protect = (each: Observation): Observation =>
    codes.has(observationCode(each)) ? suppressed(each) : each;
  const givenCodes = new Set(given.map(observationCode));
  const others = [...codes].filter((code) => !givenCodes.has(code)).map(keyOf);
  const now = (await observations.byKeys(others)).filter((each) => each !== null && each.value !== null);
  return { given: given.map(protect), beside: now.map((each) => suppressed(each!)), codes };
}

/** What the hub has of the tied indicators in the same periods, with the counts that they are parts of. */
async function besideOf(
  table: Table,
  given: readonly Observation[],
  concerned: readonly Observation[],
  { wholes }: Sensitive,
  tied: ReadonlySet<string>,
): Promise<Observation[]> {
  const { observations } = tableRepositories(table);
  const givenCodes = new Set(given.map(observationCode));
  const isOther = (each: Observation): boolean => !givenCodes.has(observationCode(each));
  const series = new Map(
    concerned
      .filter(({ indicatorCode }) => tied.has(indicatorCode))
      .map(({ indicatorCode, period }) => [`${indicatorCode}@${period}`, { indicatorCode, period }]),
  );
  const found: Observation[] = [];
  for (const { indicatorCode, period } of series.values())
    found.push(...(await observations.ofIndicator(indicatorCode, { period })).filter(isOther));
  const known = new Set([...givenCodes, ...found.map(observationCode)]);
  const around = new Map(
    [...concerned, ...found]
      .flatMap((each) =>
        (wholes.get(each.indicatorCode) ?? []).map((indicatorCode) => ({ ...each, indicatorCode })),
      )
      .map((key) => [observationCode(key), key] as const)
      .filter(([code]) => !known.has(code)),
  );
  const read = await observations.byKeys([...around.values()]);
  return [...found, ...read.filter((each) => each !== null)];
}

function keyOf(code: string) {
  const [indicatorCode = "", areaCode = "", period = ""] = code.split("@");
  return { indicatorCode, areaCode, period };
}
