import {
  createObservation,
  nothingToSum,
  type Observation,
  weakestStatus,
} from "../../domain/indicators/observation";
import { HubError } from "../../domain/kit/errors";
import { groupBy } from "../../domain/kit/group-by";
import { type LocalizedText, textIn } from "../../domain/kit/localized-text";
import { byText } from "../../domain/kit/order";
import { sum } from "../../domain/kit/sum";
import { finding, invalid, type LineProblem, problem } from "../kit/problem";
import { closedAreas } from "./closed-areas";
import type { TotalMapping } from "./derived.schema";
import { indicatorsOf, type Mapping } from "./mapping.schema";
import type { ObservationMapping } from "./observation.schema";
import type { RowNumbers } from "./observations-of";
import { restProblems } from "./rest-of-total";

/** A value with the areas that it lacks: two sums over different areas give neither a difference nor a ratio. */
export interface Part {
  readonly observation: Observation;
  readonly lacks: string;
  /** Rows that only this value stands for. */
  readonly lines: readonly number[];
}

export interface NumbersOfLine extends RowNumbers {
  readonly line: number;
}

/**
 * The larger area, period by period: the sum of its areas and of the people without one; blank means missing, and 0
 * means 0.
 *
 * A total of all areas has the weakest status of its parts. If areas are missing, it is the sum of the others, PROVISIONAL and with a
 * note that names them: nothing is estimated, the value is a true lower bound, and it is replaced when the source fills
 * the gap. (ESTIMATED would claim that somebody had estimated the gap; MISSING would hide that nearly all was counted.)
 */
export function totalsOf(
  mapping: ObservationMapping,
  file: Mapping,
  rows: readonly NumbersOfLine[],
): { readonly parts: readonly Part[]; readonly problems: readonly LineProblem[] } {
  const { total } = mapping;
  const numbers = closedAreas(mapping.area);
  if (total === undefined || (numbers === null && total.parts === undefined))
    return { parts: [], problems: [] };
  const summed = new Set(
    indicatorsOf(file).flatMap(({ code, aggregation }) => (aggregation === "SUM" ? [code] : [])),
  );
  const byPeriod = groupBy(rows, ({ observations: [first] }) => first?.period ?? "");
  byPeriod.delete("");
  const parts: Part[] = [];
  const problems: LineProblem[] = [];
  for (const [period, ofPeriod] of [...byPeriod].sort(([a], [b]) => byText(a, b))) {
    const [rest, ...again] = ofPeriod.filter(({ isRest }) => isRest);
    const ofAreas = ofPeriod.filter(({ isRest }) => !isRest).flatMap(({ observations }) => observations);
    const lines = rest === undefined ? [] : [rest.line];
    const codes = [...ofAreas, ...(rest?.observations ?? [])].map(({ indicatorCode }) => indicatorCode);
    for (const code of new Set(codes)) {
      if (!summed.has(code)) continue;
      const unattributed =
        rest?.observations.find(({ indicatorCode }) => indicatorCode === code)?.value ?? null;
      const own = ofAreas.filter(({ indicatorCode }) => indicatorCode === code);
      try {
        const of = { code, period, source: file.source.code };
        parts.push({ ...totalOf(total, numbers, own, unattributed, of), lines });
      } catch (error) {
        problems.push({ line: null, ...invalid(error) });
      }
    }
    problems.push(...again.map(({ line }) => restAgain(mapping, period, line)));
  }
  problems.push(...restProblems(mapping, file, byPeriod));
  return { parts, problems };
}

function totalOf(
  { area: areaCode, level: areaLevel, partName, parts: expected }: TotalMapping,
  areas: ReadonlyMap<number | string, string> | null,
  rows: readonly Observation[],
  unattributed: number | null,
  { code, period, source }: { readonly code: string; readonly period: string; readonly source: string },
): Omit<Part, "lines"> {
  const present = new Map(rows.flatMap((each) => (each.value === null ? [] : [[each.areaCode, each]])));
  const named = [...(areas ?? [])].flatMap(([number, area]) => (present.has(area) ? [] : [number]));
  const lacking = areas === null ? Math.max(expected! - present.size, 0) : named.length;
  const list = named.length === 0 ? "" : `: ${named.join(", ")}`;
  const values = [...present.values()].map(({ value }) => value!);
  const all = unattributed === null ? values : [...values, unattributed];
  const value = sum(all);
  if (all.every(Number.isSafeInteger) && !Number.isSafeInteger(value))
    throw new HubError("INVALID_RECORD", "totalTooLarge", { code, value });
  const without = {
    it: `Somma senza ${lacking} ${textIn(partName, "it").value} che la fonte non riporta${list}.`,
    en: `Sum without ${lacking} ${textIn(partName, "en").value} that the source does not give${list}.`,
  };
  const status = weakestStatus([...present.values()].map((each) => each.status));
  const known =
    lacking === 0
      ? ({ value, status, note: commonNote([...present.values()]) } as const)
      : ({ value, status: status === "FORECAST" ? status : "PROVISIONAL", note: without } as const);
  const observation = createObservation({
    indicatorCode: code,
    areaCode,
    areaLevel,
    period,
    coverage: { expected: expected ?? areas!.size, present: all.length },
    sourceCodes: [source],
    ...(values.length === 0 ? { status: "MISSING", note: nothingToSum } : known),
  });
  return {
    observation,
    lacks: areas === null && lacking > 0 ? [...present.keys()].sort(byText).join() : named.join(),
  };
}

/** A note on every part is a note on the total. */
function commonNote([first, ...others]: readonly Observation[]): LocalizedText | null {
  const note = first?.note ?? null;
  return others.every((other) => JSON.stringify(other.note) === JSON.stringify(note)) ? note : null;
}

function restAgain({ area, total }: ObservationMapping, period: string, line: number): LineProblem {
  const found = finding("DUPLICATE", "earlierRest", { word: total!.rest!.is[0]!, period });
  const column = [area.column ?? area.template?.match(/\{([^{}]+)\}/)?.[1] ?? null].flat()[0]!;
  return { line, ...problem("ERROR", found, column, null) };
}
