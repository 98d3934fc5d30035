import { randomUUID } from "node:crypto";
import { HubError } from "../../domain/kit/errors";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged, writeInput } from "../engine/write-input";
import { keys } from "../records/keys";

/** The life of a lease without renewal: a killed process blocks others for so long. */
export const leaseMs = 60_000;

/** The right to import into a hub: only one process at a time has it. */
export interface ImportLease {
  /** Only ever grows: a higher one belongs to a later writer. */
  readonly fence: number;
  /**
   * To be called before every few writes: renews the lease in time.
   * @throws HubError LEASE_LOST if another process has taken it meanwhile.
   */
  keep(): Promise<void>;
  /** Lets the next process in at once. */
  release(): Promise<void>;
}

export interface LeaseRequest {
  /** Name of the process, shown to others that wait. */
  readonly holder: string;
  /** How long to wait for a lease in use, in milliseconds; not at all if absent. */
  readonly waitMs?: number;
  readonly sleep?: (ms: number) => Promise<void>;
}

interface LeaseItem extends Item {
  readonly holder: string;
  readonly fence: number;
  readonly expiresAt: string;
}

const pollMs = 500;

/** @throws HubError IMPORT_RUNNING that names the holder and the expiry. */
export async function takeLease(
  table: Table,
  { holder, waitMs = 0, sleep = pause }: LeaseRequest,
): Promise<ImportLease> {
  for (let waited = 0; ; waited += pollMs) {
    const current = (await table.get(keys.importLease(), true)) as LeaseItem | null;
    const isFree = current === null || current.expiresAt <= table.clock();
    const fence = isFree ? await take(table, current, holder) : null;
    if (fence !== null) return leaseOf(table, holder, fence);
    // Another process was faster: the stored lease now names it.
    if (isFree) continue;
    if (waited >= waitMs) throw new HubError("IMPORT_RUNNING", "running", current);
    await sleep(pollMs);
  }
}

/** `null` if another process was faster. */
async function take(table: Table, current: LeaseItem | null, holder: string): Promise<number | null> {
  const fence = (current?.fence ?? 0) + 1;
  // Two processes that take it at the same instant under the same name are still distinct.
  const taking = randomUUID();
  const item: LeaseItem = { ...keys.importLease(), holder, fence, expiresAt: inTime(table, leaseMs), taking };
  // Both: the holder may have renewed it since it was read.
  const condition = writeInput({ when: { fence: current?.fence, expiresAt: current?.expiresAt } });
  const taken = table.put(item, condition).then(() => fence);
  return ifUnchanged(taken, () => null);
}

function leaseOf(table: Table, holder: string, fence: number): ImportLease {
  let renewAt = inTime(table, leaseMs / 3);
  const setTo = (expiresAt: string): Promise<boolean> => {
    const item = { ...keys.importLease(), holder, fence, expiresAt };
    const renewed = table.put(item, writeInput({ when: { fence } })).then(() => true);
    return ifUnchanged(renewed, () => false);
  };
  return {
    fence,
    async keep() {
      if (table.clock() < renewAt) return;
      if (!(await setTo(inTime(table, leaseMs)))) throw new HubError("LEASE_LOST", "lost", { at: holder });
      renewAt = inTime(table, leaseMs / 3);
    },
    // A lost lease needs no release; one that the store does not release expires.
    release: async () => void (await setTo(table.clock()).catch(() => false)),
  };
}

const inTime = ({ clock }: Table, ms: number): string => new Date(Date.parse(clock()) + ms).toISOString();

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
