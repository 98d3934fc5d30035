import { isCode } from "../../domain/kit/field";
import { finding } from "../kit/problem";
import { keySlug } from "./key-slug";
import { blankProblem, columnOf, type RowReader, rawCell, readText, unreadable } from "./read-value";
import type { KeyMapping } from "./value.schema";

/** The key of a row, and whether its register gave it: a key made of words is not an identifier. */
export interface RowKey {
  readonly text: string;
  readonly isOfRegister: boolean;
}

type OneKey = Exclude<KeyMapping, readonly unknown[]>;

/** The key of a row, the first of several that it has; `null`, with a problem, if none can be a code. */
export function rowKey(key: KeyMapping, source: string, reader: RowReader): RowKey | null {
  const keys = [key].flat();
  for (const [i, one] of keys.entries()) {
    const isLast = i === keys.length - 1;
    const found = isLast ? oneKey(one, source, reader) : firstKey(one, source, reader);
    if (found !== null) return found;
  }
  return null;
}

/** One that is not the last: if it fails, the next one counts, and only `ifBlank` is reported. */
function firstKey(key: OneKey, source: string, reader: RowReader): RowKey | null {
  const { ifBlank, ...quiet } = key;
  const found = oneKey(quiet, source, { ...reader, problems: [] });
  if (found === null && ifBlank !== undefined) {
    const column = columnOf(key, reader.cells);
    const usual = finding("EMPTY_CELL", "keyOfOtherCells");
    const text = column === null ? "" : rawCell(reader, column);
    reader.problems.push(blankProblem(ifBlank, reader, column, text, usual));
  }
  return found;
}

function oneKey(key: OneKey, source: string, reader: RowReader): RowKey | null {
  const { slug = false, ...plain } = key;
  const read = readText(plain, reader);
  const column = columnOf(key, reader.cells);
  if (read.kind === "value") {
    const text = slug === false ? read.value : keySlug(read.value, slug);
    if (isCode(`${source}:${text}`) && text !== "") return { text, isOfRegister: slug === false };
    unreadable(reader, finding("NOT_A_CODE", "keyNotACode"), column, read.value, key.rule);
  } else if (read.kind === "blank" && key.ifBlank === undefined) {
    unreadable(reader, finding("NOT_A_CODE", "noKey"), column, "", key.rule);
  }
  return null;
}
