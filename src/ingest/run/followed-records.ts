import type { HubRecord, HubRecordType } from "../../storage/records/hub-record";
import type { SaveOutcome } from "../../storage/records/save";

/** What other items follow from; numbers and boundaries, of which there are many, are followed elsewhere. */
const types: readonly HubRecordType[] = ["centre", "service", "serviceAtLocation"];
const mostHeld = 10_000;

export interface FollowedRecords {
  /** @returns what became of what follows, once there are many. */
  add(records: readonly HubRecord[]): Promise<SaveOutcome[]>;
  /** The rest of them, after the last record. */
  end(): Promise<SaveOutcome[]>;
}

/**
 * Holds the records of a source from which others follow until all of them are there, because a service and its
 * places follow each other; at most 10,000 at once.
 */
export function followedRecords(
  follow: (records: readonly HubRecord[]) => Promise<SaveOutcome[]>,
  most = mostHeld,
): FollowedRecords {
  let held: HubRecord[] = [];
  const end = (): Promise<SaveOutcome[]> => {
    const all = held;
    held = [];
    return all.length === 0 ? Promise.resolve([]) : follow(all);
  };
  return {
    add(records) {
      held.push(...records.filter(({ type }) => types.includes(type)));
      return held.length >= most ? end() : Promise.resolve([]);
    },
    end,
  };
}
