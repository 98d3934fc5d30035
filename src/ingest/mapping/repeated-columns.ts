import { type Observation, observationCode } from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import { finding, type LineProblem, problem } from "../kit/problem";
import { closedAreas } from "./closed-areas";
import type { ObservationMapping } from "./observation.schema";

/**
 * Columns that are the same in every area of a period: one of them is a copy of the other, which no single row shows.
 * Fewer than half of the areas are no evidence.
 */
export function repeatedColumns(
  { area, checks, values }: ObservationMapping,
  rows: readonly (readonly Observation[])[],
): LineProblem[] {
  if (checks?.columnsDiffer === undefined) return [];
  const least = (closedAreas(area)?.size ?? 0) / 2;
  const codes = values.flatMap(({ indicator }) => indicator.constant ?? []);
  const columnOf = new Map(
    values.map(({ indicator, value }) => [indicator.constant, [value.column].flat()[0]!]),
  );
  const pairs = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => [a, b] as const));
  const byPeriod = groupBy(rows, ([first]) => first?.period ?? "");
  byPeriod.delete("");
  return [...byPeriod.keys()].sort().flatMap((period) => {
    const tables = byPeriod
      .get(period)!
      .map((row) => new Map(row.map(({ indicatorCode, value }) => [indicatorCode, value])));
    if (tables.length < least) return [];
    return pairs
      .filter(([a, b]) => tables.every((values) => values.get(a) === values.get(b)))
      .map(([a, b]): LineProblem => {
        const [first, second] = [columnOf.get(a)!, columnOf.get(b)!];
        const found = finding("COLUMNS_REPEATED", "sameInEveryArea", { period, column: first });
        const about = { type: "IndicatorDefinition", code: b };
        // If they are the same, the numbers of one are those of the other.
        const quotes = byPeriod
          .get(period)!
          .flatMap((row) => row.filter(({ indicatorCode }) => indicatorCode === a || indicatorCode === b))
          .map(observationCode);
        return { line: null, about, quotes, ...problem("WARNING", found, second, period) };
      });
  });
}
