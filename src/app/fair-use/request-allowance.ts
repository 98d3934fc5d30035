import type { CallerAllowance, RateLimit } from "../../domain/identity/allowance";
import { HubError } from "../../domain/kit/errors";
import { requestLimits } from "../request-limits";

/** The allowance of the caller of one request, and its place among the requests of all. */
export interface RequestAllowance extends CallerAllowance {
  /** The caller without what it may reveal, for the log; `null` if it is not known yet. */
  readonly pseudonym: string | null;
  /** Whether the request took or wanted anything. */
  readonly isUsed: boolean;
  /** Units that it has paid. */
  readonly spent: number;
  /** Seconds after which a rejected request may come again; `null` if none was rejected. */
  readonly retryAfter: number | null;
  /**
   * As `reserve`, if that needs no waiting, or `reserveSoon` has done it; else nothing happens. The request must not wait for anything
   * before `end`.
   */
  reserveNow(units: number): boolean;
  /** As `reserve`, for what is answered without waiting once its turn has come. */
  reserveSoon(units: number): Promise<void>;
  /** Pays for work that was not known before. */
  charge(units: number): void;
  /** Gives back what was paid for an answer that was not made. */
  giveBack(): void;
  end(): void;
}

/** The status of a request that is not run because of what its caller, or all callers, asked before; `null` for another error. */
export const statusOfLimit = (error: unknown): number | null =>
  !(error instanceof HubError)
    ? null
    : error.code === "RATE_LIMITED"
      ? 429
      : error.code === "SERVICE_UNAVAILABLE"
        ? 503
        : null;

/** The error of a request for which a caller has too little. */
export const tooLittle = (
  units: number,
  { remaining, limit }: Pick<RateLimit, "limit" | "remaining">,
  seconds: number,
): HubError =>
  new HubError("RATE_LIMITED", units > requestLimits.requestUnits ? "units" : "empty", {
    units,
    remaining,
    limit,
    seconds,
  });
