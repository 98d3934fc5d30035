import type { RecordRef } from "../../storage/records/history.repository";
import type { QueryContext } from "./query-context";

/** A record as it is now, or as the hub knew it at a moment; `null` if there was none. */
export const recordAsOf = <T>(
  ref: RecordRef,
  asOf: Date | null | undefined,
  load: () => Promise<T | null>,
  { repositories }: QueryContext,
): Promise<T | null> => (asOf ? repositories.history.asOf<T>(ref, asOf.toISOString()) : load());
