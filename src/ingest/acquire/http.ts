import { createRateLimits, type RateLimits } from "./rate-limit";

/** Limits of requests; beyond one the hub stops with an error that names it. */
export interface HttpLimits {
  /** Milliseconds until the headers of an answer arrive, connection included. */
  readonly headersMs: number;
  /** Milliseconds without a single byte. */
  readonly idleMs: number;
  /** Milliseconds for one file or one API as a whole, delays and retries included. */
  readonly wholeMs: number;
  /** Bytes of a file, decompressed. */
  readonly fileBytes: number;
  /** Bytes of one page of an API, decompressed. */
  readonly pageBytes: number;
  /** Pages of one API. */
  readonly pages: number;
  readonly redirects: number;
  /** Attempts for one request. */
  readonly attempts: number;
  /** Milliseconds before the second attempt, at most; doubled for each further one. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A server that demands a longer delay gets no more requests in this run. */
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

/** Access to the network, with the clock and the randomness that it needs. */
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
