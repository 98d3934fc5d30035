/** One number of a table. */
export interface TableCell {
  readonly key: string;
  readonly value: number;
  /** What a reader knows without the hub: a count is 0 or more, and not more than its denominator, if that is shown. */
  readonly low: number;
  /** Infinity if nothing limits the number. */
  readonly high: number;
  /** Which end of its range must not be disclosed: "low" for a small count, "high" for a small complement, null for a safe cell. */
  readonly unsafe: "low" | "high" | "both" | null;
  /**
   * Its own value does not decide whether it is unsafe: it is an amount, or a count that is not sensitive. So it may take any value
   * of its range; if it had to stay above the threshold, a reader would learn that it is there.
   */
  readonly hasNoThreshold?: boolean;
  /** Suppressed in an earlier version of the same cell: stays so. */
  readonly wasSuppressed?: boolean;
  /** Suppressed after all other cells. */
  readonly isTotal?: boolean;
  /**
   * What a reader loses with it, for example the residents of the area: the least is suppressed first, ties by key. It
   * must be a number that stays public, not the cell's own: a reader who knows that the smallest cell was suppressed
   * knows that it is smaller than all others, and so how large the unsafe one must be.
   */
  readonly loss?: number;
}

/** total = sum of sign * part + constant, for example the people without an area. */
export interface Equation {
  readonly total: string;
  readonly parts: readonly { readonly key: string; readonly sign: 1 | -1 }[];
  readonly constant: number;
}
