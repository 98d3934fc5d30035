import {
  type AllowanceKind,
  type AllowancePolicies,
  allowanceKindOf,
  msFor,
  type RateLimit,
} from "../../domain/identity/allowance";
import { isKeyLike } from "../../domain/identity/api-key";
import type { Caller } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import { BoundedCache } from "../../storage/engine/bounded-cache";
import type { Table } from "../../storage/engine/table";
import { allowanceRepository } from "../../storage/identity/allowance.repository";
import type { Log } from "../log";
import { requestLimits } from "../request-limits";
import { Allowances, type Spender } from "./allowances";
import { addressOf, networkOf, type Origin } from "./client-address";
import { Pseudonyms } from "./pseudonyms";
import { type RequestAllowance, tooLittle } from "./request-allowance";
import { Turns, turnLimits } from "./turns";

export interface FairUseOptions {
  readonly policies: AllowancePolicies;
  /** The header with the address of the client that the edge of the hub sets; `null` without an edge. */
  readonly addressHeader: string | null;
  /** Where instances share their buckets; `null` for a hub that is one process. */
  readonly table: Table | null;
  readonly log: Log;
  /** How long a client waits for a rejection at most, in milliseconds; not at all if absent. One that insists asks less often. */
  readonly rejectionMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A caller whose keys are rejected too often. */
export interface WrongKeys {
  readonly error: HubError;
  readonly retryAfter: number;
}

/** How much each caller may ask, and in which order: for all paths of the hub. */
export class FairUse {
  readonly #allowances: Allowances;
  readonly #pseudonyms: Pseudonyms;
  readonly #turns = new Turns(turnLimits);
  /** Ids of callers without a key, by address: they are not put together again for each request. */
  readonly #anonymous = new BoundedCache<string>(mostAddresses);
  readonly #now: () => number;

  constructor(private readonly options: FairUseOptions) {
    const { table, log, now = Date.now } = options;
    const repository = table && allowanceRepository(table);
    this.#now = now;
    this.#pseudonyms = new Pseudonyms(repository, now);
    this.#allowances = new Allowances({ repository, pseudonyms: this.#pseudonyms, clock: now, log });
  }

  #anonymousAt(origin: Origin): string {
    const address = addressOf(origin, this.options.addressHeader);
    const known = this.#anonymous.get(address);
    if (known !== undefined) return known;
    const id = `address ${networkOf(address)}`;
    this.#anonymous.set(address, id, 1);
    return id;
  }

  /**
   * What a rejection waits for: the time in which a repeated request would be rejected too.
   * @param retryAfter seconds.
   */
  async pause(retryAfter: number): Promise<void> {
    const ms = Math.min(this.options.rejectionMs ?? 0, 1_000 * retryAfter);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  of(caller: Caller, origin: Origin): RequestAllowance {
    const kind = allowanceKindOf(caller);
    const id = kind === "ANONYMOUS" ? this.#anonymousAt(origin) : caller.name;
    return new OneRequest({ id, policy: this.options.policies[kind] }, kind, {
      allowances: this.#allowances,
      pseudonyms: this.#pseudonyms,
      turns: this.#turns,
      now: this.#now,
    });
  }

  /**
   * Counts a key or token that was rejected, by its address and by the id in the key. A right key is never counted, so it works from the
   * same address.
   * @returns what to answer if there were too many; else `null`.
   */
  async wrongKey(authorization: string, origin: Origin): Promise<WrongKeys | null> {
    const policy = this.options.policies.WRONG_KEYS;
    const given = authorization.replace(/^Bearer +/i, "");
    const spenders: Spender[] = [
      { id: `wrong keys of ${this.#anonymousAt(origin)}`, policy },
      // `vic_live_` and the id.
      ...(isKeyLike(given) ? [{ id: `wrong keys ${given.slice(0, 19)}`, policy }] : []),
    ];
    for (const spender of spenders) {
      if (await this.#allowances.take(spender, 1)) continue;
      const retryAfter = seconds(this.#allowances.msUntil(spender, 1));
      return { error: new HubError("RATE_LIMITED", "wrongKeys", { seconds: retryAfter }), retryAfter };
    }
    return null;
  }
}

/** Addresses whose network is in memory. */
const mostAddresses = 10_000;

interface Shared {
  readonly allowances: Allowances;
  readonly pseudonyms: Pseudonyms;
  readonly turns: Turns;
  readonly now: () => number;
}

class OneRequest implements RequestAllowance {
  isUsed = false;
  retryAfter: number | null = null;
  spent = 0;
  #paid = 0;
  /** With which it is at work; `null` if it is not. */
  #inside: number | null = null;

  constructor(
    private readonly spender: Spender,
    private readonly kind: AllowanceKind,
    private readonly shared: Shared,
  ) {}

  get pseudonym(): string | null {
    return this.shared.pseudonyms.now(this.spender.id);
  }

  reserve(units: number): Promise<void> {
    return this.#reserve(units, turnLimits.unitsOfRound);
  }

  reserveSoon(units: number): Promise<void> {
    return this.#reserve(units, turnLimits.unitsAtOnce);
  }

  async #reserve(units: number, ofRound: number): Promise<void> {
    const more = units - this.#paid;
    if (more <= 0) return;
    this.isUsed = true;
    const { allowances } = this.shared;
    if (!(await allowances.take(this.spender, more))) {
      // What it wants is known because it was read and checked. Whoever repeats it instead of waiting would have that done all the time.
      if (this.#paid > 0) this.charge(requestLimits.rejectedUnits);
      // It pays from the beginning when it comes again.
      this.retryAfter = seconds(allowances.msUntil(this.spender, units));
      throw tooLittle(units, this.state(), this.retryAfter);
    }
    this.#paid = units;
    this.spent += more;
    await this.#waitForTurn(more, ofRound);
  }

  async #waitForTurn(units: number, ofRound: number): Promise<void> {
    const { turns } = this.shared;
    // Who waits holds no place.
    this.end();
    const full = await turns.enter(this.spender.id, units, ofRound);
    if (full === null) {
      this.#inside = units;
      return;
    }
    this.giveBack();
    this.retryAfter = 1;
    const { waiting, waitingOfCaller } = turnLimits;
    throw full === "caller"
      ? new HubError("RATE_LIMITED", "waiting", { most: waitingOfCaller })
      : new HubError("SERVICE_UNAVAILABLE", "waiting", { most: waiting });
  }

  reserveNow(units: number): boolean {
    const { allowances, turns } = this.shared;
    if (this.#inside !== null && this.#paid === units) return true;
    if (!allowances.takeNow(this.spender, units)) return false;
    this.isUsed = true;
    this.#paid = units;
    this.spent += units;
    const isInside = turns.enterNow(this.spender.id, units);
    if (isInside) this.#inside = units;
    else this.giveBack();
    return isInside;
  }

  charge(units: number): void {
    this.spent += units;
    this.shared.allowances.charge(this.spender, units);
  }

  giveBack(): void {
    this.charge(-this.#paid);
    this.#paid = 0;
  }

  end(): void {
    if (this.#inside === null) return;
    this.shared.turns.leave(this.spender.id, this.#inside);
    this.#inside = null;
  }

  state(): RateLimit {
    const { policy } = this.spender;
    const { burst: limit, perSecond } = policy;
    const remaining = Math.min(limit, this.shared.allowances.left(this.spender));
    const resetAt = new Date(this.shared.now() + msFor(policy, limit - remaining)).toISOString();
    return { kind: this.kind, limit, remaining, perSecond, resetAt };
  }
}

/** Whole ones, as the header takes them. */
const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1_000));
