import type { Column } from "./profile-columns";

const mostShown = 40;

/** The columns for people: type, share of filled cells, some of the cells. */
export function columnTable(columns: readonly Column[]): string {
  const rows = [
    ["column", "type", "filled", "distinct", "examples"],
    ...columns.map((column) => [
      cut(column.name),
      typeText(column),
      `${Math.floor(column.filled * 100)}%`,
      `${column.distinct}${column.identifies ? " (key)" : ""}`,
      column.personal ? "not shown" : column.examples.map(cut).join(" | "),
    ]),
  ];
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => cell.padEnd(widths[c]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const cut = (text: string): string => {
  const line = text.replace(/\s+/gu, " ");
  return line.length > mostShown ? `${line.slice(0, mostShown - 3)}...` : line;
};

export function typeText({ type, role, scheme, personal }: Column): string {
  if (personal) return "personal";
  if (role === "area") return `area (${scheme})`;
  if (role !== null) return role;
  switch (type.kind) {
    case "decimal":
      return type.decimalChar === "," ? "decimal comma" : "decimal point";
    case "date":
      return `date ${type.format}`;
    case "yesNo":
      return "yes/no";
    case "pair":
      return "two coordinates";
    case "category":
      return `category (${type.words.length})`;
    default:
      return type.kind;
  }
}
