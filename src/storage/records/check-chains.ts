import { canonicalText } from "../../domain/kit/canonical-text";
import { groupBy } from "../../domain/kit/group-by";
import { byText } from "../../domain/kit/order";
import type { Item, Key } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { auditPartition, historyPartition } from "../engine/table-definition";
import { entryIn, entryOf } from "./audit-entries";
import { chainOf, hashOfLink } from "./chain";
import { isOfRecord } from "./edge-keys";
import { codecOf, isRecordType, recordTypeOf } from "./hub-record";
import { keys } from "./keys";
import { isTombstone, type StoredItem } from "./stored-item";

/** The first entry of a chain that is not as it was written. */
export interface BrokenLink {
  readonly key: Key;
  /** DIFFERS: the entry was changed. MISSING: an entry before it is gone, or for the last one, an entry after it. */
  readonly drift: "DIFFERS" | "MISSING";
}

/** What is kept of a version during a scan. */
interface Seen extends Pick<StoredItem, "erases" | "hash" | "previousHash" | "type" | "version"> {
  readonly key: Key;
  /** Whether hash and place are those of the entry. */
  readonly isRight: boolean;
  readonly isErased: boolean;
  readonly isGone: boolean;
  readonly isPresent: boolean;
  /** What audit trails must say of it. */
  readonly entry: string;
}

/**
 * Follows the chain of each record in one scan, and compares the audit trails with them. Writes meanwhile may look like broken
 * links.
 */
export async function checkChains(table: Table): Promise<BrokenLink[]> {
  const versions: Seen[] = [];
  const entries: { readonly key: Key; readonly hash: string; readonly entry: string }[] = [];
  for await (const item of scan(table)) {
    if (isVersion(item)) versions.push(seen(item));
    if (!item.pk.startsWith(auditPartition) || !isRecordType(item.type)) continue;
    const entry = entryIn(item);
    entries.push({ key: keyOf(item), hash: entry.hash, entry: canonicalText(entry) });
  }
  const chains = groupBy(versions, ({ key }) => chainOf(key));
  const byHash = new Map(versions.map(({ hash, entry }) => [hash, entry]));
  return [
    ...[...chains.values()].flatMap((chain) => firstBroken(chain) ?? []),
    ...entries.flatMap(({ key, hash, entry }): BrokenLink[] => {
      const said = byHash.get(hash);
      return said === entry ? [] : [{ key, drift: said === undefined ? "MISSING" : "DIFFERS" }];
    }),
  ];
}

function isVersion(item: Item): item is StoredItem {
  const isStored = item.pk.startsWith(historyPartition) || isOfRecord(item);
  if (!isStored || !isRecordType(item.type) || item.contentHash === undefined) return false;
  return codecOf(recordTypeOf(String(item.type))).audited === true;
}

function seen(item: StoredItem): Seen {
  const { erases, hash, previousHash, sk, type, updatedAt, version } = item;
  const isPresent = !item.pk.startsWith(historyPartition);
  const isInPlace = isPresent || sk === keys.history(item, updatedAt, version).sk;
  return {
    ...{ erases, hash, previousHash, type, version, isPresent },
    key: keyOf(item),
    isRight: hash !== undefined && isInPlace && hash === hashOfLink(item),
    isErased: item.erasedDigest !== undefined,
    isGone: isTombstone(item),
    entry: canonicalText(entryOf(item)),
  };
}

/** @param chain all versions of one record, in any order. */
function firstBroken(chain: readonly Seen[]): BrokenLink | null {
  const sorted = [...chain].sort((a, b) => byText(orderOf(a), orderOf(b)));
  const erased = new Set(chain.flatMap(({ erases = [] }) => erases));
  let before: Seen | null = null;
  for (const link of sorted) {
    const { hash, isErased, isRight, key, previousHash, version } = link;
    // A killed writer may have left a copy of the present version in the history.
    if (before !== null && hash === before.hash && isRight) continue;
    if (!isRight || (isErased && !erased.has(version))) return { key, drift: "DIFFERS" };
    const start: boolean = before === null || (isAnew(before) && version === 1);
    const [wanted, number] = start ? [null, 1] : [before!.hash, before!.version + 1];
    if (previousHash !== wanted || version !== number) return { key, drift: "MISSING" };
    before = link;
  }
  return isLast(sorted.at(-1)!) ? null : { key: sorted.at(-1)!.key, drift: "MISSING" };
}

/** By place, which says more than an instant that somebody may have changed. The present version is the last. */
const orderOf = ({ key, isPresent }: Seen): string => (isPresent ? "~" : key.sk);

/** An observation leaves only its history. A later one of the same area, indicator and period begins a chain again. */
const isAnew = ({ isGone, type }: Seen): boolean => isGone && codecOf(recordTypeOf(type)).bulk === true;

/** The present version is the head of its chain: without it the end was cut off. */
const isLast = (link: Seen): boolean => link.isPresent || isAnew(link);

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
