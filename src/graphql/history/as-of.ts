import type DataLoader from "dataloader";
import type { RecordRef } from "../../storage/history.repository";
import type { Context } from "../context";

/** The description of every `asOf` argument. */
export const asOfDescription =
  "What the hub knew at this moment; now when absent. What it leads to is answered as of now.";

/** A record as it is now, or as the hub knew it at a moment: `null` where it knew none. */
export const recordAsOf = <T>(
  ref: RecordRef,
  asOf: Date | null | undefined,
  loader: DataLoader<string, T | null>,
  { repositories }: Context,
): Promise<T | null> =>
  asOf ? repositories.history.asOf<T>(ref, asOf.toISOString()) : loader.load(ref.code);
