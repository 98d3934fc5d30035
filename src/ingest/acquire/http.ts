import { createRateLimits, type RateLimits } from "./rate-limit";

/** How long and how much a request may take; beyond it the hub gives up by name. */
export interface HttpLimits {
  /** Milliseconds until the headers of an answer are there, connection included. */
  readonly headersMs: number;
  /** Milliseconds without a single byte. */
  readonly idleMs: number;
  /** Milliseconds that one file or one API may take as a whole, waiting and repeating included. */
  readonly wholeMs: number;
  /** Bytes of a file, unpacked. */
  readonly fileBytes: number;
  /** Bytes of one page of an API, unpacked. */
  readonly pageBytes: number;
  /** Pages of one API. */
  readonly pages: number;
  readonly redirects: number;
  /** Times that one thing is asked for before the hub gives up. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, at most; doubled for each further one. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A server that asks to wait longer than this is not asked again in this run. */
  readonly longestRetryAfterMs: number;
}

const usualHttpLimits: HttpLimits = {
  headersMs: 60_000,
  idleMs: 60_000,
  wholeMs: 60 * 60_000,
  fileBytes: 2 * 1024 ** 3,
  pageBytes: 32 * 1024 ** 2,
  pages: 10_000,
  redirects: 5,
  attempts: 6,
  firstDelayMs: 1_000,
  longestDelayMs: 60_000,
  longestRetryAfterMs: 10 * 60_000,
};

/** What reaches out of the hub, and the time and chance that it depends on. */
export interface Http {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly limits: HttpLimits;
  readonly rates: RateLimits;
}

export function createHttp(given: Partial<Omit<Http, "rates">> = {}): Http {
  const now = given.now ?? Date.now;
  const sleep = given.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)));
  return {
    fetch: given.fetch ?? fetch,
    now,
    sleep,
    random: given.random ?? Math.random,
    limits: given.limits ?? usualHttpLimits,
    rates: createRateLimits({ now, sleep }),
  };
}
