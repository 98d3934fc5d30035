import type { LocalizedText } from "../../domain/kit/localized-text";

/** The records of earlier imports that are missing in the source's complete file. */
export interface Deletes {
  /** How many are missing. */
  readonly missing: number;
  readonly deleted: number;
  /** Of those, how many stay because another source has them too. */
  readonly shared: number;
  readonly refused: boolean;
  /** Why nothing, or not everything, was deleted. */
  readonly message: LocalizedText | null;
}

export const noDeletes: Deletes = { missing: 0, deleted: 0, shared: 0, refused: false, message: null };
