import { HubError } from "../../domain/kit/errors";
import { shownUrl } from "./shown-url";

/** A failure that a retry may resolve. */
export class TemporaryFailure extends Error {
  /** Milliseconds until the server accepts another request; `null` if it did not say. */
  readonly retryAfterMs: number | null;

  constructor(what: string, retryAfterMs: number | null = null, cause?: unknown) {
    super(what, { cause });
    this.name = "TemporaryFailure";
    this.retryAfterMs = retryAfterMs;
  }
}

export const tooLarge = (address: string, most: number): HubError =>
  new HubError("SOURCE_UNREADABLE", "larger", { url: shownUrl(address), most }, { where: "origin" });

export function tookTooLong(address: string, ms: number): HubError {
  const values = { url: shownUrl(address), seconds: ms / 1_000 };
  return new HubError("SOURCE_UNREACHABLE", "tookTooLong", values, { where: "origin" });
}
