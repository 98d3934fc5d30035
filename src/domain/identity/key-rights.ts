import type { ApiKey } from "./api-key";
import { type Caller, may } from "./caller";

/** Whether a caller may see the keys of an organisation: an admin those of all, others those of their own. */
export const maySeeKeys = (caller: Caller, organizationCode: string): boolean =>
  may(caller, "ADMIN") || caller.organizationCode === organizationCode;

/**
 * Whether a caller may replace or revoke a key. A key must not get at the rights of a stronger key of its organisation.
 */
export const mayManageKey = (caller: Caller, key: Pick<ApiKey, "organizationCode" | "scopes">): boolean =>
  maySeeKeys(caller, key.organizationCode) && key.scopes.every((scope) => may(caller, scope));
