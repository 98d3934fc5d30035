import {
  createObservation,
  type Observation,
  placeOf,
  ratioObservation,
  weakestStatus,
} from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import { type LocalizedText, textIn } from "../../domain/kit/localized-text";
import { invalid, type LineProblem } from "../kit/problem";
import { indicatorsOf, type Mapping } from "./mapping.schema";
import { withBreaks } from "./series-breaks";
import type { Part } from "./totals-of";

/**
 * The computed indicators: for each area and period with all parts in the file. Parts that lack different areas give a
 * missing value and not a wrong one.
 */
export function derivedOf(mapping: Mapping, given: readonly Part[]): DerivedParts {
  const { breaks, derived, records } = mapping;
  const made: Part[] = [];
  const problems: LineProblem[] = [];
  if (derived === undefined) return { parts: made, problems };
  const definitions = new Map(indicatorsOf(mapping).map((each) => [each.code, each]));
  const totals = records.flatMap((record) => (record.type === "observation" ? (record.total ?? []) : []));
  const otherParts = partsDiffer(totals[0]?.partName ?? { it: "elementi", en: "parts" });
  const placeOfPart = ({ observation }: Part) => `${observation.areaCode}@${observation.period}`;
  for (const group of groupBy(given, placeOfPart).values()) {
    const parts = new Map(group.map((part) => [part.observation.indicatorCode, part]));
    const take = (codes: readonly string[]): readonly Part[] | null => {
      const found = codes.flatMap((code) => parts.get(code) ?? []);
      return found.length === codes.length ? found : null;
    };
    const add = (compute: () => Observation, { lacks, lines }: Part): void => {
      try {
        const part = { observation: withBreaks(breaks, compute()), lacks, lines };
        parts.set(part.observation.indicatorCode, part);
        made.push(part);
      } catch (error) {
        problems.push({ line: null, ...invalid(error) });
      }
    };
    for (const [code, { plus, minus }] of Object.entries(derived.sums)) {
      const found = take([...plus, ...minus]);
      if (found !== null) add(() => sumOf(code, found, plus.length, otherParts), found[0]!);
    }
    for (const code of derived.ratios) {
      const definition = definitions.get(code)!;
      const found = take([definition.numeratorCode!, definition.denominatorCode!]);
      if (found === null) continue;
      const [numerator, denominator] = found.map(({ observation }) => observation);
      const ratio = () =>
        isComparable(found)
          ? ratioObservation(definition, numerator!, denominator!)
          : missingLike(numerator!, code, otherParts, null);
      add(ratio, found[0]!);
    }
  }
  return { parts: made, problems };
}

interface DerivedParts {
  readonly parts: readonly Part[];
  readonly problems: readonly LineProblem[];
}

const isComparable = ([first, ...others]: readonly Part[]): boolean =>
  others.every(({ lacks }) => lacks === first!.lacks);

/** @param added how many of the parts are added; the others are subtracted. */
function sumOf(code: string, parts: readonly Part[], added: number, otherParts: LocalizedText): Observation {
  const all = parts.map(({ observation }) => observation);
  const coverage = all
    .map((each) => each.coverage)
    .reduce((x, y) => (x === null || (y !== null && y.present < x.present) ? y : x));
  const missing = all
    .flatMap(({ indicatorCode, value }) => (value === null ? [indicatorCode] : []))
    .join(", ");
  const reason = missing === "" ? otherParts : { it: `Manca: ${missing}.`, en: `Not available: ${missing}.` };
  if (missing !== "" || !isComparable(parts)) return missingLike(all[0]!, code, reason, coverage);
  const status = weakestStatus(all.map((each) => each.status));
  const weakest = all.find((each) => each.status === status) ?? all[0]!;
  const value = all.reduce((sum, each, i) => sum + (i < added ? each.value! : -each.value!), 0);
  const { note } = weakest;
  return createObservation({ ...placeOf(weakest), indicatorCode: code, value, status, note, coverage });
}

const missingLike = (
  part: Observation,
  indicatorCode: string,
  note: LocalizedText,
  coverage: Observation["coverage"],
): Observation => createObservation({ ...placeOf(part), indicatorCode, status: "MISSING", note, coverage });

const partsDiffer = (parts: LocalizedText): LocalizedText => ({
  it: `I totali di cui è composto non coprono gli stessi ${textIn(parts, "it").value}.`,
  en: `The totals that it is made of do not cover the same ${textIn(parts, "en").value}.`,
});
