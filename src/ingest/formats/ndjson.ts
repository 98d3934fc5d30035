import { isUtf8 } from "node:buffer";
import { type LineProblem, type RowProblem, shown } from "../problem";
import type { Format, ReadRows } from "../source";
import { type JsonOptions, type JsonRow, notARecord, recordProblem } from "./json-record";
import { wholeBatch } from "./read-whole";
import { bufferOf, wholeCharacters, withoutMark } from "./utf8";

/** NDJSON: one JSON object on each line. The pages of an API are kept like this. */
export const ndjson = (options: JsonOptions): Format<JsonRow> => ({
  name: "NDJSON",
  rowsAre: "lines",
  read: (chunks) => wholeBatch(chunks, (bytes) => readNdjson(bytes, options)),
});

/**
 * The records that have the fields asked for; a line that is none is a problem, and the next one is read.
 * An empty file holds no record, which is no fault.
 */
export function readNdjson(input: Uint8Array, options: JsonOptions): ReadRows<JsonRow> {
  const { bytes, cut } = wholeCharacters(withoutMark(bufferOf(input)));
  const isDamaged = !isUtf8(bytes);
  const lines = bytes.toString("utf8").split("\n");
  const rows: JsonRow[] = [];
  const problems: LineProblem[] = [];
  for (const [i, text] of lines.entries()) {
    if (text.trim() === "") continue;
    const line = i + 1;
    const last = i === lines.length - 1;
    if (isDamaged && text.includes("\uFFFD")) {
      problems.push({ line, ...notUtf8 });
      continue;
    }
    const value = jsonOf(text);
    const problem =
      value !== notJson && !(last && cut)
        ? recordProblem(value, options)
        : last
          ? cutLine(text)
          : notARecord(noJson, null, text.trimEnd());
    if (problem === null) rows.push({ line, fields: value as JsonRow["fields"] });
    else problems.push({ line, ...problem });
  }
  return { rows, unreadable: problems.length, problems };
}

const notJson = Symbol("not JSON");

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

const noJson = "The line is no JSON. Correct it at its source: one object on each line.";

const notUtf8: RowProblem = {
  column: null,
  value: null,
  rule: "NOT_UTF8",
  severity: "ERROR",
  message: "The line has bytes that are not UTF-8. Download the file again, or save it as UTF-8.",
};

const cutLine = (text: string): RowProblem => ({
  column: null,
  value: shown(text),
  rule: "CUT_FILE",
  severity: "ERROR",
  message: "The file ends within this record: it was cut. Download it again.",
});
