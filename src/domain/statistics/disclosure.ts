import { sum } from "../kit/sum";

/** The legal floor for aggregated statistics in Italy (G.U. 14-1-2019, 19A00181, art. 5). */
const disclosureFloor = 3;

/** @throws RangeError for a threshold below the law's: the hub then does not start. */
export function thresholdOf(count: number): number {
  if (Number.isSafeInteger(count) && count >= disclosureFloor) return count;
  throw new RangeError(
    `A disclosure threshold is a whole number of at least ${disclosureFloor}, not ${count}.`,
  );
}

/** The smallest group that may be published. A count of 0 is suppressed too: it discloses something about everybody. */
export const disclosureThreshold = thresholdOf(5);

export const isDisclosable = (count: number): boolean =>
  Number.isSafeInteger(count) && count >= disclosureThreshold;

/** A publishable count. `count` null with `suppressed` false means that no source states it. */
export interface ProtectedCount {
  readonly count: number | null;
  readonly suppressed: boolean;
}

/** A row of counts with the sum of all people in it. A cell is `null` if its source suppressed it. */
export interface CountRow {
  /** In the order of the columns; absent if no source states it. */
  readonly cells: readonly (number | null | undefined)[];
  readonly total: number | null;
}

interface ProtectedTable {
  readonly rows: readonly {
    readonly cells: readonly ProtectedCount[];
    readonly total: ProtectedCount;
  }[];
  readonly columns: readonly ProtectedCount[];
  readonly total: ProtectedCount;
}

/**
 * A table in which no small cell can be found, by itself or by subtraction (docs/methods.md, Small groups). Small cells
 * are suppressed. So is the total of a row if it leaves only one value for the suppressed cells, that of a column with
 * any suppressed cell, and the grand total if it would disclose the rows without one. So each equation that a reader
 * can set up has other suppressed cells, at least two of them, with more than one solution for each.
 */
export function protectTable(rows: readonly CountRow[], columns: number): ProtectedTable {
  const judged = rows.map((row) => {
    const hidden = row.cells.filter((cell) => cell === null || (cell !== undefined && !isDisclosable(cell)));
    const shown = sum(row.cells.map((cell) => (cell && isDisclosable(cell) ? cell : 0)));
    const rest = row.total === null ? null : row.total - shown;
    const hasTotal = row.total !== null && isDisclosable(row.total) && isSafeRest(hidden, rest!);
    return { row, hidden, rest, hasTotal };
  });
  const withoutTotal = judged.filter(({ hasTotal }) => !hasTotal);
  const hiddenWithoutTotal = withoutTotal.flatMap(({ hidden }) => hidden);
  const restWithoutTotal = sum(withoutTotal.map(({ rest }) => rest ?? 0));
  const isKnown = rows.length > 0 && rows.every(({ total }) => total !== null);
  const grand = sum(rows.map(({ total }) => total ?? 0));
  const hasGrandTotal =
    isDisclosable(grand) && (withoutTotal.length === 0 || isSafeRest(hiddenWithoutTotal, restWithoutTotal));
  return {
    rows: judged.map(({ row, hasTotal }) => ({
      cells: row.cells.map(protectCell),
      total: toProtectedCount(row.total, hasTotal),
    })),
    columns: Array.from({ length: columns }, (_, i) => {
      const cells = rows.map((row) => row.cells[i]).filter((cell) => cell !== undefined);
      if (cells.length === 0) return { count: null, suppressed: false };
      return toProtectedCount(
        sum(cells.map((cell) => cell ?? 0)),
        cells.every((cell) => cell !== null && isDisclosable(cell)),
      );
    }),
    total: toProtectedCount(isKnown ? grand : null, hasGrandTotal),
  };
}

/**
 * Whether the sum of classes that a publisher suppressed may be published. Each may be small, or replace a small one;
 * so a low sum is not safe, nor is one with a single solution if all classes are small: 1 each, or the largest small
 * count each.
 */
export const isSafeSum = (classes: number, sum: number): boolean =>
  classes > 1 && isDisclosable(sum) && sum !== classes && sum !== classes * (disclosureThreshold - 1);

const toProtectedCount = (count: number | null, isPublished: boolean): ProtectedCount => ({
  count: isPublished ? count : null,
  suppressed: count !== null && !isPublished,
});

function protectCell(cell: number | null | undefined): ProtectedCount {
  if (cell === undefined) return { count: null, suppressed: false };
  return toProtectedCount(cell ?? 0, cell !== null && isDisclosable(cell));
}

/**
 * Whether the sum of suppressed cells may be published. If all cells are known to be small, a high sum discloses as
 * much as a low one: two of them that make 8 are 4 and 4.
 */
function isSafeRest(hidden: readonly (number | null | undefined)[], rest: number): boolean {
  if (hidden.length === 0) return rest === 0 || isDisclosable(rest);
  const isAllSmall = hidden.every((cell) => cell !== null);
  const highest = isAllSmall ? hidden.length * (disclosureThreshold - 1) : Number.POSITIVE_INFINITY;
  return hidden.length > 1 && isDisclosable(rest) && rest < highest;
}

/** A count of people for some rows and columns by name; `null` stands for all of them. */
export type ProtectedCounts = (
  rows: readonly string[] | null,
  columns: readonly string[] | null,
) => ProtectedCount;

/**
 * The gate for small counts, and the only way to counts of people: every answer is a published number or a sum of
 * published ones, so filters and groups can be combined freely, and no difference of two answers discloses more than
 * the table.
 */
export function protectedCounts(
  rowNames: readonly string[],
  columnNames: readonly string[],
  counts: readonly CountRow[],
): ProtectedCounts {
  const { rows, columns, total } = protectTable(counts, columnNames.length);
  const published = (row: string | null, column: string | null): ProtectedCount => {
    const ofRow = row === null ? { cells: columns, total } : rows[rowNames.indexOf(row)]!;
    return column === null ? ofRow.total : ofRow.cells[columnNames.indexOf(column)]!;
  };
  return (some, others) =>
    sumOf((some ?? [null]).flatMap((row) => (others ?? [null]).map((column) => published(row, column))));
}

function sumOf(counts: readonly ProtectedCount[]): ProtectedCount {
  if (counts.some(({ suppressed }) => suppressed)) return { count: null, suppressed: true };
  const known = counts.flatMap(({ count }) => count ?? []);
  return { count: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0), suppressed: false };
}
