import { createHash } from "node:crypto";
import { HubError } from "../../domain/kit/errors";

/** The end of a page: the key of its last item. */
export type Position = Readonly<Record<string, string>>;

/** Part of every cursor; a cursor of another form is rejected, not interpreted. */
const form = 1;

/**
 * An opaque cursor: the position and a fingerprint of its list (which collection, which filter). It stays valid through
 * writes and deployments.
 */
export const encodeCursor = (list: string, position: Position): string =>
  Buffer.from(JSON.stringify([form, fingerprint(list), position])).toString("base64url");

/**
 * @throws HubError INVALID_CURSOR for a text that is no cursor, or a cursor of another list or filter: a page of the
 * wrong list would be silently wrong.
 */
export function decodeCursor(list: string, cursor: string): Position {
  const parsed = parse(cursor);
  if (parsed === null) throw new HubError("INVALID_CURSOR", "notOfHub", { cursor }, { where: "after" });
  const [print, position] = parsed;
  if (print !== fingerprint(list)) {
    throw new HubError("INVALID_CURSOR", "otherList", { cursor }, { where: "after" });
  }
  return position;
}

function parse(cursor: string): [print: string, position: Position] | null {
  if (cursor.length > 2000) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (!Array.isArray(value) || value.length !== 3 || value[0] !== form) return null;
    const [, print, position] = value as [number, unknown, unknown];
    if (typeof print !== "string" || position === null || typeof position !== "object") return null;
    return Object.values(position).every(isKeyPart) ? [print, position as Position] : null;
  } catch {
    return null;
  }
}

/** The limits of a key: DynamoDB rejects an empty text, and a sort key of more than 1024 bytes. */
const isKeyPart = (part: unknown): boolean =>
  typeof part === "string" && part !== "" && Buffer.byteLength(part) <= 1024;

const fingerprint = (list: string): string =>
  createHash("sha256").update(list).digest("base64url").slice(0, 10);
