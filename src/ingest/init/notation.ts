import { markShown, otherMark } from "../mapping/column-signs";
import type { ColumnType } from "./column-type";
import { quoted } from "./yaml-lines";

type Marks = Pick<Extract<ColumnType, { kind: "decimal" }>, "decimalChar" | "groupChar">;
type Typed = { readonly type: ColumnType };

/** The mark of the file is that of most columns; the others state their own. */
export function fileMarks(columns: readonly Typed[]): Marks {
  const sure = columns.flatMap(({ type }) => (type.kind === "decimal" && !type.isOpen ? [type] : []));
  const commas = sure.filter(({ decimalChar }) => decimalChar === ",");
  const decimalChar = commas.length * 2 >= sure.length && commas.length > 0 ? "," : ".";
  const group = sure.find((type) => type.decimalChar === decimalChar && type.groupChar !== null);
  return { decimalChar, groupChar: group?.groupChar ?? null };
}

/** What a column states beside the file. */
export function ownMarks({ type }: Typed, file: Marks): string[] {
  if (type.kind !== "decimal") return [];
  if (type.isOpen) return ["decimalChar: null"];
  const isSame =
    type.decimalChar === file.decimalChar && (type.groupChar ?? file.groupChar) === file.groupChar;
  const group = type.groupChar === null ? [] : [`groupChar: ${quoted(type.groupChar)}`];
  return isSame ? [] : [`decimalChar: ${quoted(type.decimalChar)}`, ...group];
}

/** A question for a person, as the end of a line. */
export function openQuestion({ type, examples }: Typed & { readonly examples: readonly string[] }): string {
  if (type.kind !== "decimal" || !type.isOpen) return "";
  const text = examples.find((each) => markShown(each) === "EITHER") ?? examples[0] ?? "";
  const group = text.includes(".") ? "." : ",";
  return ` # ${quoted(text)}: thousands (decimalChar: ${quoted(otherMark(group))}, groupChar: ${quoted(group)}) or a fraction (decimalChar: ${quoted(group)})? No cell shows it`;
}
