import { randomBytes } from "node:crypto";
import {
  type ApiKey,
  keyBytes,
  keyLabelLength,
  keyLifetimeDays,
  keyOverlapDays,
  liveKeysOfLabel,
  newKey,
  stateOfKey,
  textOfKey,
} from "../../domain/identity/api-key";
import { type Caller, may } from "../../domain/identity/caller";
import { mayManageKey, maySeeKeys } from "../../domain/identity/key-rights";
import { includesScope, textOfScope } from "../../domain/identity/scope";
import { HubError } from "../../domain/kit/errors";
import { hasHiddenInLine } from "../../domain/kit/hidden-characters";
import { isWithin } from "../../domain/kit/limits";
import { tableRepositories } from "../../storage";
import { allNodes, type Page, type PageRequest } from "../../storage/engine/page";
import type { Table } from "../../storage/engine/table";

/** What its creator states about a key. */
export interface KeyWish extends Pick<ApiKey, "label" | "organizationCode" | "scopes"> {
  readonly lifetimeDays: number;
}

/** A new key. Its text is in no other place: who loses it needs another key. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly text: string;
}

interface Ordered {
  readonly by: Caller;
  /** ISO 8601 UTC. */
  readonly now: string;
}

const dayMs = 86_400_000;
const inDays = (now: string, days: number): string => new Date(Date.parse(now) + days * dayMs).toISOString();

/**
 * Creates, replaces and revokes keys, for commands and mutations. Each throws a HubError: FORBIDDEN if the caller has no right
 * to it, UNKNOWN_CODE, BAD_USER_INPUT or LIMIT_EXCEEDED; `where` is the name of the value.
 */
export function createKeyIssuer(table: Table) {
  const { apiKeys, organizations } = tableRepositories(table);

  async function issue(key: Omit<ApiKey, "id">): Promise<IssuedKey> {
    const { organizationCode, label, createdAt } = key;
    const all = await allNodes((page) => apiKeys.page(organizationCode, page));
    const live = all.filter((other) => other.label === label && stateOfKey(other, createdAt) === "LIVE");
    if (live.length >= liveKeysOfLabel)
      throw new HubError("LIMIT_EXCEEDED", "liveKeys", { label, most: liveKeysOfLabel }, { where: "label" });
    const written = newKey(randomBytes(keyBytes.id), randomBytes(keyBytes.secret));
    const whole = { id: written.id, ...key };
    await apiKeys.add(whole, written.secret);
    return { key: whole, text: textOfKey(written) };
  }

  /** @throws HubError UNKNOWN_CODE, or FORBIDDEN for a key that the caller has no right to. */
  async function managed(id: string, by: Caller): Promise<ApiKey> {
    const key = await apiKeys.byId(id);
    if (key === null) throw new HubError("UNKNOWN_CODE", "apiKey", { id }, { where: "id" });
    if (!mayManageKey(by, key)) throw new HubError("FORBIDDEN", "otherKey", { id }, { where: "id" });
    return key;
  }

  return {
    async create({ organizationCode, scopes, label, lifetimeDays }: KeyWish, { by, now }: Ordered) {
      if (!may(by, "ADMIN")) throw new HubError("FORBIDDEN", "scope", { scope: textOfScope("ADMIN") });
      checkLabel(label);
      if (scopes.length === 0) throw new HubError("BAD_USER_INPUT", "noScope", null, { where: "scopes" });
      if (!isWithin(keyLifetimeDays, lifetimeDays)) {
        const { smallest, largest } = keyLifetimeDays;
        const values = { argument: "lifetimeDays", value: lifetimeDays, smallest, largest };
        throw new HubError("BAD_USER_INPUT", "outOfBounds", values, { where: "lifetimeDays" });
      }
      const [known] = await organizations.byCodes([organizationCode]);
      // Nothing is the own of an organisation without a record. Editors of an empty hub have no record of theirs yet.
      if (!(known || includesScope(scopes, "REVIEW"))) {
        const values = { list: "organizations", code: organizationCode, suggestions: [] } as const;
        throw new HubError("UNKNOWN_CODE", "unknown", values, { where: "organization" });
      }
      const life = { createdAt: now, expiresAt: inDays(now, lifetimeDays), revokedAt: null };
      const rights = { organizationCode, scopes: [...new Set(scopes)], label: label.trim() };
      return issue({ ...rights, ...life, createdBy: by.name, lastUsedOn: null });
    },

    /** A new key with the same rights and lifetime. The old one ends some days later. */
    async rotate(id: string, { by, now }: Ordered): Promise<IssuedKey> {
      const old = await managed(id, by);
      const state = stateOfKey(old, now);
      if (state !== "LIVE") throw new HubError("BAD_USER_INPUT", "endedKey", { id }, { where: "id" });
      const lifeMs = Date.parse(old.expiresAt) - Date.parse(old.createdAt);
      const expiresAt = new Date(Date.parse(now) + lifeMs).toISOString();
      const { organizationCode, scopes, label } = old;
      const life = { createdAt: now, expiresAt, revokedAt: null };
      const issued = await issue({
        organizationCode,
        scopes,
        label,
        ...life,
        createdBy: by.name,
        lastUsedOn: null,
      });
      const end = inDays(now, keyOverlapDays);
      const deed = { action: "ROTATE_KEY", by: by.name, at: now } as const;
      await apiKeys.end(id, end < old.expiresAt ? { expiresAt: end } : {}, deed);
      return issued;
    },

    /** The next request with the key is rejected. A revoked key stays in the list. */
    async revoke(id: string, { by, now }: Ordered): Promise<ApiKey> {
      const key = await managed(id, by);
      if (key.revokedAt !== null) return key;
      return apiKeys.end(id, { revokedAt: now }, { action: "REVOKE_KEY", by: by.name, at: now });
    },

    /** @param organizationCode `null` for all keys that the caller may see. */
    async page(organizationCode: string | null, by: Caller, request: PageRequest): Promise<Page<ApiKey>> {
      const wanted = organizationCode ?? (may(by, "ADMIN") ? null : by.organizationCode);
      const isAllowed = wanted === null ? may(by, "ADMIN") : maySeeKeys(by, wanted);
      if (!isAllowed) throw new HubError("FORBIDDEN", "otherKeys", null, { where: "organization" });
      return apiKeys.page(wanted, request);
    },
  };
}

export type KeyIssuer = ReturnType<typeof createKeyIssuer>;

function checkLabel(label: string): void {
  if (hasHiddenInLine(label))
    throw new HubError("BAD_USER_INPUT", "hiddenCharacters", { argument: "label" }, { where: "label" });
  const { smallest, largest } = keyLabelLength;
  if (isWithin(keyLabelLength, label.trim().length)) return;
  const values = { length: label.trim().length, smallest, largest };
  throw new HubError("BAD_USER_INPUT", "labelLength", values, { where: "label" });
}
