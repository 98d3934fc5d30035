import { HubError } from "../../domain/kit/errors";
import {
  type ExternalIdentifier,
  foldedIdentifiers,
  foldIdentifier,
  type Identified,
  parseIdentifier,
} from "../../domain/kit/external-identifier";
import type { TypedRecord } from "../kit/find-node";
import { findRecord } from "../kit/find-node";
import type { QueryContext } from "../kit/query-context";

/** A key of another register: its scheme and value, or both in one text. */
export interface IdentifierRequest {
  readonly scheme?: string | null | undefined;
  readonly value?: string | null | undefined;
  readonly identifier?: string | null | undefined;
}

/**
 * All records with a key of another register.
 * @throws HubError BAD_USER_INPUT unless either a scheme and a value are given, or both in one text.
 */
export function findByIdentifier(
  request: IdentifierRequest,
  { records, repositories }: QueryContext,
): TypedRecord[] {
  const asked = identifierOf(request);
  const places = repositories.externalIdentifiers.places(asked);
  const found = places.map(({ type, code }) => findRecord({ type, code }, records));
  // The entry of a key is written a moment before its record: only a record that has the key itself is an answer.
  return found.filter((record): record is TypedRecord => record !== null && has(record, asked));
}

function has(record: object, asked: ExternalIdentifier): boolean {
  const { scheme, value } = foldIdentifier(asked);
  return foldedIdentifiers(record as Identified).some((key) => key.scheme === scheme && key.value === value);
}

function identifierOf({ scheme, value, identifier }: IdentifierRequest): ExternalIdentifier {
  const [hasScheme, hasValue, hasBoth] = [scheme, value, identifier].map((arg) => (arg ?? null) !== null);
  const parsed = hasBoth ? parseIdentifier(identifier!) : null;
  if (parsed && !hasScheme && !hasValue) return parsed;
  if (hasScheme && hasValue && !hasBoth) return { scheme: scheme!, value: value! };
  if (hasBoth)
    throw new HubError("BAD_USER_INPUT", "identifier", { identifier: identifier! }, { where: "identifier" });
  throw new HubError("BAD_USER_INPUT", "keyIncomplete", null, { where: hasScheme ? "value" : "scheme" });
}
