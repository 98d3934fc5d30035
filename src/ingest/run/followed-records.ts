import type { HubRecord, HubRecordType } from "../../storage/records/hub-record";
import type { SaveOutcome } from "../../storage/records/save";

/** Records with projections; the many observations and boundaries are handled elsewhere. */
const types: readonly HubRecordType[] = ["centre", "service", "serviceAtLocation"];
const maxPending = 10_000;

export interface FollowedRecords {
  /** @returns the outcomes of the projections, once there are many records. */
  add(records: readonly HubRecord[]): Promise<SaveOutcome[]>;
  /** The rest of them, after the last record. */
  end(): Promise<SaveOutcome[]>;
}

/**
 * Collects the records of a source that have projections until all of them are there, because a service and its
 * locations belong together; at most 10,000 at once.
 */
export function followedRecords(
  follow: (records: readonly HubRecord[]) => Promise<SaveOutcome[]>,
  most = maxPending,
): FollowedRecords {
  let pending: HubRecord[] = [];
  const end = (): Promise<SaveOutcome[]> => {
    const all = pending;
    pending = [];
    return all.length === 0 ? Promise.resolve([]) : follow(all);
  };
  return {
    add(records) {
      pending.push(...records.filter(({ type }) => types.includes(type)));
      return pending.length >= most ? end() : Promise.resolve([]);
    },
    end,
  };
}
