import { type HeaderPlace, joinedNames } from "../formats/header-rows";
import { readNoData } from "../kit/cells";

/** A record of a sample that is not blank. */
export interface SampleRecord {
  readonly cells: readonly string[];
  /** Line on which it ends, from 1. */
  readonly endLine: number;
}

interface FoundTable extends HeaderPlace {
  /** Absent in an empty file. */
  readonly names?: readonly string[];
  readonly body: readonly (readonly string[])[];
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;

/** The most frequent number of cells in a record. */
export function widthOf(records: readonly SampleRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}

const isNumber = (cell: string): boolean => /^[\d.,'\s%+-]*\d[\d.,'\s%+-]*$/.test(cell.trim());

/**
 * The table of a sample. Its header is the first record that is as wide as most and has words in more than half of its cells:
 * before it stand titles and notes. If it repeats names or leaves blank ones between others, and the next record has words alone
 * where numbers follow, both are the header.
 */
export function tableIn(records: readonly SampleRecord[]): FoundTable {
  const width = widthOf(records);
  const at = Math.max(
    0,
    records.findIndex(({ cells }) => cells.length === width && filled(cells) > width / 2),
  );
  // An upper row of merged cells may have fewer words than half.
  const isUpper = (i: number): boolean => {
    const [upper, lower, next] = [records[i], records[i + 1], records[i + 2]].map((each) => each?.cells);
    if (upper === undefined || lower === undefined || next === undefined) return false;
    if (upper.length !== width || lower.length !== width || filled(upper) < 2) return false;
    const names = upper.map((cell) => cell.trim());
    const isMerged = names.some((name, c) => c > 0 && (name === "" || names.indexOf(name) < c));
    const isOfWords = [...upper, ...lower].every((cell) => !isNumber(cell) || isYear(cell));
    const hasData = next.some((cell) => isNumber(cell) || readNoData(cell) !== null);
    return isMerged && isOfWords && hasData && lower.some((cell) => cell.trim() !== "" && !isYear(cell));
  };
  const first = at > 0 && isUpper(at - 1) ? at - 1 : at;
  const headerRowCount = isUpper(first) ? 2 : 1;
  const rows = records.slice(first, first + headerRowCount);
  const [header] = rows;
  if (header === undefined) return { skipRows: 0, headerRowCount: 1, body: [] };
  return {
    // Blank lines before the header are skipped anyway.
    skipRows: first === 0 ? 0 : records[first - 1]!.endLine,
    headerRowCount,
    names: joinedNames(rows.map(({ cells }) => cells)),
    body: records.slice(first + headerRowCount).map(({ cells }) => cells),
  };
}

const isYear = (cell: string): boolean => /^(?:19|20)\d\d$/.test(cell.trim());
