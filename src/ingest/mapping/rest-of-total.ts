import { type Observation, observationCode } from "../../domain/indicators/observation";
import { type Finding, finding, type LineProblem, problem } from "../kit/problem";
import type { Mapping } from "./mapping.schema";
import type { ObservationMapping } from "./observation.schema";
import type { RowNumbers } from "./observations-of";
import { sensitiveCodes } from "./sensitive-columns";

/**
 * What the rows of people without an area lack, where the mapping file says which indicator counts them: a period has no such
 * row (and others have one), the row does not say how many they are, or it counts events of nobody. The totals stand as they are.
 */
export function restProblems(
  { total }: ObservationMapping,
  mapping: Pick<Mapping, "borrowed" | "indicators">,
  byPeriod: ReadonlyMap<string, readonly (RowNumbers & { readonly line: number })[]>,
): LineProblem[] {
  const { area: areaCode, rest } = total!;
  const people = rest?.people;
  if (people === undefined) return [];
  const unquoted = sensitiveCodes(mapping);
  const column = [rest!.column].flat()[0]!;
  const word = rest!.is[0]!;
  // A file that never has such rows does not lack one.
  const hasRest = [...byPeriod.values()].flat().some(({ isRest }) => isRest);
  return [...byPeriod].flatMap(([period, rows]): LineProblem[] => {
    const about = { type: "Observation", code: observationCode({ indicatorCode: people, areaCode, period }) };
    const notice = (line: number | null, found: Finding): LineProblem => ({
      line,
      about,
      ...problem("NOTICE", found, column, line === null ? period : word),
    });
    const row = rows.find(({ isRest }) => isRest);
    if (row === undefined)
      return hasRest ? [notice(null, finding("NOT_AN_AREA", "restAbsent", { word, period }))] : [];
    const { line, observations } = row;
    const count = observations.find(({ indicatorCode }) => indicatorCode === people)?.value ?? null;
    if (count === null) return [notice(line, finding("EMPTY_CELL", "restBlank", { word, period, people }))];
    const most = count > 0 ? undefined : largest(observations.filter((o) => !unquoted.has(o.indicatorCode)));
    if (most === undefined) return [];
    const values = { word, period, people, indicator: most.indicatorCode, count: most.value! };
    return [notice(line, finding("TOTAL_DIFFERS", "restOfNobody", values))];
  });
}

const largest = (observations: readonly Observation[]): Observation | undefined =>
  observations.filter(({ value }) => value !== null && value > 0).sort((a, b) => b.value! - a.value!)[0];
