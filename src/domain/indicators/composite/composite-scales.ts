import type { PartScale } from "./composite-method";
import type { CompositeRow } from "./composite-value";
import { type Goalposts, spanOf } from "./goalposts";
import { type Moments, momentsOf } from "./z-score";

/** A row with a decision whether it sets scales and is ranked: tiny areas would set both ends. */
export interface JudgedRow extends CompositeRow {
  readonly comparable: boolean;
}

export interface ScaleRequest {
  readonly codes: readonly string[];
  /** Every area in every period of the scales. */
  readonly rows: readonly JudgedRow[];
  /** The reference area in the reference period. */
  readonly reference: CompositeRow;
  /** Frozen ends by indicator: the rows do not change them. */
  readonly frozen: ReadonlyMap<string, Pick<Goalposts, "low" | "high">>;
}

export interface CompositeScales {
  readonly goalposts: ReadonlyMap<string, Goalposts | null>;
  readonly scaleOf: (code: string, period: string) => PartScale;
}

/**
 * The scales of an index, from comparable areas with every part: the span over all periods, the reference value, mean and
 * deviation of each period.
 */
export function compositeScales({ codes, rows, reference, frozen }: ScaleRequest): CompositeScales {
  const usable = rows.filter((row) => row.comparable && codes.every((code) => valueIn(row, code) !== null));
  const periods = [...new Set(rows.map(({ period }) => period))];
  const goalposts = new Map(
    codes.map((code): [string, Goalposts | null] => {
      const span = frozen.get(code) ?? spanOf(usable.map((row) => valueIn(row, code)!));
      return [code, span && { ...span, reference: valueIn(reference, code) }];
    }),
  );
  const moments = new Map<string, Moments | null>();
  for (const period of periods) {
    const ofPeriod = usable.filter((row) => row.period === period);
    for (const code of codes)
      moments.set(`${code}@${period}`, momentsOf(ofPeriod.map((row) => valueIn(row, code)!)));
  }
  return {
    goalposts,
    scaleOf: (code, period) => ({
      goalposts: goalposts.get(code) ?? null,
      reference: moments.get(`${code}@${reference.period}`) ?? null,
      own: moments.get(`${code}@${period}`) ?? null,
    }),
  };
}

const valueIn = ({ observations }: CompositeRow, code: string): number | null =>
  observations.get(code)?.value ?? null;
