import { type Caller, may } from "./caller";

/** How much a caller may spend: a token bucket, in units of cost (docs/decisions/0027). */
export interface AllowancePolicy {
  /** Units of a full bucket. */
  readonly burst: number;
  /** Units that come back each second. */
  readonly perSecond: number;
}

/** Kinds of callers with an allowance of their own kind: an address, a key or token of a partner, and one of the city. */
export type AllowanceKind = "ANONYMOUS" | "CITY" | "PARTNER";

export type AllowancePolicies = Readonly<Record<AllowanceKind | "WRONG_KEYS", AllowancePolicy>>;

/**
 * The usual allowances. Anonymous: ten of the largest operations at once, and one more every five seconds, about an eighth of a
 * processor. `WRONG_KEYS` counts keys and tokens that were rejected, by address and by the id in the key.
 */
export const usualPolicies: AllowancePolicies = {
  ANONYMOUS: { burst: 3_000_000, perSecond: 60_000 },
  PARTNER: { burst: 15_000_000, perSecond: 300_000 },
  CITY: { burst: 60_000_000, perSecond: 1_200_000 },
  WRONG_KEYS: { burst: 20, perSecond: 0.2 },
};

/** Editors and admins work for the city. */
export const allowanceKindOf = (caller: Caller): AllowanceKind =>
  caller.kind === "ANONYMOUS" ? "ANONYMOUS" : may(caller, "REVIEW") ? "CITY" : "PARTNER";

/** What a caller may still spend, as clients see it. */
export interface RateLimit {
  readonly kind: AllowanceKind;
  /** Units of a full bucket. */
  readonly limit: number;
  readonly remaining: number;
  readonly perSecond: number;
  /** Instant at which the bucket is full again. */
  readonly resetAt: string;
}

/** The allowance of whoever sends a request. */
export interface CallerAllowance {
  /**
   * Pays for the request until so many units are paid in all, and waits for its turn.
   * @throws HubError RATE_LIMITED, or SERVICE_UNAVAILABLE if too many requests wait.
   */
  reserve(units: number): Promise<void>;
  state(): RateLimit;
}

/*
 * A bucket is one number: the instant at which it is full again, in milliseconds since 1970. An instant in the past is a full bucket, so
 * a bucket that nobody uses needs no record.
 */

/** Units in a bucket; below 0 if more was spent than was there. */
export const unitsLeft = ({ burst, perSecond }: AllowancePolicy, fullAt: number, now: number): number =>
  burst - (Math.max(0, fullAt - now) * perSecond) / 1_000;

/** The time in which so many units come back, in milliseconds. */
export const msFor = ({ perSecond }: AllowancePolicy, units: number): number =>
  Math.ceil((units * 1_000) / perSecond);

/** The bucket after units were taken from it; not a whole millisecond, which would be much for what is taken often and is little. */
export const afterTaking = (
  { perSecond }: AllowancePolicy,
  fullAt: number,
  units: number,
  now: number,
): number => Math.max(fullAt, now) + (units * 1_000) / perSecond;

/** Milliseconds until a bucket has so many units; 0 if it has them. More than a full bucket never come: then until it is full. */
export const msUntil = (policy: AllowancePolicy, fullAt: number, units: number, now: number): number =>
  Math.max(0, msFor(policy, Math.min(units, policy.burst) - unitsLeft(policy, fullAt, now)));

/** Units that an instance takes at once: a twentieth of a full bucket. */
export const batchOf = ({ burst }: AllowancePolicy): number => Math.max(1, Math.floor(burst / 20));
