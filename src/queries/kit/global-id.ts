import { HubError } from "../../domain/kit/errors";

/** Opaque to clients: base64url of `<type>:<code>`. */
export const toGlobalId = (type: string, code: string): string =>
  Buffer.from(`${type}:${code}`).toString("base64url");

/** @throws HubError INVALID_ID if the text is not an id of this hub. */
export function fromGlobalId(id: string): { readonly type: string; readonly code: string } {
  const match = id.length <= 500 ? /^([A-Za-z]+):(.+)$/s.exec(Buffer.from(id, "base64url").toString()) : null;
  const [, type, code] = match ?? [];
  if (type !== undefined && code !== undefined && toGlobalId(type, code) === id) return { type, code };
  throw invalidId(id);
}

export const invalidId = (id: string): HubError =>
  new HubError("INVALID_ID", {
    message: `"${id.slice(0, 80)}" is not an id of this hub.`,
    messageIt: `"${id.slice(0, 80)}" non è un id di questo hub.`,
    hint: "Use the id field of something that this hub answered; codes such as nil:42 go to area(code:) and the like.",
    where: "id",
  });
