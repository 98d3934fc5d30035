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
export async function findByIdentifier(
  request: IdentifierRequest,
  { loaders, repositories }: QueryContext,
): Promise<TypedRecord[]> {
  const asked = identifierOf(request);
  const places = await repositories.externalIdentifiers.places(asked);
  const records = await Promise.all(places.map(({ type, code }) => findRecord({ type, code }, loaders)));
  // The entry of a key is written a moment before its record: only a record that has the key itself is an answer.
  return records.filter((record): record is TypedRecord => record !== null && has(record, asked));
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
  throw new HubError("BAD_USER_INPUT", {
    message: hasBoth
      ? `identifier is ${JSON.stringify(identifier!.slice(0, 80))}: it must be <scheme>:<value>, without scheme and value beside it.`
      : "A key needs its scheme and its value.",
    messageIt: hasBoth
      ? `identifier è ${JSON.stringify(identifier!.slice(0, 80))}: deve essere <scheme>:<value>, senza scheme e value accanto.`
      : "Una chiave ha bisogno di scheme e value.",
    hint: 'Ask for example scheme: "IPA", value: "c_f205", or identifier: "ds3017:25".',
    where: hasBoth ? "identifier" : hasScheme ? "value" : "scheme",
  });
}
