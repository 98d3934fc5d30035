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
