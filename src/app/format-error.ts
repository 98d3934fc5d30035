import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { HubError } from "../domain/kit/errors";
import { storeErrorOf } from "../storage/engine/store-error";
import { stackOf } from "./log";

/** Codes of requests that Apollo Server itself rejects: their messages concern the request only. */
const refusals: ReadonlySet<unknown> = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

/**
 * The one place that decides what a client learns of an error. An intended error passes with its code, its Italian text
 * and its hint; any other is replaced by a general sentence.
 */
export function formatError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const error = reasonIn(thrown);
  const known = isForClients(error) ? error : (outageOf(error) ?? changeByGet(formatted));
  if (known) return { ...formatted, message: known.message, extensions: extensionsOf(known) };
  const code = formatted.extensions?.code;
  if (refusals.has(code)) {
    const message = shortened(formatted.message);
    return { ...formatted, message, extensions: { ...reasonOf(thrown), code } };
  }
  const masked = new HubError("INTERNAL_SERVER_ERROR", "masked");
  return { ...formatted, message: masked.message, extensions: extensionsOf(masked) };
}

/** Apollo's own sentence does not say what to do. */
const changeByGet = ({ message }: GraphQLFormattedError): HubError | null =>
  message.startsWith("GET requests only support query operations")
    ? new HubError("BAD_REQUEST", "changeByGet")
    : null;

/** The stack of an error that clients do not see, for the operator; `null` for an intended error. */
export function faultOf(thrown: unknown): string | null {
  const error = reasonIn(thrown);
  const code = thrown instanceof GraphQLError ? thrown.extensions.code : undefined;
  if (isForClients(error) || refusals.has(code)) return null;
  return stackOf(error);
}

/** What a resolver threw, or the reason why a valid operation is not run. */
const reasonIn = (thrown: unknown): unknown =>
  thrown instanceof GraphQLError &&
  thrown.originalError instanceof HubError &&
  thrown.extensions.code === thrown.originalError.code
    ? thrown.originalError
    : unwrapResolverError(thrown);

/** Errors between the hub and its store are for its operator. */
const isForClients = (error: unknown): error is HubError =>
  error instanceof HubError && error.code !== "STORE_REFUSED";

/** GraphQL repeats a wrong variable in full, which may be most of a large request. */
const shortened = (message: string): string => (message.length > 500 ? `${message.slice(0, 499)}…` : message);

export const extensionsOf = ({ code, messageIt, hint, hintIt, where, suggestions }: HubError) => ({
  code,
  messageIt,
  hint,
  hintIt,
  ...(where && { where }),
  ...(suggestions && { suggestions }),
});

/** What a scalar or a limit says of a request that GraphQL rejects in its own words. */
const reasonOf = (thrown: unknown): ReturnType<typeof extensionsOf> | null =>
  thrown instanceof HubError
    ? extensionsOf(thrown)
    : thrown instanceof GraphQLError
      ? reasonOf(thrown.originalError)
      : null;

/** Clients learn that the store is not available, but not why: the reason may name addresses, disks and accounts. */
const outageOf = (error: unknown): HubError | null =>
  storeErrorOf(error)?.code === "SERVICE_UNAVAILABLE"
    ? new HubError("SERVICE_UNAVAILABLE", "unavailable")
    : null;
