import { groupBy } from "../../domain/kit/group-by";
import type { Item } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { apiKeyPartition, auditPartition } from "../engine/table-definition";
import { entryIn } from "../records/audit-entries";
import type { BrokenLink } from "../records/check-chains";
import { hashOfEntry, type KeyEntry } from "./key-entry";

/** The first entry of each key that is not as it was written, in the audit trails. The key itself is the head of its chain. */
export async function checkKeyChains(table: Table): Promise<BrokenLink[]> {
  const heads: Item[] = [];
  const entries: Item[] = [];
  for await (const item of scan(table)) {
    if (item.pk.startsWith(apiKeyPartition)) heads.push(item);
    if (item.pk.startsWith(auditPartition) && item.type === "ApiKey") entries.push(item);
  }
  const byKey = groupBy(entries, ({ code }) => String(code));
  const known = new Set(heads.map(({ id }) => String(id)));
  const left = [...byKey].flatMap(([id, chain]) => (known.has(id) ? [] : [missing(chain[0]!)]));
  return [...left, ...heads.flatMap((head) => firstBroken(head, byKey.get(String(head.id)) ?? []) ?? [])];
}

const missing = ({ pk, sk }: Item): BrokenLink => ({ key: { pk, sk }, drift: "MISSING" });

/** From the head back to the creation. */
function firstBroken(head: Item, chain: readonly Item[]): BrokenLink | null {
  const byHash = new Map(chain.map((entry) => [entry.hash, entry]));
  let wanted: unknown = head.entryHash;
  let after = head;
  for (let passed = 0; wanted !== null; passed++) {
    const item = byHash.get(wanted);
    if (item === undefined || passed === chain.length) return missing(after);
    const { hash, ...entry } = entryOfKey(item);
    if (hashOfEntry(entry) !== hash || !item.sk.startsWith(`${entry.at}#`))
      return { key: { pk: item.pk, sk: item.sk }, drift: "DIFFERS" };
    byHash.delete(wanted);
    wanted = entry.previousHash;
    after = item;
  }
  const [superfluous] = byHash.values();
  return superfluous === undefined ? null : { ...missing(superfluous), drift: "DIFFERS" };
}

const entryOfKey = (item: Item): KeyEntry => ({
  ...entryIn(item),
  previousHash: (item.previousHash ?? null) as string | null,
});
