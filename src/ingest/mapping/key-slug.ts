import { createHash } from "node:crypto";

/** “Via Sant’Arnaldo, 17” is `via-sant-arnaldo-17`. */
export const slugOf = (text: string): string =>
  (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  ).join("-");

const longestSlug = 60;

/** Without a length a longer text is cut; a piece of its hash distinguishes it from others with the same beginning. */
export function keySlug(text: string, length: number | true): string {
  const slug = slugOf(text);
  if (length !== true) return slug.slice(0, length);
  if (slug.length <= longestSlug) return slug;
  const hash = createHash("sha256").update(slug).digest("hex").slice(0, 8);
  return `${slug.slice(0, longestSlug - 9).replace(/-$/, "")}-${hash}`;
}
