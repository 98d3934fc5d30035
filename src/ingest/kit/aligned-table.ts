/** Rows as lines: the first columns aligned left, the others, which are numbers, aligned right. */
export function alignedTable(rows: readonly (readonly string[])[], left: number): string {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  const pad = (cell: string, c: number) => (c < left ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!));
  return rows.map((row) => row.map(pad).join("  ").trimEnd()).join("\n");
}
