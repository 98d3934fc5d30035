import { createHash } from "node:crypto";
import { isCode } from "../../domain/kit/check";
import type { Mapping } from "./mapping.schema";
import { columnOf, type RowReader, readText, unreadable } from "./read-value";

/** The key of a row; `null`, with a problem, where it has none or none that can be a code. */
export function rowKey(key: NonNullable<Mapping["key"]>, source: string, reader: RowReader): string | null {
  const read = readText(key, reader);
  const column = columnOf(key, reader.cells);
  if (read.kind === "value") {
    const text = key.slug === true ? keySlug(read.value) : read.value;
    if (isCode(`${source}:${text}`) && text !== "") return text;
    const message =
      "The key must be made of letters, digits and . _ : + - so that it can be a code. Take another column, or slug: true in the mapping file.";
    unreadable(reader, "NOT_A_CODE", column, read.value, message);
  } else if (read.kind === "blank") {
    unreadable(
      reader,
      "NOT_A_CODE",
      column,
      "",
      "The row has no key: nothing can be told of it again later.",
    );
  }
  return null;
}

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

/** A longer text is cut, and told apart from others with the same beginning by a piece of its hash. */
function keySlug(text: string): string {
  const slug = slugOf(text);
  if (slug.length <= longestSlug) return slug;
  const hash = createHash("sha256").update(slug).digest("hex").slice(0, 8);
  return `${slug.slice(0, longestSlug - 9).replace(/-$/, "")}-${hash}`;
}
