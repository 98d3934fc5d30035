import type { LocalizedText } from "../../domain/kit/localized-text";

/** What became of the records that a source gave before and its complete file no longer holds. */
export interface Deletes {
  /** How many the file no longer holds. */
  readonly missing: number;
  readonly deleted: number;
  /** Of those, how many stay because another source tells of them too. */
  readonly shared: number;
  readonly refused: boolean;
  /** Why nothing, or not everything, was deleted. */
  readonly message: LocalizedText | null;
}

export const noDeletes: Deletes = { missing: 0, deleted: 0, shared: 0, refused: false, message: null };
