import type { LocalizedText } from "../../domain/kit/localized-text";
import type { BothLanguages } from "../../domain/kit/messages/both-languages";
import type { QualityRule } from "../../domain/quality/quality-rule";
import { type Cell, readNoData } from "../kit/cells";
import { type Finding, finding, foundAs, invalid, problem, type RowProblem } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import type { ColumnSigns } from "./column-signs";
import { keySlug, slugOf } from "./key-slug";
import type { MappedRow } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { isWithin, wholeNumber } from "./number-in";
import { extracted } from "./pattern";
import { foldWord, type LocalizedMapping } from "./value.schema";

/** As a cell, or a word that the mapping leaves out on purpose. */
export type Read<T> = Cell<T> | { readonly kind: "leftOut" };

type Cells = MappedRow["cells"];

/** Reads the values of one row and collects their problems. */
export interface RowReader {
  readonly cells: Cells;
  readonly file: Mapping["file"];
  readonly problems: RowProblem[];
  /** What the columns of the file say about their cells; absent where a row is read alone. */
  readonly signs?: ColumnSigns;
  /** Codes of indicators whose cells no text may quote. */
  readonly sensitive?: ReadonlySet<string>;
  /** Whether a word of the row was null in a map: why it may give nothing. */
  readonly skipped?: { byWord: boolean };
}

/** The column of a value, as this file calls it; `null` for a constant or a template of several columns. */
export function columnOf({ column, template }: ValueSpec, cells: Cells): string | null {
  if (typeof column === "string") return column;
  if (column !== undefined) return column.find((name) => Object.hasOwn(cells, name)) ?? column[0]!;
  const names = template === undefined ? [] : columnsOfTemplate(template);
  return names.length === 1 ? names[0]! : null;
}

export const columnsOfTemplate = (template: string): string[] =>
  [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name!);

export const rawCell = ({ cells }: RowReader, column: string): string =>
  (Object.hasOwn(cells, column) ? cells[column]! : "").trim();

const isMissing = ({ file }: RowReader, text: string): boolean =>
  file.missingValues.some((word) => word.trim() === text);

/** The text of a cell; blank for the mapping's words for missing data. */
function cellOf(row: RowReader, column: string): string {
  const text = rawCell(row, column);
  return isMissing(row, text) ? "" : text;
}

/** A cell without a number or date: in a text column the same words may be a text. */
export function noDataIn(
  { missing = [] }: Pick<ValueSpec, "missing">,
  row: RowReader,
  column: string,
): Extract<Cell<never>, { kind: "blank" }> | null {
  const text = rawCell(row, column);
  const isNone = isMissing(row, text) || missing.some((word) => word.trim() === text);
  return readNoData(text) ?? (isNone ? { kind: "blank", word: text } : null);
}

export function readText(spec: ValueSpec, row: RowReader): Read<string> {
  if (spec.constant !== undefined) return { kind: "value", value: String(spec.constant) };
  const names = spec.template === undefined ? [columnOf(spec, row.cells)!] : columnsOfTemplate(spec.template);
  const parts = new Map<string, string>();
  for (const name of names) {
    const text = cellText(spec, row, name);
    if (text === "") return blank(spec, row, name);
    const part =
      spec.type === "integer" ? boundedWhole(spec, text) : spec.slug === true ? slugOf(text) : text;
    if (part === null)
      return unreadable(
        row,
        finding("NOT_A_COUNT", "wholeNumber", spec),
        name,
        rawCell(row, name),
        spec.rule,
      );
    parts.set(name, spec.slug ? keySlug(part, spec.slug) : part);
  }
  const text =
    spec.template === undefined
      ? parts.get(names[0]!)!
      : spec.template.replace(/\{([^{}]+)\}/g, (_, name: string) => parts.get(name)!);
  return mapped(spec, text, names[0]!, row);
}

/** The text of a cell in this place: blank for its words for missing data, and only the part that `extract` selects. */
function cellText({ missing = [], extract }: ValueSpec, row: RowReader, column: string): string {
  const text = cellOf(row, column);
  if (missing.some((word) => word.trim() === text)) return "";
  return extract === undefined ? text : extracted(extract, text);
}

function blank({ ifBlank }: ValueSpec, row: RowReader, column: string): Read<never> {
  if (ifBlank !== undefined) {
    const usual = finding("EMPTY_CELL", "keptUnknown");
    row.problems.push(blankProblem(ifBlank, row, column, rawCell(row, column), usual));
  }
  return { kind: "blank" };
}

/** The problem of an empty cell, with the text of the mapping file if it has one. */
export function blankProblem(
  { severity, rule, message }: NonNullable<ValueSpec["ifBlank"]>,
  row: RowReader,
  column: string | null,
  text: string | null,
  usual: Finding,
): RowProblem {
  const fill = (words: string) => words.replace(/\{([^{}]+)\}/g, (_, name: string) => rawCell(row, name));
  const found = message === undefined ? { ...usual, rule } : foundAs(rule, filledIn(message, fill));
  return problem(severity, found, column, text);
}

/** A message of the mapping file. */
export const filledIn = ({ it, en }: BothLanguages, fill: (words: string) => string): BothLanguages => ({
  it: fill(it),
  en: fill(en),
});

function boundedWhole(spec: ValueSpec, text: string): string | null {
  const whole = wholeNumber(text);
  return whole !== null && isWithin(spec, Number(whole)) ? whole : null;
}

function mapped(spec: ValueSpec, text: string, column: string, row: RowReader): Read<string> {
  if (spec.map === undefined) return { kind: "value", value: `${spec.prefix ?? ""}${text}` };
  const known = foldedMap(spec.map).get(foldWord(text));
  if (known === undefined) {
    const words = Object.keys(spec.map).slice(0, 20);
    return unreadable(row, finding("UNKNOWN_WORD", "notInMap", { words }), column, text, spec.rule);
  }
  if (known === null && row.skipped) row.skipped.byWord = true;
  return known === null ? { kind: "leftOut" } : { kind: "value", value: `${spec.prefix ?? ""}${known}` };
}

type Words = NonNullable<ValueSpec["map"]>;

/** Created once for each map of a mapping file: the cost of a row must not depend on the number of words. */
const foldedMaps = new WeakMap<Words, ReadonlyMap<string, string | null>>();

function foldedMap(words: Words): ReadonlyMap<string, string | null> {
  const made = foldedMaps.get(words);
  if (made !== undefined) return made;
  const folded = new Map(Object.entries(words).map(([word, meaning]) => [foldWord(word), meaning]));
  foldedMaps.set(words, folded);
  return folded;
}

/** The value, or nothing: an unreadable one adds a problem. */
export function textOf(spec: ValueSpec | undefined, row: RowReader): string | null {
  if (spec === undefined) return null;
  const read = readText(spec, row);
  return read.kind === "value" ? read.value : null;
}

/** A text that a record needs: a blank one is a problem too. */
export function requiredText(spec: ValueSpec, row: RowReader, missing: Finding): string | null {
  const read = readText(spec, row);
  if (read.kind === "blank") unreadable(row, missing, columnOf(spec, row.cells), "", spec.rule);
  return read.kind === "value" ? read.value : null;
}

/** The keys of other registers in a row. */
export const identifiersOf = (
  mapping: readonly { readonly scheme: string; readonly value: ValueSpec }[],
  row: RowReader,
): { readonly scheme: string; readonly value: string }[] =>
  mapping.flatMap(({ scheme, value }) => {
    const text = textOf(value, row);
    return text === null ? [] : [{ scheme, value: text }];
  });

/** A text in both languages; `null` if a cell that it names is empty. */
export function localizedOf(spec: LocalizedMapping | undefined, row: RowReader): LocalizedText | null {
  if (spec === undefined) return null;
  const fill = (words: string | null) => words && filled(words, (name) => cellOf(row, name));
  const { original } = spec;
  const [it, en] = [fill(spec.it), fill(spec.en)];
  const isWhole = (it !== null || spec.it === null) && (en !== null || spec.en === null);
  return isWhole ? { it, en, ...(original && { original }) } : null;
}

/** The text with its braces filled in; `null` if one of them is empty. */
function filled(template: string, cell: (column: string) => string): string | null {
  const names = columnsOfTemplate(template);
  const values = new Map(names.map((name) => [name, cell(name)]));
  if (names.some((name) => values.get(name) === "")) return null;
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => values.get(name)!);
}

/** The texts of a cell with several. */
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

/** The records, or a problem if they are invalid: the rest of the row is not affected. */
export function sound<T>({ problems }: RowReader, make: () => readonly T[]): readonly T[] {
  try {
    return make();
  } catch (error) {
    problems.push(invalid(error));
    return [];
  }
}

/** @param rule the one that the mapping file names, where it names one. */
export function unreadable(
  row: RowReader,
  found: Finding,
  column: string | null,
  text: string,
  rule: QualityRule = found.rule,
): { readonly kind: "unreadable"; readonly text: string } {
  row.problems.push(problem("ERROR", { ...found, rule }, column, text));
  return { kind: "unreadable", text };
}
