import { HubError } from "../../domain/kit/errors";
import { shownUrl } from "./shown-url";

/** A failure that may be over when the same is asked again. */
export class TemporaryFailure extends Error {
  /** Milliseconds after which the server wants to be asked again; `null` where it did not say. */
  readonly retryAfterMs: number | null;

  constructor(what: string, retryAfterMs: number | null = null, cause?: unknown) {
    super(what, { cause });
    this.name = "TemporaryFailure";
    this.retryAfterMs = retryAfterMs;
  }
}

export const tooLarge = (address: string, most: number): HubError =>
  new HubError("SOURCE_UNREADABLE", "larger", { url: shownUrl(address), most }, { where: "origin" });

export const tookTooLong = (address: string, ms: number): HubError =>
  new HubError(
    "SOURCE_UNREACHABLE",
    "tookTooLong",
    { url: shownUrl(address), seconds: ms / 1_000 },
    { where: "origin" },
  );
