import { alignedTable } from "../kit/aligned-table";
import type { Column } from "./profile-columns";

const mostShown = 40;

/** The columns for people: type, share of filled cells, some of the cells. */
export function columnTable(columns: readonly Column[]): string {
  const header = ["column", "type", "filled", "distinct", "examples"];
  const rows = columns.map((column) => [
    cut(column.name),
    typeText(column),
    `${Math.floor(column.filled * 100)}%`,
    `${column.distinct}${column.identifies ? " (key)" : ""}`,
    column.personal ? "not shown" : column.examples.map(cut).join(" | "),
  ]);
  return alignedTable([header, ...rows], header.length);
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
      if (type.isOpen) return "thousands or decimals?";
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
