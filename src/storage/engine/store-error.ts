import { HubError } from "../../domain/kit/errors";

/**
 * The one place where an error of the AWS SDK or of an engine becomes one of the hub. The storage itself throws the
 * errors of the SDK, because failed conditions are part of its work. Callers that report to people convert here:
 * commands print everything, the API only reports that the store is not available, and logs the rest.
 */
type StoreFault =
  | "busy"
  | "contended"
  | "failed"
  | "full"
  | "noAnswer"
  | "noTable"
  | "refused"
  | "unreachable"
  | "denied";

const names: Readonly<Record<string, StoreFault>> = {
  AccessDeniedException: "denied",
  ConditionalCheckFailedException: "contended",
  CredentialsProviderError: "denied",
  ExpiredTokenException: "denied",
  IncompleteSignatureException: "denied",
  InternalServerError: "failed",
  InvalidSignatureException: "denied",
  MissingAuthenticationTokenException: "denied",
  NotAuthorized: "denied",
  OptInRequired: "denied",
  ProvisionedThroughputExceededException: "busy",
  RequestLimitExceeded: "busy",
  ResourceInUseException: "busy",
  ResourceNotFoundException: "noTable",
  ServiceUnavailable: "busy",
  ServiceUnavailableException: "busy",
  ThrottlingException: "busy",
  TransactionCanceledException: "contended",
  TransactionConflictException: "contended",
  TransactionInProgressException: "contended",
  UnrecognizedClientException: "denied",
};

/** Node's codes of connection errors. */
const codes: Readonly<Record<string, StoreFault>> = {
  EAI_AGAIN: "unreachable",
  ECONNREFUSED: "unreachable",
  ECONNRESET: "noAnswer",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  ENOENT: "unreachable",
  ENOTFOUND: "unreachable",
  EPIPE: "noAnswer",
  ETIMEDOUT: "noAnswer",
};

/** The words of LevelDB, SQLite and operating systems. */
const noRoom = /no space left|file too large|disk quota exceeded|disk is full/i;

/** The word of LevelDB for content that it cannot read. */
const corrupt = /^corruption/i;

/**
 * The meaning of an error of the store: SERVICE_UNAVAILABLE if a retry may succeed, STORE_REFUSED if somebody must
 * change something before.
 * @returns `null` for any other error.
 */
export function storeErrorOf(error: unknown): HubError | null {
  const fault = faultOf(error);
  if (fault === null) return null;
  const circumstances = { cause: error };
  switch (fault) {
    case "denied":
    case "noTable":
    case "refused":
      return new HubError("STORE_REFUSED", fault, null, circumstances);
    default:
      return new HubError("SERVICE_UNAVAILABLE", fault, null, circumstances);
  }
}

/** The SDK adds metadata to everything that it throws, whatever the cause. */
interface SdkError extends Error {
  readonly code?: string;
  readonly $metadata: { readonly attempts?: number; readonly httpStatusCode?: number };
}

const isOfSdk = (error: unknown): error is SdkError => error instanceof Error && "$metadata" in error;

function faultOf(error: unknown): StoreFault | null {
  if (!isOfSdk(error) || error instanceof HubError) return null;
  if (noRoom.test(error.message)) return "full";
  if (error.name === "TimeoutError") return codes[error.code ?? ""] ?? "noAnswer";
  const { httpStatusCode = 0 } = error.$metadata;
  return names[error.name] ?? codes[error.code ?? ""] ?? (httpStatusCode >= 500 ? "failed" : "refused");
}

/** The words of the SDK for a value without a form in the store. */
const noForm = /Number\.MAX_SAFE_INTEGER|Special numeric value|Unsupported type passed|removeUndefinedValues/;

/** Whether it is the item that cannot be written: too large, a key too long, a value without a form in the store. */
export const isOfItem = (error: unknown): error is Error =>
  error instanceof Error &&
  (error.name === "ValidationException" ||
    noForm.test(error.message) ||
    error instanceof RangeError ||
    (error instanceof TypeError && !isOfSdk(error)));

/** Whether the request of a failed condition was sent more than once: it may have failed on its own write. */
export const wasRepeated = (error: unknown): boolean => isOfSdk(error) && (error.$metadata.attempts ?? 1) > 1;

export const dataFolderUnusable = (dataDir: string, error: unknown, cause = error): HubError => {
  const reason = error instanceof Error ? error.message : String(error);
  if (corrupt.test(reason))
    return new HubError("STORE_REFUSED", "folderCorrupt", { dataDir, reason }, { cause });
  return noRoom.test(reason)
    ? new HubError("SERVICE_UNAVAILABLE", "folderFull", { dataDir, reason }, { cause })
    : new HubError("STORE_REFUSED", "folder", { dataDir, reason }, { cause });
};
