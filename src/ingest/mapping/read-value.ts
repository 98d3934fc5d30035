import { isPartialDate, type PartialDate } from "../../domain/kit/dates";
import type { QualityRule } from "../../domain/quality/quality-rule";
import { type Cell, problem, readNoData } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import type { MappedRow } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { foldWord, type ValueSpec } from "./value.schema";

/** As a cell, or a word that the mapping leaves out on purpose. */
export type Read<T> = Cell<T> | { readonly kind: "leftOut" };

type Cells = MappedRow["cells"];

/** Reads the values of one row and gathers what is wrong with them. */
export interface RowReader {
  readonly cells: Cells;
  readonly file: Mapping["file"];
  readonly problems: RowProblem[];
}

/** The column that a value comes from, as this file calls it; `null` for a constant or a template of several. */
export function columnOf({ column, template }: ValueSpec, cells: Cells): string | null {
  if (typeof column === "string") return column;
  if (column !== undefined) return column.find((name) => Object.hasOwn(cells, name)) ?? column[0]!;
  const names = template === undefined ? [] : columnsOfTemplate(template);
  return names.length === 1 ? names[0]! : null;
}

export const columnsOfTemplate = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);

const rawCell = ({ cells }: RowReader, column: string): string =>
  (Object.hasOwn(cells, column) ? cells[column]! : "").trim();

const isMissing = ({ file }: RowReader, text: string): boolean =>
  file.missingValues.some((word) => word.trim() === text);

/** What a cell says; blank for the words that the mapping says are nothing. */
function cellOf(row: RowReader, column: string): string {
  const text = rawCell(row, column);
  return isMissing(row, text) ? "" : text;
}

/** A cell for a number or a date without one: in a text the same words may be words. */
function noDataIn(row: RowReader, column: string): Extract<Cell<never>, { kind: "blank" }> | null {
  const text = rawCell(row, column);
  return readNoData(text) ?? (isMissing(row, text) ? { kind: "blank", word: text } : null);
}

export function readText(spec: ValueSpec, row: RowReader): Read<string> {
  if (spec.constant !== undefined) return { kind: "value", value: String(spec.constant) };
  const names = spec.template === undefined ? [columnOf(spec, row.cells)!] : columnsOfTemplate(spec.template);
  const read = names.map((name) => ({ name, text: cellOf(row, name) }));
  if (read.some(({ text }) => text === "")) return { kind: "blank" };
  const parts = new Map<string, string>();
  for (const { name, text } of read) {
    const whole = spec.type === "integer" ? wholeNumber(text) : text;
    if (whole === null)
      return unreadable(row, "NOT_A_COUNT", name, text, "The cell must hold a whole number.");
    parts.set(name, whole);
  }
  const text =
    spec.template === undefined
      ? parts.get(names[0]!)!
      : spec.template.replace(/\{([^{}]+)\}/g, (_, name: string) => parts.get(name)!);
  return mapped(spec, text, names[0]!, row);
}

function mapped(spec: ValueSpec, text: string, column: string, row: RowReader): Read<string> {
  if (spec.map === undefined) return { kind: "value", value: `${spec.prefix ?? ""}${text}` };
  const known = foldedMap(spec.map).get(foldWord(text));
  if (known === undefined) {
    const words = Object.keys(spec.map).slice(0, 20).join(", ");
    const message = `The mapping file does not say what this word means; it knows: ${words}. Add the word to the map, or correct the cell.`;
    return unreadable(row, "UNKNOWN_WORD", column, text, message);
  }
  return known === null ? { kind: "leftOut" } : { kind: "value", value: `${spec.prefix ?? ""}${known}` };
}

type Words = NonNullable<ValueSpec["map"]>;

/** Made once for each map of a mapping file: a row must not cost more where the file knows many words. */
const foldedMaps = new WeakMap<Words, ReadonlyMap<string, string | null>>();

function foldedMap(words: Words): ReadonlyMap<string, string | null> {
  const made = foldedMaps.get(words);
  if (made !== undefined) return made;
  const folded = new Map(Object.entries(words).map(([word, meaning]) => [foldWord(word), meaning]));
  foldedMaps.set(words, folded);
  return folded;
}

/** The value, or nothing: of what cannot be read a problem is kept. */
export function textOf(spec: ValueSpec | undefined, row: RowReader): string | null {
  if (spec === undefined) return null;
  const read = readText(spec, row);
  return read.kind === "value" ? read.value : null;
}

/** The texts of a cell that holds several. */
export function listOf(
  spec: (ValueSpec & { readonly split?: string }) | undefined,
  row: RowReader,
): { readonly texts: readonly string[]; readonly column: string | null } {
  if (spec === undefined) return { texts: [], column: null };
  const { map, split, prefix, ...origin } = spec;
  const column = columnOf(spec, row.cells);
  const whole = readText(origin, row);
  if (whole.kind !== "value") return { texts: [], column };
  const parts = (split === undefined ? [whole.value] : whole.value.split(split))
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const options: ValueSpec = { ...(map && { map }), ...(prefix !== undefined && { prefix }) };
  const texts = parts.flatMap((part) => {
    const read = mapped(options, part, column ?? "", row);
    return read.kind === "value" ? [read.value] : [];
  });
  return { texts, column };
}

/** A number as the file writes numbers. */
export function readNumber(spec: ValueSpec, row: RowReader): Cell<number> {
  if (spec.constant !== undefined) return { kind: "value", value: Number(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(row, column);
  if (none !== null) return none;
  const text = rawCell(row, column);
  const value = numberIn(text, row.file);
  return value === null
    ? unreadable(row, "NOT_A_NUMBER", column, text, numberMessage(row.file))
    : { kind: "value", value };
}

/** `null` for what is no number of these marks; programs write very small ones as 3.1e-06. */
export function numberIn(
  text: string,
  { decimalChar, groupChar }: Pick<Mapping["file"], "decimalChar" | "groupChar">,
): number | null {
  const [whole = "", decimals, ...more] = text.split(decimalChar);
  const grouped = groupChar !== undefined && whole.includes(groupChar);
  const digits = grouped ? ungrouped(whole, groupChar) : whole;
  if (digits === null || more.length > 0) return null;
  const plain = decimals === undefined ? digits : `${digits}.${decimals}`;
  const value = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** Groups of three digits, the first of one to three. */
function ungrouped(text: string, mark: string): string | null {
  const [first = "", ...groups] = text.split(mark);
  const sound = /^[-+]?\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  return sound ? [first, ...groups].join("") : null;
}

function numberMessage({ decimalChar, groupChar }: Mapping["file"]): string {
  const groups = groupChar === undefined ? "no mark between thousands" : `"${groupChar}" between thousands`;
  return `The cell must hold a number with "${decimalChar}" before decimals and ${groups}, as the mapping file says. Correct it or leave it empty.`;
}

/** A date of one of the formats, as ISO 8601; without a format it must be written so. */
export function readDate(
  spec: ValueSpec & { readonly format?: string | readonly string[] },
  row: RowReader,
): Cell<PartialDate> {
  if (spec.constant !== undefined) return { kind: "value", value: String(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(row, column);
  if (none !== null) return none;
  const text = rawCell(row, column);
  const formats = spec.format === undefined ? ["YYYY-MM-DD", "YYYY-MM", "YYYY"] : [spec.format].flat();
  const date = formats.map((format) => dateIn(text, format)).find((found) => found !== null);
  if (date !== undefined && date !== null) return { kind: "value", value: date };
  const message = `The cell must hold a date that exists, written ${formats.join(" or ")}.`;
  return unreadable(row, "NOT_A_DATE", column, text, message);
}

export function dateOf(spec: Parameters<typeof readDate>[0] | undefined, row: RowReader): PartialDate | null {
  const read = spec === undefined ? null : readDate(spec, row);
  return read?.kind === "value" ? read.value : null;
}

/** `05/02/2020` in the format `DD/MM/YYYY` is `2020-02-05`. A day or month may lack its leading zero. */
export function dateIn(text: string, format: string): PartialDate | null {
  const parts = format.match(/YYYY|MM|DD|[^YMD]+/g) ?? [];
  const pattern = parts
    .map(
      (part) =>
        ({ YYYY: "(?<y>\\d{4})", MM: "(?<m>\\d{1,2})", DD: "(?<d>\\d{1,2})" })[part] ??
        part.replace(/[./]/g, "\\$&"),
    )
    .join("");
  const groups = new RegExp(`^${pattern}$`).exec(text)?.groups;
  if (groups === undefined) return null;
  const { y, m, d } = groups;
  const date = [y, m?.padStart(2, "0"), d?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
  return isPartialDate(date) ? date : null;
}

/** Digits with a sign at most; a spreadsheet may have made 7.0 of 7. */
function wholeNumber(text: string): string | null {
  const [, digits] = /^(-?\d+)(?:\.0+)?$/.exec(text) ?? [];
  const number = Number(digits ?? Number.NaN);
  return Number.isSafeInteger(number) ? String(number) : null;
}

export function unreadable(
  row: RowReader,
  rule: QualityRule,
  column: string | null,
  text: string,
  message: string,
): { readonly kind: "unreadable"; readonly text: string } {
  row.problems.push(problem("ERROR", rule, column, text, message));
  return { kind: "unreadable", text };
}
