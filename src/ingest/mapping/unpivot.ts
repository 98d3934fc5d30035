import type { MappedRow } from "./mapped-row";
import { matches } from "./pattern";
import type { FileMapping } from "./source.schema";

/** A row for each column that matches: its name and its cell become columns of their own. A row without one stays as it is. */
export function unpivoted(row: MappedRow, unpivot: FileMapping["unpivot"]): readonly MappedRow[] {
  if (unpivot === undefined) return [row];
  const { columns, name, value } = unpivot;
  const whole = `^(?:${columns})$`;
  const names = Object.keys(row.cells).filter((column) => matches(whole, column.trim()));
  if (names.length === 0) return [row];
  const kept = Object.fromEntries(Object.entries(row.cells).filter(([column]) => !names.includes(column)));
  return names.map((column) => ({
    ...row,
    cells: { ...kept, [name]: column.trim(), [value]: row.cells[column]! },
  }));
}
