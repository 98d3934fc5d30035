import type { CompositePoint } from "./composite-index";
import { methodRules } from "./composite-method";
import type { VariantResult } from "./sensitivity";

/** Ranks of an area in a period, over the index and all its variants. */
export interface RankRange {
  readonly period: string;
  readonly rank: number | null;
  /** The best rank. */
  readonly smallest: number | null;
  readonly largest: number | null;
}

/** Whether the result for an area survives other choices. */
export interface Robustness {
  readonly areaCode: string;
  readonly ranks: readonly RankRange[];
  /** Change of the area minus change of the reference area, from first to last period; `null` when unknown. */
  readonly relativeChange: number | null;
  /** Variants with a change over time; below, those whose relative change has the same sign. */
  readonly variantsWithChange: number;
  readonly sameDirection: number;
}

export interface Series {
  readonly points: readonly CompositePoint[];
  /** The reference area by period. */
  readonly reference: ReadonlyMap<string, number | null>;
}

export function robustnessOf(
  areaCode: string,
  periods: readonly string[],
  index: Series,
  results: readonly VariantResult[],
): Robustness {
  const ofArea = <T extends Series>(series: T): T => ({
    ...series,
    points: series.points.filter((point) => point.areaCode === areaCode),
  });
  const [base, variants] = [ofArea(index), results.map(ofArea)];
  const ranksIn = ({ points }: Series, period: string): number | null =>
    points.find((point) => point.period === period)?.rank ?? null;
  const relative = relativeChange(areaCode, periods, base);
  const changes = variants
    .filter(({ recipe }) => methodRules[recipe.method].overTime)
    .map((variant) => relativeChange(areaCode, periods, variant))
    .filter((change) => change !== null);
  return {
    areaCode,
    ranks: periods.map((period) => {
      const rank = ranksIn(base, period);
      const all = [rank, ...variants.map((variant) => ranksIn(variant, period))].filter((r) => r !== null);
      return {
        period,
        rank,
        smallest: all.length === 0 ? null : Math.min(...all),
        largest: all.length === 0 ? null : Math.max(...all),
      };
    }),
    relativeChange: relative,
    variantsWithChange: relative === null ? 0 : changes.length,
    sameDirection:
      relative === null ? 0 : changes.filter((change) => Math.sign(change) === Math.sign(relative)).length,
  };
}

/** `null` with fewer than two periods, or when the first or last value is unknown. */
export function relativeChange(
  areaCode: string,
  periods: readonly string[],
  { points, reference }: Series,
): number | null {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const gap = (period: string): number | null => {
    const own = points.find((point) => point.areaCode === areaCode && point.period === period)?.value ?? null;
    const other = reference.get(period) ?? null;
    return own === null || other === null ? null : own - other;
  };
  const [before, after] = [gap(first), gap(last)];
  return before === null || after === null ? null : after - before;
}
