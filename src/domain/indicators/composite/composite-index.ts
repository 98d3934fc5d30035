import { ranksOf } from "../../statistics/ranks";
import type { CompositeRecipe } from "./composite-recipe";
import type { CompositeScales, JudgedRow } from "./composite-scales";
import { type CompositeRow, type CompositeValue, compositeValue } from "./composite-value";

/** The index of an area in a period, with its rank among the comparable areas of that period: 1 is the highest. */
export interface CompositePoint extends CompositeValue {
  readonly areaCode: string;
  readonly period: string;
  readonly rank: number | null;
}

/** The index of every row; the order of the rows does not matter. */
export function compositeIndex(
  recipe: CompositeRecipe,
  rows: readonly JudgedRow[],
  scales: CompositeScales,
): CompositePoint[] {
  const values = rows.map((row) => valueIn(recipe, row, scales));
  const ranks: (number | null)[] = rows.map(() => null);
  for (const period of new Set(rows.map((row) => row.period))) {
    const places = rows.flatMap((row, i) => (row.period === period && row.comparable ? [i] : []));
    const ofPeriod = ranksOf(places.map((i) => values[i]!.value));
    for (const [n, i] of places.entries()) ranks[i] = ofPeriod[n]!;
  }
  return rows.map(({ areaCode, period }, i) => ({ areaCode, period, ...values[i]!, rank: ranks[i]! }));
}

/** The index of one row without a rank, for example of the city. */
export const valueIn = (
  recipe: CompositeRecipe,
  row: CompositeRow,
  { scaleOf }: CompositeScales,
): CompositeValue => compositeValue(recipe, row, (code) => scaleOf(code, row.period));
