/** Every code that the hub can answer; clients may rely on them. Adding one is a change of the API. */
export const hubErrorCodes = [
  "ALREADY_EXISTS",
  "BAD_USER_INPUT",
  "IMPORT_RUNNING",
  "INVALID_CURSOR",
  "INVALID_ID",
  "INVALID_RECORD",
  "LEASE_LOST",
  "LIMIT_EXCEEDED",
  "PAGE_SIZE_OUT_OF_RANGE",
  "POINT_OUTSIDE_COVERAGE",
  "REQUEST_KEY_REUSED",
  "SERVICE_UNAVAILABLE",
  "SOURCE_UNREACHABLE",
  "SOURCE_UNREADABLE",
  "STALE_TABLE",
  "STILL_IN_USE",
  "STORE_REFUSED",
  "UNAUTHENTICATED",
  "UNKNOWN_CODE",
  "VERSION_CONFLICT",
] as const;

export type HubErrorCode = (typeof hubErrorCodes)[number];

export interface HubErrorDetails {
  /** What is wrong, in English, naming the wrong value. */
  readonly message: string;
  /** The same in Italian. */
  readonly messageIt: string;
  /** What the reader can do about it. */
  readonly hint: string;
  /** The argument, field, column or variable that is wrong, if there is one. */
  readonly where?: string;
  readonly cause?: unknown;
}

/**
 * An error thrown on purpose: its text is written for the reader and may leave the hub.
 * Anything else that is thrown is a bug and is masked at the edge.
 */
export class HubError extends Error {
  readonly code: HubErrorCode;
  readonly messageIt: string;
  readonly hint: string;
  readonly where: string | null;

  constructor(code: HubErrorCode, details: HubErrorDetails) {
    super(details.message, { cause: details.cause });
    this.name = "HubError";
    this.code = code;
    this.messageIt = details.messageIt;
    this.hint = details.hint;
    this.where = details.where ?? null;
  }
}
