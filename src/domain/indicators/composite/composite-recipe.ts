import type { CompositeMethod } from "./composite-method";
import type { Direction } from "./imbalance-penalty";

const missingPolicies = ["AVAILABLE_PARTS", "OMIT_AREA"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

export interface CompositePart {
  readonly code: string;
  /** Above 0; only the proportions between the parts count. */
  readonly weight: number;
  /** Whether a high value is good or bad. */
  readonly polarity: Direction;
}

/** The choices behind an index, beside values and scales. */
export interface CompositeRecipe {
  readonly method: CompositeMethod;
  /** Whether a high index is good or bad. A part of the other polarity is reversed. */
  readonly direction: Direction;
  readonly parts: readonly CompositePart[];
  readonly missing: MissingPolicy;
}

/** Also the minimum of available parts when missing ones may be left out. */
export const fewestParts = 2;
