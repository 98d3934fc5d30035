import { changeOf } from "../../projections/projection";
import { derived } from "../../projections/registry";
import type { HubRecord } from "../../storage/records/hub-record";
import type { SaveOutcome } from "../../storage/records/save";

/** Whether other items follow from a record. None do from observations and boundaries, which are many. */
const hasDerived = (record: HubRecord): boolean =>
  derived.some(({ affectedBy }) => affectedBy(changeOf(record).key));

const mostHeld = 10_000;

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
      held.push(...records.filter(hasDerived));
      return held.length >= most ? end() : Promise.resolve([]);
    },
    end,
  };
}
