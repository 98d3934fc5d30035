import type { ProtectedCount, ProtectedTable } from "./disclosure";

/** What is asked of one side of a protected table. */
export interface Side {
  readonly names: readonly string[];
  /** Whether each name gets an answer of its own; else they are one. */
  readonly isGrouped: boolean;
  /** Only these names; all when `null`. */
  readonly kept: readonly string[] | null;
}

export interface ProtectedAnswer extends ProtectedCount {
  /** The name of the row and of the column; `null` for all that are kept. */
  readonly row: string | null;
  readonly column: string | null;
}

/**
 * The only way in which counts of people are asked for: every answer is a published number or a sum of published ones, so
 * filters and groups can be combined at will and no difference of two answers tells more than the table itself.
 */
export function selectProtected(table: ProtectedTable, rows: Side, columns: Side): ProtectedAnswer[] {
  const count = (row: number | null, column: number | null): ProtectedCount => {
    if (row === null) return column === null ? table.total : table.columns[column]!;
    return column === null ? table.rows[row]!.total : table.rows[row]!.cells[column]!;
  };
  return answersOf(rows).flatMap((row) =>
    answersOf(columns).map((column) => ({
      row: row.name,
      column: column.name,
      ...sumOf(row.places.flatMap((r) => column.places.map((c) => count(r, c)))),
    })),
  );
}

/** The places that one answer is made of; `null` is the published total of the side. */
function answersOf({ names, isGrouped, kept }: Side): { name: string | null; places: (number | null)[] }[] {
  const places = names.flatMap((name, i) => (kept === null || kept.includes(name) ? [i] : []));
  if (isGrouped) return places.map((i) => ({ name: names[i]!, places: [i] }));
  return [{ name: null, places: kept === null ? [null] : places }];
}

function sumOf(counts: readonly ProtectedCount[]): ProtectedCount {
  if (counts.some(({ suppressed }) => suppressed)) return { count: null, suppressed: true };
  const known = counts.flatMap(({ count }) => count ?? []);
  return { count: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0), suppressed: false };
}
