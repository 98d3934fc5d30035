import { HubError } from "../../domain/kit/errors";
import { TemporaryFailure, tookTooLong } from "./acquire-errors";
import type { Http, HttpLimits } from "./http";
import { shownUrl } from "./shown-url";

/**
 * Milliseconds before the next attempt: exponential backoff with full jitter, so that clients that failed together do
 * not return together (M. Brooker, Exponential Backoff And Jitter, 2015).
 * @param attempt the failed one, from 1.
 */
export function retryDelay(
  attempt: number,
  { firstDelayMs, longestDelayMs }: Pick<HttpLimits, "firstDelayMs" | "longestDelayMs">,
  random: () => number,
): number {
  return Math.floor(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)));
}

/** A `Retry-After` header, in seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now; `null` for neither. */
export function retryAfterMs(header: string | null, now: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/**
 * Repeats the work while failures are temporary, within the limits.
 * @throws HubError SOURCE_UNREACHABLE after the last attempt; other errors pass through.
 */
export async function withRetries<T>(
  http: Http,
  address: string,
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  const { attempts, wholeMs, longestRetryAfterMs } = http.limits;
  const end = http.now() + wholeMs;
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      if (!(error instanceof TemporaryFailure)) throw error;
      const asked = error.retryAfterMs;
      if (asked !== null && asked > longestRetryAfterMs) throw tooLongToWait(address, asked, error);
      if (number >= attempts) throw gaveUp(address, number, error);
      const delay = Math.max(retryDelay(number, http.limits, http.random), asked ?? 0);
      if (http.now() + delay > end) throw tookTooLong(address, wholeMs);
      await http.sleep(delay);
    }
  }
}

function gaveUp(address: string, attempts: number, cause: TemporaryFailure): HubError {
  const values = { url: shownUrl(address), reason: cause.message, attempts };
  return new HubError("SOURCE_UNREACHABLE", "gaveUp", values, { where: "origin", cause });
}

function tooLongToWait(address: string, ms: number, cause: TemporaryFailure): HubError {
  const values = { url: shownUrl(address), seconds: Math.ceil(ms / 1_000) };
  return new HubError("SOURCE_UNREACHABLE", "wait", values, { where: "origin", cause });
}
