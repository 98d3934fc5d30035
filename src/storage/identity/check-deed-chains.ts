import { groupBy } from "../../domain/kit/group-by";
import type { Item } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { apiKeyPartition, auditPartition, webhookPartition } from "../engine/table-definition";
import { entryIn } from "../records/audit-entries";
import type { BrokenLink } from "../records/check-chains";
import { keys } from "../records/keys";
import { type DeedEntry, hashOfEntry, trailsOf } from "./deed-entry";

/** What has chains of deeds, by the partition of its item. The item is the head of its chain. */
const types: ReadonlyMap<string, string> = new Map([
  [apiKeyPartition, "ApiKey"],
  [keys.changeProposal("").pk, "ChangeProposal"],
  [webhookPartition, "Webhook"],
]);
const typeNames: ReadonlySet<unknown> = new Set(types.values());

/** The last entry of what is deleted. */
const isEnd = ({ action }: Item): boolean => action === "DELETE_WEBHOOK";

/** The first entry of each key, proposal and webhook that is not as it was written, in the audit trails. */
export async function checkDeedChains(table: Table): Promise<BrokenLink[]> {
  const heads = new Map<string, Item>();
  const entries: Item[] = [];
  for await (const item of scan(table)) {
    const type = types.get(item.pk.slice(0, item.pk.indexOf("#") + 1));
    if (type !== undefined) heads.set(`${type} ${item.id}`, item);
    if (item.pk.startsWith(auditPartition) && typeNames.has(item.type)) entries.push(item);
  }
  const chains = groupBy(entries, ({ type, code }) => `${type} ${code}`);
  for (const [name, chain] of chains) {
    const end = chain.find(isEnd);
    if (end !== undefined && !heads.has(name)) heads.set(name, { ...end, entryHash: end.hash });
  }
  const left = [...chains].flatMap(([name, chain]) => (heads.has(name) ? [] : [missing(chain[0]!)]));
  return [...left, ...[...heads].flatMap(([name, head]) => firstBroken(head, chains.get(name) ?? []) ?? [])];
}

const placeOf = ({ pk, sk }: Item) => ({ pk, sk });
const missing = (after: Item): BrokenLink => ({ key: placeOf(after), drift: "MISSING" });
const differs = (item: Item): BrokenLink => ({ key: placeOf(item), drift: "DIFFERS" });

/** From the head back to the begin. @param copies entries of the chain: the same one may be in several trails. */
function firstBroken(head: Item, copies: readonly Item[]): BrokenLink | null {
  const wrong = copies.find((item) => !isRight(item));
  if (wrong !== undefined) return differs(wrong);
  const byHash = groupBy(copies, ({ hash }) => String(hash));
  const organizations = organizationsOf(head);
  // What was made by an earlier release has no entry.
  let wanted = (head.entryHash ?? null) as string | null;
  let after = head;
  while (wanted !== null) {
    const found = byHash.get(wanted);
    if (found === undefined) return missing(after);
    const entry = entryOf(found[0]!);
    const trails = trailsOf(entry, organizations).map((code) => keys.audit(code, "", "").pk);
    if (!trails.every((trail) => found.some(({ pk }) => pk === trail))) return missing(after);
    byHash.delete(wanted);
    after = found[0]!;
    wanted = entry.previousHash;
  }
  const [superfluous] = byHash.values();
  return superfluous === undefined ? null : differs(superfluous[0]!);
}

/** The organisations that may see the head: each has all of its entries. */
function organizationsOf({ visibleTo, organizationCode, pk }: Item): readonly string[] {
  if (pk.startsWith(auditPartition)) return [];
  return (visibleTo ?? [organizationCode]) as readonly string[];
}

function isRight(item: Item): boolean {
  const { hash, ...entry } = entryOf(item);
  return hashOfEntry(entry) === hash && item.sk.startsWith(`${entry.at}#`);
}

const entryOf = (item: Item): DeedEntry => ({
  ...entryIn(item),
  previousHash: (item.previousHash ?? null) as string | null,
});
