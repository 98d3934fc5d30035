import {
  type AllowancePolicy,
  afterTaking,
  batchOf,
  msUntil,
  unitsLeft,
} from "../../domain/identity/allowance";
import { BoundedCache } from "../../storage/engine/bounded-cache";
import { apartFromRequests } from "../../storage/engine/request-work";
import type { AllowanceRepository } from "../../storage/identity/allowance.repository";
import { type Log, stackOf } from "../log";
import type { Pseudonyms } from "./pseudonyms";

/** Whoever has a bucket. */
export interface Spender {
  /** In memory only. */
  readonly id: string;
  readonly policy: AllowancePolicy;
}

/** What an instance knows of a bucket. */
interface Purse {
  /** Units that were taken from the shared bucket and are not spent; below 0 for work that cost more than was known before. */
  held: number;
  /** The bucket after the last taking. Others may have taken from it since: it has at most so many units. */
  fullAt: number;
  taking: Promise<void> | null;
}

/** Callers in memory. One that is forgotten loses what an instance held for it, at most a batch. */
const mostPurses = 50_000;

/** How long an instance counts alone after the store failed, in milliseconds. */
const aloneMs = 10_000;

interface AllowancesOptions {
  /** Buckets that instances share; `null` where this process is the only one. */
  readonly repository: AllowanceRepository | null;
  readonly pseudonyms: Pseudonyms;
  readonly clock: () => number;
  readonly log: Log;
  /** How long a caller may wait for its bucket, in milliseconds; 1,000 if absent. */
  readonly patienceMs?: number;
}

/**
 * Buckets of callers. An instance takes batches from the shared bucket and spends them in memory, so that a request hardly ever meets the
 * store. In any time all instances together spend at most what the bucket gives, and a batch each that they held before. If the
 * store fails, each instance counts alone for some seconds: then each spends at most what one bucket gives.
 */
export class Allowances {
  readonly #purses = new BoundedCache<Purse>(mostPurses);
  #aloneUntil = 0;

  constructor(private readonly options: AllowancesOptions) {}

  /** Takes units if that is possible without waiting. */
  takeNow({ id, policy }: Spender, units: number): boolean {
    const purse = this.#purseOf(id);
    if (purse.held >= units) {
      purse.held -= units;
      return true;
    }
    const now = this.options.clock();
    if (!this.#isAlone(now) || this.#left(purse, policy, now) < units) return false;
    purse.fullAt = afterTaking(policy, purse.fullAt, units - purse.held, now);
    purse.held = 0;
    return true;
  }

  /** Takes units. @returns whether there were so many. */
  async take(spender: Spender, units: number): Promise<boolean> {
    const { id, policy } = spender;
    while (!this.takeNow(spender, units)) {
      const purse = this.#purseOf(id);
      // Who has nothing left meets no store either.
      if (this.#left(purse, policy, this.options.clock()) < units) return false;
      purse.taking ??= this.#takeBatch(spender, purse, units).finally(() => {
        purse.taking = null;
      });
      await purse.taking;
    }
    return true;
  }

  /** Counts what was spent already, also if there is less; with a negative number it gives units back. */
  charge({ id, policy }: Spender, units: number): void {
    const purse = this.#purseOf(id);
    const now = this.options.clock();
    if (this.#isAlone(now)) purse.fullAt = afterTaking(policy, purse.fullAt, units, now);
    // A debt that no bucket can pay would never end.
    else purse.held = Math.max(purse.held - units, -policy.burst / 2);
  }

  /** Units that may be left at most: other instances may know of less. */
  left({ id, policy }: Spender): number {
    return Math.max(0, Math.floor(this.#left(this.#purseOf(id), policy, this.options.clock())));
  }

  /** Milliseconds until there may be so many units. */
  msUntil({ id, policy }: Spender, units: number): number {
    const { held, fullAt } = this.#purseOf(id);
    return msUntil(policy, fullAt, Math.min(units, policy.burst) - held, this.options.clock());
  }

  #left({ held, fullAt }: Purse, policy: AllowancePolicy, now: number): number {
    return held + unitsLeft(policy, fullAt, now);
  }

  #isAlone(now: number): boolean {
    return this.options.repository === null || now < this.#aloneUntil;
  }

  async #takeBatch({ id, policy }: Spender, purse: Purse, units: number): Promise<void> {
    const { repository, pseudonyms, clock, log, patienceMs = 1_000 } = this.options;
    try {
      const least = units - purse.held;
      const wanted = Math.max(least, batchOf(policy));
      const taking = apartFromRequests(async () =>
        repository!.take(await pseudonyms.of(id), policy, { least, wanted, now: clock() }),
      );
      const { units: taken, fullAt } = await inTime(taking, patienceMs);
      purse.held += taken;
      purse.fullAt = fullAt;
    } catch (error) {
      this.#aloneUntil = clock() + aloneMs;
      log({
        level: "error",
        message: "Allowances are counted by this instance alone.",
        error: stackOf(error),
      });
    }
  }

  #purseOf(id: string): Purse {
    const known = this.#purses.get(id);
    if (known !== undefined) return known;
    const purse: Purse = { held: 0, fullAt: 0, taking: null };
    this.#purses.set(id, purse, 1);
    return purse;
  }
}

/** @throws Error if it takes too long. */
async function inTime<T>(run: Promise<T>, patienceMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The store did not answer in time.")), patienceMs);
  });
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}
