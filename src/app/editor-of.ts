import { createHash, timingSafeEqual } from "node:crypto";

/** All editors share one key until partners have their own. */
const editorName = "admin";

/**
 * The name of the editor whose key a request carries; `null` for no key or a wrong one. The hub stores only the hash:
 * the key is 32 random bytes, so the hash does not help to guess it.
 */
export function editorOf(authorization: string | null, keyHash: string | null): string | null {
  const key = /^Bearer +([\w-]{32,100})$/i.exec(authorization ?? "")?.[1];
  if (key === undefined || keyHash === null) return null;
  const shown = createHash("sha256").update(key).digest();
  return timingSafeEqual(shown, Buffer.from(keyHash, "hex")) ? editorName : null;
}
