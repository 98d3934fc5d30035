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

/** No answer, or none to continue with. */
export const unreachable = (address: string, what: string, cosa: string, hint: string, cause?: unknown) =>
  new HubError("SOURCE_UNREACHABLE", {
    message: `${shownUrl(address)} ${what}.`,
    messageIt: `${shownUrl(address)} ${cosa}.`,
    hint,
    where: "origin",
    cause,
  });

/** An answer, but not with the expected content. */
export const notAsExpected = (address: string, what: string, cosa: string, hint: string, cause?: unknown) =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${shownUrl(address)} ${what}.`,
    messageIt: `${shownUrl(address)} ${cosa}.`,
    hint,
    where: "origin",
    cause,
  });

export const tooLarge = (address: string, most: number): HubError =>
  notAsExpected(
    address,
    `is larger than ${most} bytes`,
    `è più grande di ${most} byte`,
    "Ask for a part of it, or raise the limit if the size is plausible.",
  );

export const tookTooLong = (address: string, ms: number): HubError =>
  unreachable(
    address,
    `was not complete after ${ms / 1_000} seconds`,
    `non era completo dopo ${ms / 1_000} secondi`,
    "Run the download again: it goes on where it stopped, if the server allows it.",
  );
