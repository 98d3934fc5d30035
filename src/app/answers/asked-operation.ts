import { HubError } from "../../domain/kit/errors";
import type { OperationText } from "../../graphql/compiled/compiled-operations";

/** An operation and its variables. */
export interface AskedText extends OperationText {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What of a request says which operation it asks for. */
export interface OperationParts {
  readonly query: unknown;
  readonly operationName: unknown;
  readonly variables: unknown;
  readonly extensions: unknown;
}

export const noParts: OperationParts = {
  query: undefined,
  operationName: undefined,
  variables: undefined,
  extensions: undefined,
};

/** The parts of a request body; none if it is not an object. */
export const partsOfBody = (body: unknown): OperationParts =>
  typeof body === "object" && body !== null && !Array.isArray(body) ? { ...noParts, ...body } : noParts;

/** The parts of a request body; none if it is not JSON. */
export function partsOfText(text: string): OperationParts {
  try {
    return partsOfBody(JSON.parse(text));
  } catch {
    return noParts;
  }
}

/** The parts in an address. One that Apollo will reject has none of them. */
export function partsOfSearch(search: string): OperationParts {
  const parameters = new URLSearchParams(search);
  const names = Object.keys(noParts);
  if (names.some((name) => parameters.getAll(name).length > 1)) return noParts;
  const text = (name: string) => parameters.get(name) ?? undefined;
  try {
    return {
      query: text("query"),
      operationName: text("operationName"),
      variables: parsed(text("variables")),
      extensions: parsed(text("extensions")),
    };
  } catch {
    return noParts;
  }
}

const parsed = (json: string | undefined): unknown => (json === undefined ? undefined : JSON.parse(json));

/** The same operation with the same values has the same key, for the media types that the client accepts. */
export const operationKey = (
  { query, operationName, variables }: OperationParts,
  accept: string | undefined,
): string => JSON.stringify([query, operationName ?? null, variables ?? null, accept ?? null]);

/** Extensions that a request may have: those of another form are rejected, whatever was answered before. */
export const areExtensions = (extensions: unknown): boolean =>
  extensions === undefined ||
  extensions === null ||
  (typeof extensions === "object" && !Array.isArray(extensions));

/**
 * The version that the answer must have at least; `null` if the request does not say.
 * @throws HubError BAD_REQUEST for another value than a whole number from 0.
 */
export function minVersionOf({ extensions }: OperationParts): number | null {
  const version = fieldOf(extensions, "minVersion") ?? null;
  if (version === null || (Number.isSafeInteger(version) && (version as number) >= 0))
    return version as number | null;
  throw new HubError("BAD_REQUEST", "minVersion", null, { where: "extensions.minVersion" });
}

/** The hash by which the request names a registered operation, as Apollo's clients send it; `null` without one. */
export function registeredHash({ extensions }: OperationParts): string | null {
  const persisted = fieldOf(extensions, "persistedQuery");
  const hash = fieldOf(persisted, "sha256Hash");
  return fieldOf(persisted, "version") === 1 && typeof hash === "string" ? hash : null;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What the parts of a request ask; `null` for unusual ones. */
export function askedIn(given: OperationParts): AskedText | null {
  const { query, operationName = null, variables = null, extensions = null } = given;
  const isUsual =
    typeof query === "string" &&
    (operationName === null || typeof operationName === "string") &&
    (variables === null || isObject(variables)) &&
    extensions === null;
  return isUsual ? { query, operationName, variables: variables ?? {} } : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The operation by its text, which a client may send beside the hash. */
export function withText(parts: OperationParts, known: string | undefined): OperationParts {
  const { persistedQuery: _, ...extensions } = parts.extensions as Record<string, unknown>;
  return { ...parts, query: parts.query ?? known, extensions };
}

/** The request body with the text of its operation. */
export const bodyWith = (body: unknown, { query, extensions }: OperationParts): unknown => ({
  ...(body as object),
  query,
  extensions,
});

/** The search of an address that asks for an operation by its text. */
export function searchOf({ query, operationName, variables }: OperationParts): string {
  const parameters = new URLSearchParams({ query: String(query) });
  if (operationName !== undefined) parameters.set("operationName", String(operationName));
  if (variables !== undefined) parameters.set("variables", JSON.stringify(variables));
  return `?${parameters}`;
}
