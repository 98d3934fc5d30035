import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { HubError } from "../domain/errors";

/** Codes that Apollo Server gives to requests that it refuses itself: their messages speak of the request only. */
const refusals: ReadonlySet<unknown> = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/** Names of SDK errors that mean "too busy or too slow", not "broken". */
const overload: ReadonlySet<string> = new Set([
  "InternalServerError",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "ThrottlingException",
  "TimeoutError",
]);

/**
 * The one place where it is decided what a client learns of an error: what was thrown on purpose passes with its
 * code, its Italian text and what to do; anything else is answered by a sentence that says nothing.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const known = error instanceof HubError ? error : hubErrorOf(error);
  if (known) return { ...formatted, message: known.message, extensions: extensionsOf(known) };
  const code = formatted.extensions?.code;
  if (refusals.has(code))
    return { ...formatted, message: shortened(formatted.message), extensions: { code } };
  return { ...formatted, message: masked.message, extensions: extensionsOf(masked) };
}

/** What an operator has to see of an error that a client does not: the stack; `null` for what was thrown on purpose. */
export function faultOf(thrown: unknown): string | null {
  const error = unwrapResolverError(thrown);
  const code = thrown instanceof GraphQLError ? thrown.extensions.code : undefined;
  if (error instanceof HubError || refusals.has(code)) return null;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** GraphQL repeats a wrong variable in full, which may be most of a large body. */
const shortened = (message: string): string => (message.length > 500 ? `${message.slice(0, 499)}…` : message);

const extensionsOf = ({ code, messageIt, hint, where }: Extensions) => ({
  code,
  messageIt,
  hint,
  ...(where && { where }),
});

interface Extensions {
  readonly code: string;
  readonly messageIt: string;
  readonly hint: string;
  readonly where?: string | null;
}

const masked = {
  code: "INTERNAL_SERVER_ERROR",
  message: "Something went wrong in the hub.",
  messageIt: "Si è verificato un errore nell'hub.",
  hint: "Try again; if it happens again, report it with the request id.",
};

function hubErrorOf(error: unknown): HubError | null {
  if (!(error instanceof Error) || !overload.has(error.name)) return null;
  return new HubError("SERVICE_UNAVAILABLE", {
    message: "The store is too busy or too slow at the moment.",
    messageIt: "L'archivio è al momento sovraccarico o troppo lento.",
    hint: "Try again in some seconds.",
    cause: error,
  });
}
