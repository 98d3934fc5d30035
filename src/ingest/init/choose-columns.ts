import type { Column } from "./profile-columns";

/** The columns that a proposal can use: not those about persons, nor empty ones. */
export const usable = (columns: readonly Column[]): Column[] =>
  columns.filter(({ personal, type }) => !personal && type.kind !== "empty");

const texts = new Set(["text", "category", "code", "hours"]);

export const isText = ({ type, role }: Column): boolean => role === null && texts.has(type.kind);

/** The first column with a fitting name, of those that pass. */
export const named = (
  columns: readonly Column[],
  pattern: RegExp,
  passes: (column: Column) => boolean = () => true,
): Column | undefined => columns.find((column) => pattern.test(column.name) && passes(column));

export const nameColumn = (columns: readonly Column[]): Column | undefined =>
  named(columns, /denominaz|^nome|^name|_name$|titolo|title|insegna|^sede/i, isText) ??
  named(columns, /nome|name/i, isText) ??
  [...columns]
    .filter((column) => isText(column) && column.type.kind !== "hours")
    .sort((a, b) => b.distinct - a.distinct)[0];

/**
 * The column that identifies rows: a number or code of the file is preferred, because people may change anything else.
 */
export function keyColumn(
  columns: readonly Column[],
): { readonly column: Column; readonly slug: boolean } | null {
  const identifying = columns.filter(
    ({ identifies, role, type }) =>
      identifies && role === null && type.kind !== "decimal" && type.kind !== "pair",
  );
  const isPlain = (column: Column): boolean => ["integer", "code"].includes(column.type.kind);
  const column =
    named(identifying, /^(?:id|codice|cod|code|key|pk|fid|gid)\b|^id_|_id$|^(?:objectid|matricola)$/i) ??
    identifying.find(isPlain) ??
    named(identifying, /indirizzo|address|ubicazione/i) ??
    identifying.find(isText);
  return column === undefined ? null : { column, slug: !isPlain(column) };
}

export const periodColumn = (columns: readonly Column[]): Column | undefined =>
  columns.find(({ type }) => type.kind === "year") ??
  named(columns, /anno|year|mese|month|data|date|period/i, ({ type }) => type.kind === "date") ??
  columns.find(({ type }) => type.kind === "date");

/** Numbers that may be observations: not coordinates, metres of a grid, postcodes, street numbers, codes, keys or sizes of a drawing. */
export const figureColumns = (columns: readonly Column[]): Column[] =>
  columns.filter(
    (column, i) =>
      column.role === null &&
      (column.type.kind === "decimal" || column.type.kind === "integer") &&
      !/^(?:id|objectid|fid|gid)$|^id_|_id$|shape_|^st_|^(?:cod|codice)/i.test(column.name) &&
      !(i === 0 && isNumbering(column)),
  );

/** Unique whole numbers with equally many digits in the first column: codes of a register. */
const isNumbering = ({ identifies, type, examples }: Column): boolean =>
  identifies &&
  type.kind === "integer" &&
  examples.length > 1 &&
  examples.every(({ length }) => length >= 5 && length === examples[0]!.length);
