import { type StoredProposal, writtenIn } from "../../domain/changes/change-proposal";
import type { PersonTerms } from "../../domain/identity/person-terms";
import { namesPerson, urlNamesPerson } from "../../domain/identity/redact";
import type { Item, Key } from "../engine/key";
import { scan } from "../engine/scan";
import type { Table } from "../engine/table";
import { apiKeyPartition, historyPartition, webhookPartition } from "../engine/table-definition";
import { isOfRecord } from "../records/edge-keys";
import { isRecordType } from "../records/hub-record";
import { keys } from "../records/keys";
import { keyOf } from "../records/record-state";

/** A record that names a person in its present or an earlier version. */
export interface Named {
  readonly type: string;
  readonly code: string;
  readonly key: Key;
  readonly versions: number;
}

/** Items that name a person, by what is done with them. Lists and publications follow from records. */
export interface ItemsNaming {
  readonly records: readonly Named[];
  /** All requests of callers: the hash of one says something about its content, also where the answer does not. */
  readonly requests: readonly Item[];
  /** Images of records in the journals of imports. */
  readonly images: readonly Item[];
  readonly apiKeys: readonly Item[];
  readonly proposals: readonly (Item & StoredProposal)[];
  readonly webhooks: readonly Item[];
  /** Records whose code names the person. */
  readonly inCodes: readonly string[];
}

/** One scan of the table. */
export async function itemsNaming(table: Table, terms: PersonTerms): Promise<ItemsNaming> {
  const records = new Map<string, Named>();
  const requests: Item[] = [];
  const images: Item[] = [];
  const apiKeys: Item[] = [];
  const proposals: (Item & StoredProposal)[] = [];
  const webhooks: Item[] = [];
  const inCodes = new Set<string>();
  for await (const item of scan(table)) {
    if (item.pk.startsWith(requestPartition)) requests.push(item);
    else if (isOfVersion(item)) {
      const name = `${item.type} ${item.code}`;
      if (namesPerson(item.code, terms)) inCodes.add(name);
      if (!namesPerson(contentOf(item), terms)) continue;
      const { versions } = records.get(name) ?? { versions: 0 };
      const [type, code] = [String(item.type), String(item.code)];
      records.set(name, { type, code, key: recordKeyOf(item), versions: versions + 1 });
    } else if (item.pk.startsWith(imagePartition) && namesPerson(item, terms)) images.push(item);
    else if (item.pk.startsWith(apiKeyPartition) && namesPerson(item.label, terms)) apiKeys.push(item);
    else if (isProposal(item) && namesPerson(writtenIn(item), terms)) proposals.push(item);
    else if (item.pk.startsWith(webhookPartition) && webhookNames(item, terms)) webhooks.push(item);
  }
  const beside = { requests, images, apiKeys, proposals, webhooks };
  return { records: [...records.values()], ...beside, inCodes: [...inCodes] };
}

const partitionOf = ({ pk }: Key): string => pk.slice(0, pk.indexOf("#") + 1);
const requestPartition = partitionOf(keys.editRequest("", ""));
const imagePartition = partitionOf(keys.importJournal("", 0));
const proposalPartition = partitionOf(keys.changeProposal(""));

const isProposal = (item: Item): item is Item & StoredProposal => item.pk.startsWith(proposalPartition);

const webhookNames = ({ label, url }: Item, terms: PersonTerms): boolean =>
  namesPerson(label, terms) || urlNamesPerson(String(url), terms);

const isOfVersion = (item: Item): boolean =>
  (item.pk.startsWith(historyPartition) || isOfRecord(item)) &&
  isRecordType(item.type) &&
  item.contentHash !== undefined;

const contentOf = ({ record, reason, edits, requestKey, edgeKeys }: Item) => ({
  ...{ record, reason, edits, requestKey, edgeKeys },
});

/** The key of the record, from its present version or one in the history. */
function recordKeyOf({ pk, sk, type, code }: Item): Key {
  if (!pk.startsWith(historyPartition)) return { pk, sk };
  const [name, place] = [String(code), pk.slice(historyPartition.length)];
  if (type === "Observation") return keyOf({ type, code: name });
  const partition = `${type}#${name}#`;
  return place.startsWith(partition)
    ? { pk: partition.slice(0, -1), sk: place.slice(partition.length) }
    : { pk: place.slice(0, place.lastIndexOf("#")), sk: place.slice(place.lastIndexOf("#") + 1) };
}
