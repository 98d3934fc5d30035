import type { PersonTerms } from "../../domain/identity/person-terms";
import { namesPerson, redacted } from "../../domain/identity/redact";
import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged } from "../engine/write-input";
import { entriesOf } from "./audit-entries";
import { digestOf } from "./chain";
import type { Codec } from "./codec";
import { keys } from "./keys";
import { archived, type Content, isTombstone, nextItem, type StoredItem } from "./stored-item";
import { edgesOf, writeWithEdges } from "./write-version";

export interface Erasure {
  readonly terms: PersonTerms;
  /** Name of the author, for the history. */
  readonly by: string;
  readonly reason: string;
  /** Instant, ISO 8601 UTC. */
  readonly now: string;
}

const attempts = 3;
/** Versions of one record. */
const mostVersions = 100_000;

/**
 * Removes a person from a record and its history. The next version says from which ones content was removed; these keep their hash
 * and a digest without its salt, so that the chain stays valid and nobody can find the content by trying. A second call completes one
 * that was killed.
 * @returns how many versions named the person, the present one included.
 * @throws HubError INVALID_RECORD if the record cannot be without the person.
 */
export async function eraseFromRecord<T>(
  table: Table,
  codec: Codec<T>,
  key: Key,
  erasure: Erasure,
  left = attempts,
): Promise<number> {
  const { terms } = erasure;
  const present = (await table.get(key, true)) as StoredItem | null;
  const partition = keys.history(key, "", 0).pk;
  const { items } = await table.query({ partition, consistent: true }, mostVersions);
  const past = (items as StoredItem[]).filter((item) => namesIn(item, terms));
  const named = [...past, ...(present !== null && namesIn(present, terms) ? [present] : [])];
  if (named.length === 0) return 0;
  if (present !== null) {
    const written = writeErasure(table, codec, present, named, erasure).then(() => true);
    const isWritten = await ifUnchanged(written, (error) => {
      if (left === 1) throw error;
      return false;
    });
    if (!isWritten) return eraseFromRecord(table, codec, key, erasure, left - 1);
  }
  for (const item of past) await table.put(codec.audited ? erased(item, terms) : redacted(item, terms));
  return named.length;
}

const namesIn = ({ record, reason, edits, requestKey, edgeKeys }: StoredItem, terms: PersonTerms): boolean =>
  namesPerson({ record, reason, edits, requestKey, edgeKeys }, terms);

async function writeErasure<T>(
  table: Table,
  codec: Codec<T>,
  present: StoredItem,
  named: readonly StoredItem[],
  { terms, by, reason, now }: Erasure,
): Promise<void> {
  const { origin, publishedOn, edits, code, mergedInto } = present;
  const isGone = isTombstone(present);
  const rest = redacted(present.record, terms) as T;
  const content: Content<T> = isGone ? { gone: code, mergedInto } : { record: codec.create?.(rest) ?? rest };
  const edges = "record" in content ? edgesOf(codec, content.record, now) : [];
  const author = codec.audited
    ? { changedBy: by, reason, erases: named.map(({ version }) => version) }
    : { changedBy: present.changedBy, reason: redacted(present.reason, terms) };
  const authorship = { ...author, origin, publishedOn, edits: redacted(edits, terms) };
  const next = nextItem(codec, present, content, present, authorship, now, edges);
  const past = archived(named.includes(present) ? erased(present, terms) : present);
  const appended = codec.audited ? [past, ...(await entriesOf(table, codec, next, present))] : [];
  await writeWithEdges(table, next, present, edges, undefined, appended);
}

/** A version without content that names the person. Of one that was erased before the digest stays. */
function erased({ salt, ...item }: StoredItem, terms: PersonTerms): StoredItem {
  const { record, reason, edits, requestKey } = item;
  return {
    ...item,
    ...(record !== undefined && { record: redacted(record, terms) }),
    reason: redacted(reason, terms),
    edits: redacted(edits, terms),
    requestKey: redacted(requestKey, terms),
    erasedDigest: digestOf({ ...item, ...(salt !== undefined && { salt }) } as StoredItem)!,
    // An unsalted hash of the content, and keys of lists with names.
    contentHash: "",
    edgeKeys: [],
  } as StoredItem;
}
