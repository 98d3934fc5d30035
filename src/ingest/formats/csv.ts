import { isUtf8 } from "node:buffer";
import { HubError } from "../../domain/kit/errors";
import type { LineProblem } from "../kit/problem";
import type { Format, ReadBatch } from "../kit/source";
import { visibleHeader, withoutHidden } from "./control-characters";
import { type CsvOptions, columnsOf, nameOf, separatorOf } from "./csv-header";
import { cellCount, cutRow, lostLineProblem, noFinalLineBreak } from "./csv-problems";
import { csvRecords, type LostLine, type RawRecord } from "./csv-records";
import { firstLine, joinedHeader } from "./header-rows";
import { type BlockReader, readBlocks } from "./read-blocks";

/** A row by the names of its columns, every cell verbatim. */
export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * CSV with a header line: UTF-8, LF, CRLF or CR, quoted cells with or without line breaks. Rows have as many cells as the
 * header; the others are problems, and reading continues after them.
 */
export const csv = (options: CsvOptions): Format<CsvRow> => ({
  name: `CSV with ${nameOf(options.separator)}`,
  rowsAre: "lines",
  read: (chunks) => readBlocks(chunks, csvReader(options)),
});

/** @throws HubError SOURCE_UNREADABLE for a file that is empty or without the required columns. */
export function csvReader(options: CsvOptions, maxRecordBytes?: number): BlockReader<CsvRow> {
  const { skipRows, headerRowCount } = options.header ?? firstLine;
  const { commentPrefix: prefixes = [] } = options;
  const isComment = ({ cells }: RawRecord): boolean => {
    if (prefixes.length === 0) return false;
    const first = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
    return prefixes.some((prefix) => first.startsWith(prefix));
  };
  const records = csvRecords(
    options.separator,
    // Only the whole header has all names.
    (header) => (headerRowCount === 1 ? separatorOf(header, options) : options.separator),
    maxRecordBytes,
    (record) => record.line <= skipRows || isComment(record),
  );
  const header: RawRecord[] = [];
  let columns: readonly string[] | null = null;
  /** Losses before the header: reported with the first rows, when it is clear that the file can be read. */
  let pending: LineProblem[] = [];
  let comments = 0;

  function batchOf(found: readonly (RawRecord | LostLine)[]): ReadBatch<CsvRow> {
    const rows: CsvRow[] = [];
    const problems = pending;
    let unreadable = pending.length;
    pending = [];
    for (const each of found) {
      const { line } = each;
      if (each.kind !== "record") {
        unreadable++;
        problems.push({ line, ...lostLineProblem(each) });
      } else if (columns === null && line <= skipRows) {
      } else if (isComment(each)) {
        comments++;
      } else if (columns === null) {
        header.push(visibleHeader(each, (hidden) => problems.push({ line, ...hidden })));
        if (header.length < headerRowCount) continue;
        const named = columnsOf(joinedHeader(header), options, found);
        columns = named.columns;
        problems.push(...named.problems.map((problem) => ({ line, ...problem })));
      } else if (!isUtf8(each.bytes)) {
        unreadable++;
        problems.push({ line, ...lostLineProblem({ ...each, kind: "DAMAGED" }) });
      } else if (each.cells.length !== columns.length || (each.unended && records.wasCut())) {
        unreadable++;
        const found = each.unended ? cutRow(each.bytes.toString("utf8")) : cellCount(columns, each);
        problems.push({ line, ...found });
      } else {
        const cells = Object.fromEntries(columns.map((name, c) => [name, each.cells[c]!]));
        rows.push({ line, cells: withoutHidden(cells, (hidden) => problems.push({ line, ...hidden })) });
        if (each.unended) problems.push({ line, ...noFinalLineBreak });
      }
    }
    const nextLine = records.line();
    const left = comments;
    if (columns !== null) {
      comments = 0;
      return { rows, unreadable, problems, comments: left, nextLine };
    }
    pending = problems;
    return { rows, unreadable: 0, problems: [], nextLine };
  }

  return {
    push: (block) => batchOf(records.push(block)),
    end() {
      const batch = batchOf(records.end());
      if (columns === null) throw new HubError("SOURCE_UNREADABLE", "empty");
      return batch;
    },
  };
}
