/** The form in which an answer is sent; `OTHER` if the client accepts neither gzip nor only plain bytes. */
export type Encoding = "gzip" | "identity" | "OTHER";

/** The encoding for a client that sent such an `accept-encoding`. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = remembered.get(accepted);
  if (known !== undefined) return known;
  const encoding = acceptsGzip(accepted) ? "gzip" : /deflate/i.test(accepted) ? "OTHER" : "identity";
  if (remembered.size < mostRemembered) remembered.set(accepted, encoding);
  return encoding;
}

export const acceptsGzip = (accepted: string): boolean =>
  accepted.split(",").some((offer) => /^\s*(gzip|\*)\s*(;\s*q=(1|0\.\d*[1-9]).*)?$/i.test(offer));

/** Clients send few different texts; the others are read each time. */
const remembered = new Map<string, Encoding>();
const mostRemembered = 100;
