import { createHash, timingSafeEqual } from "node:crypto";
import type { ApiKey } from "../../domain/identity/api-key";
import type { Item } from "../engine/key";
import { type Page, type PageRequest, readPage } from "../engine/page";
import { loaded } from "../engine/reader";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { keys, type ListKey } from "../records/keys";
import { unchangedSince } from "../records/stored-item";

interface StoredKey extends Item, ApiKey, ListKey {
  readonly hash: string;
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
  async page(organizationCode: string | null, request: PageRequest): Promise<Page<ApiKey>> {
    const { listPk: partition } = keys.list.apiKeys("", "", "");
    const prefix = organizationCode === null ? {} : { prefix: `${organizationCode}#` };
    const page = await fromTable(table, (reader) =>
      readPage(reader, { index: "list", partition, ...prefix }, request, (items) =>
        items.map((item) => keyIn(item as StoredKey)),
      ),
    );
    return { ...page, totalCount: () => loaded(page.totalCount) };
  },

  /** @throws ConditionalCheckFailedException if the id is taken. */
  async add(key: ApiKey, secret: string): Promise<void> {
    const { id, organizationCode, createdAt } = key;
    const place = { ...keys.apiKey(id), ...keys.list.apiKeys(organizationCode, createdAt, id) };
    await table.put({ ...place, ...key, hash: hashOf(secret) }, unchangedSince(null));
  },

  /** Writes what may change of a key. */
  async change(
    id: string,
    set: Partial<Pick<ApiKey, "expiresAt" | "lastUsedOn" | "revokedAt">>,
  ): Promise<ApiKey> {
    return keyIn((await table.update(keys.apiKey(id), { set, when: { id } })) as StoredKey);
  },
});

const keyIn = ({ pk: _, sk: __, listPk: ___, listSk: ____, hash: _____, ...key }: StoredKey): ApiKey => key;

/** The secret is 32 random bytes: nobody guesses it, so a slow hash with a salt would only delay each request. */
const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
