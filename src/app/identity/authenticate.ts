import { isKeyLike, partsOfKey, stateOfKey } from "../../domain/identity/api-key";
import type { Caller } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { type Log, stackOf } from "../log";
import type { Issuer } from "./issuer";
import { tokenVerifier } from "./verify-token";

/**
 * Who sends a request with this header `authorization`.
 * @throws HubError UNAUTHENTICATED with the reason, and never with the key or token.
 */
export type Authenticate = (authorization: string) => Promise<Caller>;

interface Authenticating {
  readonly table: Table;
  readonly issuers: readonly Issuer[];
  readonly log: Log;
}

export function authenticator({ table, issuers, log }: Authenticating): Authenticate {
  const { apiKeys } = tableRepositories(table);
  const verify = tokenVerifier(issuers);

  async function byKey(text: string): Promise<Caller> {
    const parts = partsOfKey(text);
    if (parts === null) throw refused("typingError");
    const key = await apiKeys.withSecret(parts.id, parts.secret);
    if (key === null) throw refused("unknownKey");
    const now = table.clock();
    const state = stateOfKey(key, now);
    if (state === "REVOKED") throw refused("revokedKey");
    if (state === "EXPIRED")
      throw new HubError("UNAUTHENTICATED", "expiredKey", key, { where: "authorization" });
    const today = now.slice(0, 10);
    if (key.lastUsedOn !== today) await noteUse(key.id, today);
    const { id, organizationCode, scopes } = key;
    return { kind: "KEY", name: `${organizationCode}/key:${id}`, organizationCode, scopes };
  }

  /** One write for each key and day. Without it the request is answered all the same. */
  const noteUse = (id: string, lastUsedOn: string): Promise<unknown> =>
    apiKeys.noteUse(id, lastUsedOn).catch((error: unknown) => {
      log({ level: "error", message: "The use of a key was not noted.", error: stackOf(error) });
    });

  return async (authorization) => {
    const [, given] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
    if (given === undefined) throw refused("notBearer");
    if (isKeyLike(given)) return byKey(given);
    return verify(given);
  };
}

const refused = (why: "notBearer" | "revokedKey" | "typingError" | "unknownKey"): HubError =>
  new HubError("UNAUTHENTICATED", why, null, { where: "authorization" });
