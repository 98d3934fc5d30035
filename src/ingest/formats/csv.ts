import { parse } from "csv-parse/sync";
import { HubError } from "../../domain/errors";
import { type LineProblem, type RowProblem, shown } from "../problem";
import type { Format, ReadRows } from "../source";
import { checkUtf8 } from "./utf8";

/** A row by the names of its columns, every cell word for word. */
export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvOptions {
  readonly separator: string;
  /** Columns that must be there; others may. */
  readonly columns: readonly string[];
}

const knownSeparators = [";", ",", "\t", "|"];

/** CSV with a header line: UTF-8, LF or CRLF, quoted cells that may hold line breaks. */
export const csv = (options: CsvOptions): Format<CsvRow> => ({
  name: `CSV with ${nameOf(options.separator)}`,
  rowsAre: "lines",
  read: (bytes) => readCsv(bytes, options),
});

/**
 * Rows with as many cells as the header; the others are problems, and reading goes on behind them.
 * @throws HubError SOURCE_UNREADABLE for a file that is empty, not UTF-8, or without the columns asked for.
 */
export function readCsv(input: Uint8Array, options: CsvOptions): ReadRows<CsvRow> {
  const { bytes, cut } = checkUtf8(input);
  const { records, unclosed } = recordsOf(bytes, options.separator);
  const [header, ...body] = records;
  if (header === undefined) throw emptyFile();
  const columns = header.cells.map((name) => name.trim());
  checkColumns(columns, header.text, options);
  const rows: CsvRow[] = [];
  const problems: LineProblem[] = unclosed.map((line) => ({ line, ...quoteNotClosed }));
  for (const [i, { cells, line, endLine, text }] of body.entries()) {
    const last = i === body.length - 1 && unclosed.length === 0;
    const ended = !last || /[\r\n]$/.test(text);
    if (cells.length !== columns.length || (last && cut)) {
      const problem = last && !ended ? cutRow(text) : cellCount(columns, cells, line, endLine, text);
      problems.push({ line, ...problem });
    } else {
      rows.push({ line, cells: Object.fromEntries(columns.map((name, c) => [name, cells[c]!])) });
      if (!ended) problems.push({ line, ...noFinalLineBreak });
    }
  }
  return {
    rows,
    unreadable: body.length - rows.length + unclosed.length,
    problems: problems.sort((a, b) => a.line! - b.line!),
  };
}

interface RawRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
}

/** Every record that is not blank, and the lines on which a quotation mark opens that nothing closes. */
function recordsOf(bytes: Buffer, separator: string): { records: RawRecord[]; unclosed: number[] } {
  const records: RawRecord[] = [];
  const unclosed: number[] = [];
  for (let start = 0; start < bytes.length; ) {
    const { parsed, complete } = parseFrom(bytes.subarray(start), separator);
    const line = lineCounter(bytes, start);
    for (const { record, info } of parsed) {
      const end = Math.min(start + info.bytes, bytes.length);
      const text = bytes.toString("utf8", line.offset(), end);
      const first = line.current();
      line.advanceTo(end);
      const endLine = first + Math.max(0, line.current() - first - (/[\r\n]$/.test(text) ? 1 : 0));
      if (record.length > 1 || record[0]?.trim()) records.push({ cells: record, line: first, endLine, text });
    }
    if (complete) break;
    // The mark swallowed the rest of the file: its own line is lost, what follows is read again.
    unclosed.push(line.current());
    const next = bytes.indexOf("\n", line.offset());
    start = next === -1 ? bytes.length : next + 1;
  }
  return { records, unclosed };
}

interface Parsed {
  readonly record: string[];
  /** `bytes` is where the record ends. */
  readonly info: { readonly bytes: number };
}

function parseFrom(bytes: Buffer, separator: string): { parsed: Parsed[]; complete: boolean } {
  let complete = true;
  const parsed = parse(bytes, {
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    on_skip: () => {
      complete = false;
      return undefined;
    },
  }) as unknown as Parsed[];
  return { parsed, complete };
}

/** Knows the line, from 1, of an offset that only moves forward. */
function lineCounter(bytes: Buffer, start: number) {
  let at = 0;
  let line = 1;
  const advanceTo = (end: number): void => {
    for (; at < end; at++) {
      const alone = bytes[at] === 0x0d && bytes[at + 1] !== 0x0a;
      if (bytes[at] === 0x0a || alone) line++;
    }
  };
  advanceTo(start);
  return { advanceTo, current: () => line, offset: () => at };
}

function checkColumns(
  found: readonly string[],
  headerText: string,
  { separator, columns }: CsvOptions,
): void {
  const missing = columns.filter((name) => !found.includes(name));
  const twice = columns.filter((name) => found.indexOf(name) !== found.lastIndexOf(name));
  if (missing.length === 0 && twice.length === 0) return;
  const fitting = knownSeparators.find((other) => {
    const names = headerText.split(other).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
    return other !== separator && columns.every((name) => names.includes(name));
  });
  const has = `It has: ${shown(found.map((name) => JSON.stringify(name)).join(", "))}.`;
  const what =
    missing.length > 0 ? `has no column ${quoted(missing)}` : `has the column ${quoted(twice)} twice`;
  const cosa =
    missing.length > 0 ? `non ha la colonna ${quoted(missing)}` : `ha due volte la colonna ${quoted(twice)}`;
  throw new HubError("SOURCE_UNREADABLE", {
    message: `The file ${what}. ${has}`,
    messageIt: `Il file ${cosa}.`,
    hint:
      fitting === undefined
        ? `Use the file as it was published: columns separated by ${nameOf(separator)}, names unchanged.`
        : `The columns are separated by ${nameOf(fitting)}; ${nameOf(separator)} is expected. Save the file with ${nameOf(separator)}.`,
    where: "line 1",
  });
}

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");
const nameOf = (separator: string): string => (separator === "\t" ? "a tab" : separator);

const emptyFile = (): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: "The file is empty.",
    messageIt: "Il file è vuoto.",
    hint: "Download it again.",
  });

const quoteNotClosed: RowProblem = {
  column: null,
  value: null,
  rule: "QUOTE_NOT_CLOSED",
  severity: "ERROR",
  message: 'A quotation mark opens on this line and never closes. Close it, or double it ("") if it is text.',
};

const noFinalLineBreak: RowProblem = {
  column: null,
  value: null,
  rule: "CUT_FILE",
  severity: "NOTICE",
  message: "The file ends without a line break. Check that its last row is whole.",
};

const cutRow = (text: string): RowProblem => ({
  column: null,
  value: shown(text),
  rule: "CUT_FILE",
  severity: "ERROR",
  message: "The file ends within this row: it was cut. Download it again.",
});

function cellCount(
  columns: readonly string[],
  cells: readonly string[],
  line: number,
  endLine: number,
  text: string,
): RowProblem {
  const span = endLine > line ? ` It goes on to line ${endLine}: a quotation mark may be missing.` : "";
  return {
    column: null,
    value: shown(text.trimEnd()),
    rule: "CELL_COUNT",
    severity: "ERROR",
    message: `The row has ${cells.length} cells, the header ${columns.length}.${span} Add or remove separators, or put a text that holds one in quotation marks.`,
  };
}
