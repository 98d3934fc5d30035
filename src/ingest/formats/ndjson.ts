import { isUtf8 } from "node:buffer";
import { finding, type LineProblem } from "../kit/problem";
import type { Format, ReadBatch } from "../kit/source";
import { cutRow, lostLineProblem } from "./csv-problems";
import { maxRecordBytes } from "./csv-records";
import { type JsonOptions, type JsonRow, notARecord, readRecord } from "./json-record";
import { type BlockReader, readBlocks } from "./read-blocks";
import type { ReadValue } from "./read-whole";
import { wholeCharacters, withoutMark } from "./utf8";

const newline = 0x0a;

/**
 * NDJSON: one JSON object per line, of at most 1 MB; any other line is a problem, and the next one is read. An empty
 * file has no records, which is not a fault. The pages of an API are stored in this form.
 */
export const ndjson = (options: JsonOptions): Format<JsonRow> => ({
  name: "NDJSON",
  rowsAre: "lines",
  read: (chunks) => readBlocks(chunks, ndjsonReader(options)),
});

export function ndjsonReader(options: JsonOptions, maxBytes = maxRecordBytes): BlockReader<JsonRow> {
  const readOne = readRecord(options);
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let begun = false;
  /** The end of a line that is too long is skipped. */
  let skipping = false;

  function batchOf(read: (rows: JsonRow[], problems: LineProblem[]) => void): ReadBatch<JsonRow> {
    const rows: JsonRow[] = [];
    const problems: LineProblem[] = [];
    read(rows, problems);
    return { rows, problems, unreadable: problems.length, nextLine: line };
  }

  function readLine(bytes: Buffer, rows: JsonRow[], problems: LineProblem[]): void {
    const read = skipping ? null : rowOf(bytes, readOne, maxBytes);
    if (read !== null && "rule" in read) problems.push({ line, ...read });
    else if (read !== null) rows.push({ line, ...read });
  }

  function drain(rows: JsonRow[], problems: LineProblem[]): void {
    let from = 0;
    for (let end = rest.indexOf(newline); end !== -1; end = rest.indexOf(newline, from)) {
      readLine(rest.subarray(from, end), rows, problems);
      skipping = false;
      line++;
      from = end + 1;
    }
    // A copy, so that the block itself can be freed.
    rest = Buffer.from(rest.subarray(from));
    if (rest.length <= maxBytes) return;
    readLine(rest, rows, problems);
    skipping = true;
    rest = Buffer.alloc(0);
  }

  function begin(): void {
    if (!begun) rest = withoutMark(rest);
    begun = true;
  }

  return {
    push: (block) =>
      batchOf((rows, problems) => {
        rest = Buffer.concat([rest, block]);
        if (!begun && rest.length < 3) return;
        begin();
        drain(rows, problems);
      }),
    end: () =>
      batchOf((rows, problems) => {
        begin();
        drain(rows, problems);
        const { bytes, cut } = wholeCharacters(rest);
        const isWhole = !cut && (!isUtf8(bytes) || isJson(bytes) || bytes.toString().trim() === "");
        if (isWhole) readLine(bytes, rows, problems);
        else if (!skipping) problems.push({ line, ...cutRow(bytes.toString("utf8")) });
        if (rest.length > 0) line++;
      }),
  };
}

/** `null` for a blank line. */
function rowOf(bytes: Buffer, readOne: ReadValue<JsonRow>, maxBytes: number) {
  const lost = (kind: "DAMAGED" | "TOO_LONG") =>
    lostLineProblem({ kind, line: 0, bytes: Buffer.from(bytes.subarray(0, Math.min(maxBytes, 1_000))) });
  if (bytes.length > maxBytes) return lost("TOO_LONG");
  if (!isUtf8(bytes)) return lost("DAMAGED");
  const text = bytes.toString("utf8");
  if (text.trim() === "") return null;
  const value = jsonOf(text);
  if (value === notJson) return notARecord(finding("NOT_A_RECORD", "notJson"), null, text.trimEnd());
  return readOne(value);
}

const notJson = Symbol("not JSON");

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return notJson;
  }
}

const isJson = (bytes: Buffer): boolean => jsonOf(bytes.toString("utf8")) !== notJson;
