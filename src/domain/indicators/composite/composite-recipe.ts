import type { CompositeMethod } from "./composite-method";
import type { Direction } from "./imbalance-penalty";

const missingPolicies = ["AVAILABLE_PARTS", "OMIT_AREA"] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/** One number of an index. */
export interface CompositePart {
  readonly code: string;
  /** Above 0; only the proportions between the parts count. */
  readonly weight: number;
  /** Whether more of this number is good or bad. */
  readonly polarity: Direction;
}

/** All that decides an index beside the numbers and their scales. */
export interface CompositeRecipe {
  readonly method: CompositeMethod;
  /** Whether a high index is good or bad. A part of the other polarity is reversed. */
  readonly direction: Direction;
  readonly parts: readonly CompositePart[];
  readonly missing: MissingPolicy;
}

/** Fewer parts than this are no composite, also where those that are missing may be left out. */
export const fewestParts = 2;
