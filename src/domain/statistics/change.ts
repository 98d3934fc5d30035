import { meanOf } from "./quantiles";

/** The change of a value between two periods. */
export interface Change {
  readonly fromPeriod: string;
  readonly toPeriod: string;
  /** to - from, in the unit of the value: percentage points for a percentage. */
  readonly absolute: number;
  /** absolute / |from|, so 0.1 is 10 % more; `null` from 0. */
  readonly relative: number | null;
}

/** `null` if one of the two is not known. */
export function changeBetween(
  fromPeriod: string,
  from: number | null | undefined,
  toPeriod: string,
  to: number | null | undefined,
): Change | null {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  const absolute = to - from;
  return { fromPeriod, toPeriod, absolute, relative: from === 0 ? null : absolute / Math.abs(from) };
}

/**
 * The change of the mean over values that are known in both periods: new or missing ones must not look like a change.
 */
export function changeOfMeans(
  fromPeriod: string,
  toPeriod: string,
  pairs: readonly (readonly [from: number | null, to: number | null])[],
): Change | null {
  const both = pairs.flatMap(([from, to]) => (from === null || to === null ? [] : [{ from, to }]));
  const means = { from: meanOf(both.map(({ from }) => from)), to: meanOf(both.map(({ to }) => to)) };
  return changeBetween(fromPeriod, means.from, toPeriod, means.to);
}
