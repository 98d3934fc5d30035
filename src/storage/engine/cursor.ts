import { createHash } from "node:crypto";
import { HubError } from "../../domain/kit/errors";

/** Where a page ended: the key of its last item. */
export type Position = Readonly<Record<string, string>>;

/** Part of every cursor; a cursor of another form of this hub is refused and not guessed at. */
const form = 1;

/**
 * An opaque cursor: the position and a fingerprint of the list that it belongs to (which collection, which filter).
 * It stays good while data is written, and over deploys.
 */
export const encodeCursor = (list: string, position: Position): string =>
  Buffer.from(JSON.stringify([form, fingerprint(list), position])).toString("base64url");

/**
 * @throws HubError INVALID_CURSOR when the text is no cursor or one of another list or filter: a page of the wrong
 * list would be silently wrong.
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

/** What a key may hold: DynamoDB refuses an empty text, and a sort key of more than 1024 bytes. */
const isKeyPart = (part: unknown): boolean =>
  typeof part === "string" && part !== "" && Buffer.byteLength(part) <= 1024;

const fingerprint = (list: string): string =>
  createHash("sha256").update(list).digest("base64url").slice(0, 10);
