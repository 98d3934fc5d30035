import { createHmac, randomBytes } from "node:crypto";
import { addDays, dayMs } from "../../domain/schedule/calendar-day";
import { BoundedCache } from "../../storage/engine/bounded-cache";
import { apartFromRequests } from "../../storage/engine/request-work";
import type { AllowanceRepository } from "../../storage/identity/allowance.repository";

/** Characters of a hash: enough for callers of a day, and too few for anything else. */
const length = 22;

/** Callers whose hash is in memory. */
const mostKnown = 10_000;

/**
 * Callers by a hash with a secret of the day, the same in all instances. The space of IPv4 addresses is small: without a secret
 * everybody could find the address of a hash.
 */
export class Pseudonyms {
  /** Since 1970. */
  #day = Number.NaN;
  #secret: string | null = null;
  /** Of this day: the log asks for one with each request. */
  #known = new BoundedCache<string>(mostKnown);
  #loading: Promise<unknown> | null = null;

  /** @param repository where instances share the secret; `null` for a secret of this process. */
  constructor(
    private readonly repository: AllowanceRepository | null,
    private readonly clock: () => number,
  ) {}

  /** @throws the error of the store if the secret of this day is not known yet. */
  async of(caller: string): Promise<string> {
    return this.now(caller) ?? hashOf(caller, await this.#load());
  }

  /** `null` if the secret of this day is not known yet; it will be soon. */
  now(caller: string): string | null {
    const day = this.#today();
    if (this.#day !== day) {
      if (this.repository === null) this.#keep(day, randomBytes(32).toString("base64url"));
      else
        this.#loading ??= apartFromRequests(() => this.#load())
          .catch(() => undefined)
          .finally(() => {
            this.#loading = null;
          });
    }
    if (this.#day !== day || this.#secret === null) return null;
    const known = this.#known.get(caller);
    if (known !== undefined) return known;
    const hash = hashOf(caller, this.#secret);
    this.#known.set(caller, hash, 1);
    return hash;
  }

  async #load(): Promise<string> {
    const day = this.#today();
    const secret = await this.repository!.secretOf(addDays("1970-01-01", day));
    this.#keep(day, secret);
    return secret;
  }

  #keep(day: number, secret: string): void {
    this.#day = day;
    this.#secret = secret;
    this.#known = new BoundedCache(mostKnown);
  }

  #today(): number {
    return Math.floor(this.clock() / dayMs);
  }
}

const hashOf = (caller: string, secret: string): string =>
  createHmac("sha256", secret).update(caller).digest("base64url").slice(0, length);
