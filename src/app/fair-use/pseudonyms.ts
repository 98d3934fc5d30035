import { createHmac, randomBytes } from "node:crypto";
import { apartFromRequests } from "../../storage/engine/request-work";
import type { AllowanceRepository } from "../../storage/identity/allowance.repository";

/** Characters of a hash: enough for callers of a day, and too few for anything else. */
const length = 22;

/**
 * Callers by a hash with a secret of the day, the same in all instances. The space of IPv4 addresses is small: without a secret
 * everybody could find the address of a hash.
 */
export class Pseudonyms {
  #day = "";
  #secret: string | null = null;
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
    return this.#day === day && this.#secret !== null ? hashOf(caller, this.#secret) : null;
  }

  async #load(): Promise<string> {
    const day = this.#today();
    const secret = await this.repository!.secretOf(day);
    this.#keep(day, secret);
    return secret;
  }

  #keep(day: string, secret: string): void {
    this.#day = day;
    this.#secret = secret;
  }

  #today(): string {
    return new Date(this.clock()).toISOString().slice(0, 10);
  }
}

const hashOf = (caller: string, secret: string): string =>
  createHmac("sha256", secret).update(caller).digest("base64url").slice(0, length);
