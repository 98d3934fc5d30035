import { HubError } from "../../domain/kit/errors";

/**
 * The one place where an error of the AWS SDK or of an engine becomes one of the hub. The storage itself throws what the SDK
 * threw, because conditions that do not hold are part of its work; whoever answers a person asks here: commands say all
 * of it, the API says only that the store is not available and logs the rest.
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
  TransactionConflictException: "contended",
  UnrecognizedClientException: "denied",
};

/** What Node says of connections. */
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

/** As LevelDB, SQLite and systems say it. */
const noRoom = /no space left|file too large|disk quota exceeded|disk is full/i;

/**
 * What an error of the store means: SERVICE_UNAVAILABLE where it may be over the next time, STORE_REFUSED where somebody has to change
 * something before.
 * @returns `null` for what is no error of the store.
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

/** The SDK leaves its mark on everything that it throws, whatever made it fail. */
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

/** Whether the request of a failed condition was sent more than once: then it may have failed on what it wrote itself. */
export const wasRepeated = (error: unknown): boolean => isOfSdk(error) && (error.$metadata.attempts ?? 1) > 1;

export const dataFolderUnusable = (dataDir: string, error: unknown, cause = error): HubError => {
  const reason = error instanceof Error ? error.message : String(error);
  return noRoom.test(reason)
    ? new HubError("SERVICE_UNAVAILABLE", "folderFull", { dataDir, reason }, { cause })
    : new HubError("STORE_REFUSED", "folder", { dataDir, reason }, { cause });
};
