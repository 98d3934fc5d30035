import { notePrefix } from "../kit/note-prefix";
import type { MappedRow } from "./mapped-row";

/** A hashtag of the Humanitarian Exchange Language, which writes a line of them below the header. */
const hashtag = /^#[a-z]\w*(?:\s*\+\w+)*$/i;

/** What a row of a table is instead of data: a note about the table, or its header once more; `null` for data. */
export function foreignRow({ cells, point, polygons }: MappedRow): "headerRow" | "noteRow" | null {
  if (point !== null || polygons !== null) return null;
  const columns = Object.entries(cells);
  if (columns.length < 2) return null;
  if (columns.every(([name, text]) => text.trim() === name)) return "headerRow";
  const filled = columns.flatMap(([, text]) => text.trim() || []);
  if (filled.length > 1 && filled.every((text) => hashtag.test(text))) return "headerRow";
  return notePrefix(filled) === null ? null : "noteRow";
}
