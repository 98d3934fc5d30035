import { createHash, timingSafeEqual } from "node:crypto";

/** There is one key for all editors until partners have their own. */
const editorName = "admin";

/**
 * The name of the editor whose key a request shows; `null` where it shows none or another one. The hub knows only the
 * hash: the key is 32 random bytes, so nobody can guess it from there.
 */
export function editorOf(authorization: string | null, keyHash: string | null): string | null {
  const key = /^Bearer +([\w-]{32,100})$/i.exec(authorization ?? "")?.[1];
  if (key === undefined || keyHash === null) return null;
  const shown = createHash("sha256").update(key).digest();
  return timingSafeEqual(shown, Buffer.from(keyHash, "hex")) ? editorName : null;
}
