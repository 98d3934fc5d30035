import { randomBytes } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type AllowancePolicy, afterTaking, msFor, unitsLeft } from "../../domain/identity/allowance";
import { HubError } from "../../domain/kit/errors";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { tableDefinition } from "../engine/table-definition";
import { ifUnchanged, type Update } from "../engine/write-input";
import { keys } from "../records/keys";

/** What is wanted of a shared bucket. */
interface Draw {
  /** Units without which the caller cannot go on. */
  readonly least: number;
  /** Units that an instance would like to have. */
  readonly wanted: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What came of it: the units that were taken, and the bucket after that. */
export interface Drawn {
  readonly units: number;
  readonly fullAt: number;
}

/** Another instance may be faster each time; a bucket with so many takers is soon empty. */
const attempts = 20;

/** Buckets that all instances of the hub share. They are in the table alone: never published, exported or in a history. */
export const allowanceRepository = (table: Table) => ({
  /**
   * Takes units from a bucket: as many as wanted, or as there are, or none if there are less than the least. Instances never get more
   * together than the bucket had. One write, and a read and a second write if the bucket was full or has less than was wanted.
   * @param callerHash of the caller, whom it must not reveal.
   */
  async take(callerHash: string, policy: AllowancePolicy, { least, wanted, now }: Draw): Promise<Drawn> {
    const key = keys.allowance(callerHash);
    const fullIn = msFor(policy, policy.burst);
    // A full bucket is as good as none.
    const removable = { [tableDefinition.timeToLive]: Math.ceil((now + fullIn) / 1_000) + 60 };

    /** Of a bucket that is not full: nobody can be faster. */
    const addTo = (units: number): Promise<Item | null> => {
      const most = now + fullIn - msFor(policy, units);
      if (most < now) return Promise.resolve(null);
      const add = { fullAt: msFor(policy, units) };
      return change({ add, set: removable, within: { fullAt: [now, most] } });
    };
    const change = (update: Update): Promise<Item | null> =>
      ifUnchanged(table.update(key, update), () => null);

    let units = wanted;
    for (let attempt = 0; attempt < attempts; attempt++) {
      const taken = await addTo(units);
      if (taken !== null) return { units, fullAt: fullAtOf(taken) };
      const found = await table.get(key, true);
      const before = found === null ? 0 : fullAtOf(found);
      const left = Math.floor(unitsLeft(policy, before, now));
      units = Math.min(wanted, left);
      if (units < least) return { units: 0, fullAt: before };
      if (before > now) continue;
      const fullAt = Math.ceil(afterTaking(policy, before, units, now));
      const when = { fullAt: found === null ? undefined : before };
      if ((await change({ set: { fullAt, ...removable }, when })) !== null) return { units, fullAt };
    }
    throw new HubError("SERVICE_UNAVAILABLE", "contended");
  },

  /**
   * The secret of a day, made by the first instance that needs it. After some days nobody can find the caller of a hash.
   * @param day in UTC, as 2026-11-29.
   */
  async secretOf(day: string): Promise<string> {
    const key = keys.allowanceSecret(day);
    const known = await table.get(key, true);
    if (known !== null) return secretIn(known);
    const removableFrom = Math.ceil(Date.parse(day) / 1_000) + 2 * 86_400;
    const set = {
      secret: randomBytes(32).toString("base64url"),
      [tableDefinition.timeToLive]: removableFrom,
    };
    try {
      return secretIn(await table.update(key, { set, when: { secret: undefined } }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return secretIn((await table.get(key, true))!);
    }
  },
});

export type AllowanceRepository = ReturnType<typeof allowanceRepository>;

const fullAtOf = (item: Item): number => item.fullAt as number;
const secretIn = (item: Item): string => item.secret as string;
