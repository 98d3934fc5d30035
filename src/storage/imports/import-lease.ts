import { randomUUID } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { HubError } from "../../domain/kit/errors";
import type { Item } from "../engine/key";
import type { PutCondition, Table } from "../engine/table";
import { keys } from "../records/keys";

/** How long a lease holds that nobody renews: a process that was killed keeps others out for so long. */
export const leaseMs = 60_000;

/** The right to import into a hub: one at a time has it. */
export interface ImportLease {
  /** Only ever grows: what carries a higher one was written by who came later. */
  readonly fence: number;
  /**
   * To be called before every few writes: renews the lease in time.
   * @throws HubError LEASE_LOST where somebody else has taken it meanwhile.
   */
  keep(): Promise<void>;
  /** Lets the next one in at once. */
  release(): Promise<void>;
}

export interface LeaseRequest {
  /** Who asks, for whoever has to wait. */
  readonly holder: string;
  /** How long to wait for one that is held, in milliseconds; not at all when absent. */
  readonly waitMs?: number;
  readonly sleep?: (ms: number) => Promise<void>;
}

interface Held extends Item {
  readonly holder: string;
  readonly fence: number;
  readonly expiresAt: string;
}

const pollMs = 500;

/** @throws HubError IMPORT_RUNNING that says who holds it until when. */
export async function takeLease(
  table: Table,
  { holder, waitMs = 0, sleep = pause }: LeaseRequest,
): Promise<ImportLease> {
  for (let waited = 0; ; waited += pollMs) {
    const held = (await table.get(keys.importLease(), true)) as Held | null;
    const isFree = held === null || held.expiresAt <= table.clock();
    const fence = isFree ? await take(table, held, holder) : null;
    if (fence !== null) return leaseOf(table, holder, fence);
    // Another one was quicker: who it is stands there now.
    if (isFree) continue;
    if (waited >= waitMs) throw new HubError("IMPORT_RUNNING", "running", held);
    await sleep(pollMs);
  }
}

/** `null` where another one was quicker. */
async function take(table: Table, held: Held | null, holder: string): Promise<number | null> {
  const fence = (held?.fence ?? 0) + 1;
  // Two who take it at the same instant under the same name are still two.
  const taking = randomUUID();
  const item: Held = { ...keys.importLease(), holder, fence, expiresAt: inTime(table, leaseMs), taking };
  const condition: PutCondition =
    held === null
      ? {
          ConditionExpression: "attribute_not_exists(#fence)",
          ExpressionAttributeNames: { "#fence": "fence" },
        }
      : {
          // Both: the holder may have renewed it since it was read.
          ConditionExpression: "#fence = :fence AND #expiresAt = :expiresAt",
          ExpressionAttributeNames: { "#fence": "fence", "#expiresAt": "expiresAt" },
          ExpressionAttributeValues: { ":fence": held.fence, ":expiresAt": held.expiresAt },
        };
  return table.put(item, condition).then(
    () => fence,
    (error: unknown) => {
      if (error instanceof ConditionalCheckFailedException) return null;
      throw error;
    },
  );
}

function leaseOf(table: Table, holder: string, fence: number): ImportLease {
  let renewAt = inTime(table, leaseMs / 3);
  const ours = {
    ConditionExpression: "#fence = :fence",
    ExpressionAttributeNames: { "#fence": "fence" },
    ExpressionAttributeValues: { ":fence": fence },
  };
  const setTo = (expiresAt: string): Promise<boolean> =>
    table.put({ ...keys.importLease(), holder, fence, expiresAt }, ours).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      },
    );
  return {
    fence,
    async keep() {
      if (table.clock() < renewAt) return;
      if (!(await setTo(inTime(table, leaseMs)))) throw new HubError("LEASE_LOST", "lost", { at: holder });
      renewAt = inTime(table, leaseMs / 3);
    },
    // Of one that is lost there is nothing to let go of; one that the store does not take back ends by itself.
    release: async () => void (await setTo(table.clock()).catch(() => false)),
  };
}

const inTime = ({ clock }: Table, ms: number): string => new Date(Date.parse(clock()) + ms).toISOString();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
