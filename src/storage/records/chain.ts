import { createHash, createHmac, randomBytes } from "node:crypto";
import { canonicalText } from "../../domain/kit/canonical-text";
import type { Key } from "../engine/key";
import { historyPartition } from "../engine/table-definition";

/**
 * What links a version of a record to the one before, so that tampering shows. The hash covers who, when and what happened, and
 * the content by a salted digest alone: erasure removes content and salt, and the chain stays valid.
 */
export interface Link {
  /** Of the version before; `null` for the first. */
  readonly previousHash: string | null;
  readonly hash: string;
  /** Random, of this version. Without it nobody can find erased content by trying. Absent after an erasure. */
  readonly salt?: string;
  /** Digest of the content that was erased; absent while the content is there. */
  readonly erasedDigest?: string;
}

/** What the chain needs to know of a version. */
interface Version extends Key, Partial<Link> {
  readonly version: number;
  readonly action: string;
  readonly origin: string;
  readonly changedBy: string;
  readonly reviewedBy?: string;
  readonly updatedAt: string;
  readonly publishedOn: string | null;
  readonly mergedInto: string | null;
  readonly fence?: number;
  readonly erases?: readonly number[];
  readonly record?: unknown;
  readonly reason: string | null;
  readonly edits: object;
}

/** The item as the next link after the version with this hash. */
export function linked<V extends Version>(item: V, previousHash: string | null): V & Link {
  const salted = { ...item, previousHash, salt: newSalt() };
  return { ...salted, hash: hashOfLink(salted)! };
}

const saltBytes = 16;
let pool = Buffer.alloc(0);

/** From a supply of random bytes: an import needs many. */
function newSalt(): string {
  if (pool.length === 0) pool = randomBytes(256 * saltBytes);
  const salt = pool.subarray(0, saltBytes).toString("base64url");
  pool = pool.subarray(saltBytes);
  return salt;
}

/** The hash that a version must have by its own attributes; `null` if it has neither content with a salt nor a digest. */
export function hashOfLink(item: Version): string | null {
  const digest = digestOf(item);
  if (digest === null) return null;
  const { action, changedBy, erases = [], fence = null, mergedInto, origin } = item;
  const { previousHash = null, publishedOn, reviewedBy = null, updatedAt, version } = item;
  const who = [chainOf(item), version, updatedAt, action, origin, changedBy, reviewedBy, fence];
  const stated = [...who, publishedOn, mergedInto, erases, digest, previousHash];
  return createHash("sha256").update(JSON.stringify(stated)).digest("base64url");
}

/** The digest of what an erasure may remove: the record, the reason and the corrections. */
export function digestOf({ erasedDigest, salt, record = null, reason, edits }: Version): string | null {
  if (erasedDigest !== undefined) return salt === undefined ? erasedDigest : null;
  if (salt === undefined) return null;
  return createHmac("sha256", salt).update(canonicalText({ edits, reason, record })).digest("base64url");
}

/** Names the record of a version, the same for the present one and for those in the history. */
export const chainOf = ({ pk, sk }: Key): string =>
  pk.startsWith(historyPartition) ? pk.slice(historyPartition.length) : `${pk}#${sk}`;
