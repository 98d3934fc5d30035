import { HubError } from "../../domain/kit/errors";

/** Opaque to clients: base64url of `<type>:<code>`. */
export const toGlobalId = (type: string, code: string): string =>
  Buffer.from(`${type}:${code}`).toString("base64url");

/** @throws HubError INVALID_ID if the text is not an id of this hub. */
export function fromGlobalId(id: string): { readonly type: string; readonly code: string } {
  const match = id.length <= 500 ? /^([A-Za-z]+):(.+)$/s.exec(Buffer.from(id, "base64url").toString()) : null;
  const [, type, code] = match ?? [];
  if (type !== undefined && code !== undefined && toGlobalId(type, code) === id) return { type, code };
  throw new HubError("INVALID_ID", "unknown", { id }, { where: "id" });
}
