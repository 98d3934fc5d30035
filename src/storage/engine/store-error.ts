import { HubError, type HubErrorDetails } from "../../domain/kit/errors";

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
  TransactionConflictException: "contended",
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

type Text = Pick<HubErrorDetails, "hint" | "message" | "messageIt">;

const again = "Try again in some seconds.";

const texts: Readonly<Record<StoreFault, Text>> = {
  busy: {
    message: "The store is too busy or too slow at the moment.",
    messageIt: "L'archivio è al momento sovraccarico o troppo lento.",
    hint: again,
  },
  contended: {
    message: "Others wrote the same record at the same time, again and again.",
    messageIt: "Altri hanno scritto più volte lo stesso record nello stesso momento.",
    hint: again,
  },
  denied: {
    message: "The store does not accept the credentials.",
    messageIt: "L'archivio non accetta le credenziali.",
    hint: "Check the profile or the keys, and what they may do with the table (docs/runbook.md, First load of data).",
  },
  failed: {
    message: "The store could not do what it was asked for.",
    messageIt: "L'archivio non è riuscito a eseguire quanto richiesto.",
    hint: `${again} If it happens again, look at the log of the store.`,
  },
  full: {
    message: "The disk of the store is full.",
    messageIt: "Il disco dell'archivio è pieno.",
    hint: "Make room on the disk that holds the data folder, then try again.",
  },
  noAnswer: {
    message: "The store did not answer in time, or broke off its answer.",
    messageIt: "L'archivio non ha risposto in tempo o ha interrotto la risposta.",
    hint: again,
  },
  noTable: {
    message: "The store does not have the table.",
    messageIt: "L'archivio non contiene la tabella.",
    hint: "Check the name of the table (VICINATO_TABLE_NAME) and the region; at AWS the stack creates it.",
  },
  refused: {
    message: "The store refused a request.",
    messageIt: "L'archivio ha rifiutato una richiesta.",
    hint: "Nothing can be done about it here: report it with what the command printed.",
  },
  unreachable: {
    message: "The store cannot be reached.",
    messageIt: "L'archivio non è raggiungibile.",
    hint: "Check that it runs, and its address (VICINATO_DYNAMODB_ENDPOINT).",
  },
};

const outages: ReadonlySet<StoreFault> = new Set([
  "busy",
  "contended",
  "failed",
  "full",
  "noAnswer",
  "unreachable",
]);

/**
 * The meaning of an error of the store: SERVICE_UNAVAILABLE if a retry may succeed, STORE_REFUSED if somebody must
 * change something before.
 * @returns `null` for any other error.
 */
export function storeErrorOf(error: unknown): HubError | null {
  const fault = faultOf(error);
  if (fault === null) return null;
  const code = outages.has(fault) ? "SERVICE_UNAVAILABLE" : "STORE_REFUSED";
  return new HubError(code, { ...texts[fault], cause: error });
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

/** Whether the request of a failed condition was sent more than once: it may have failed on its own write. */
export const wasRepeated = (error: unknown): boolean => isOfSdk(error) && (error.$metadata.attempts ?? 1) > 1;

export const dataFolderUnusable = (dataDir: string, why: string, cause?: unknown): HubError => {
  const isFull = noRoom.test(why);
  return new HubError(isFull ? "SERVICE_UNAVAILABLE" : "STORE_REFUSED", {
    message: `The data folder ${dataDir} cannot be used: ${why}.`,
    messageIt: `La cartella dei dati ${dataDir} non è utilizzabile: ${why}.`,
    hint: isFull ? texts.full.hint : "Correct it, or set VICINATO_DATA_DIR to another folder.",
    cause,
  });
};

export const dataFolderInUse = (dataDir: string): HubError =>
  new HubError("SERVICE_UNAVAILABLE", {
    message: `Another command is using ${dataDir}.`,
    messageIt: `Un altro comando sta usando ${dataDir}.`,
    hint: "Wait until it has finished, then try again.",
  });
