import { createHash, timingSafeEqual } from "node:crypto";
import type { ApiKey } from "../../domain/identity/api-key";
import type { Item } from "../engine/key";
import type { Page, PageRequest } from "../engine/page";
import type { Table } from "../engine/table";
import { ifUnchanged, type PutCondition, writeInput } from "../engine/write-input";
import { keys, type ListKey } from "../records/keys";
import { unchangedSince } from "../records/stored-item";
import { type Deed, type DeedEntry, deedEntry, inTrails } from "./deed-entry";
import { pageOfOrganization } from "./page-of-organization";

interface StoredKey extends Item, ApiKey, ListKey {
  readonly hash: string;
  /** Of the last entry in the chain of the key. */
  readonly entryHash: string;
}

/** Keys of callers. They are in the table alone: never published, exported or in a history. */
export const apiKeyRepository = (table: Table) => ({
  /**
   * The key with this id, if the secret is right. It sees every acknowledged write, so that a revoked key ends with its next
   * request.
   */
  async withSecret(id: string, secret: string): Promise<ApiKey | null> {
    const stored = (await table.get(keys.apiKey(id), true)) as StoredKey | null;
    return stored !== null && isSame(stored.hash, hashOf(secret)) ? keyIn(stored) : null;
  },

  async byId(id: string): Promise<ApiKey | null> {
    const stored = (await table.get(keys.apiKey(id), true)) as StoredKey | null;
    return stored && keyIn(stored);
  },

  /** Keys of an organisation, or of all if `null`: by organisation and creation, also those that ended. */
  page: (organizationCode: string | null, request: PageRequest): Promise<Page<ApiKey>> =>
    pageOfOrganization(table, keys.list.apiKeys("", "", ""), organizationCode, request, (item) =>
      keyIn(item as StoredKey),
    ),

  /** With its entry in the audit trail of its organisation. @throws ConditionalCheckFailedException if the id is taken. */
  async add(key: ApiKey, secret: string): Promise<void> {
    const { id, organizationCode, createdAt, createdBy } = key;
    const place = { ...keys.apiKey(id), ...keys.list.apiKeys(organizationCode, createdAt, id) };
    const entry = deedEntry({ type: "ApiKey", id }, "CREATE_KEY", { at: createdAt, by: createdBy }, null);
    const item: StoredKey = { ...place, ...key, hash: hashOf(secret), entryHash: entry.hash };
    await table.transact(written(item, unchangedSince(null), entry));
  },

  /**
   * Ends a key, at once or later, with its entry in the audit trail.
   * @throws ConditionalCheckFailedException if it is changed again and again meanwhile.
   */
  async end(
    id: string,
    set: Partial<Pick<ApiKey, "expiresAt" | "revokedAt">>,
    done: Deed & { readonly action: "REVOKE_KEY" | "ROTATE_KEY" },
    attempts = 3,
  ): Promise<ApiKey> {
    const stored = (await table.get(keys.apiKey(id), true)) as StoredKey;
    const entry = deedEntry({ type: "ApiKey", id }, done.action, done, stored.entryHash);
    const item: StoredKey = { ...stored, ...set, entryHash: entry.hash };
    const { entryHash, label, lastUsedOn } = stored;
    const same = writeInput({ when: { id, entryHash, label, lastUsedOn } });
    // Somebody used it meanwhile, or ended it, or erased a person from its label.
    const again = (error: Error) => {
      if (attempts === 1) throw error;
      return this.end(id, set, done, attempts - 1);
    };
    return ifUnchanged(
      table.transact(written(item, same, entry)).then(() => keyIn(item)),
      again,
    );
  },

  /** Changes nothing else: a key that is revoked at this moment stays revoked. */
  async setLabel(id: string, label: string): Promise<void> {
    await table.update(keys.apiKey(id), { set: { label }, when: { id } });
  },

  async noteUse(id: string, lastUsedOn: string): Promise<void> {
    await table.update(keys.apiKey(id), { set: { lastUsedOn }, when: { id } });
  },
});

const written = (item: StoredKey, condition: PutCondition, entry: DeedEntry) => ({
  ...{ item, condition, puts: [], deletes: [] },
  appended: inTrails(entry, [item.organizationCode]),
});

const keyIn = ({
  pk: _,
  sk: __,
  listPk: ___,
  listSk: ____,
  hash: _____,
  entryHash: ______,
  ...key
}: StoredKey): ApiKey => key;

/** The secret is 32 random bytes: nobody guesses it, so a slow hash with a salt would only delay each request. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
