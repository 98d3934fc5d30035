import type { LocalizedText } from "../../domain/kit/localized-text";
import { valueIn } from "../../domain/kit/localized-text";
import type { ExportContext } from "./export-context";

/** A cell: a list is written as words with spaces between them, because no code has one. */
export type Cell = boolean | number | string | null;

/** In the words of Table Schema. A date of unknown day is a string. */
export type ColumnType = "boolean" | "datetime" | "integer" | "number" | "string";

export interface Column<Row> {
  readonly name: string;
  readonly type: ColumnType;
  /** Code of the unit; absent without one. */
  readonly unit?: string;
  readonly description: LocalizedText;
  readonly value: (row: Row, context: ExportContext) => Cell;
}

/** The columns of rows of one type. Each takes its name, its meaning in Italian and English, and how it is read. */
export function columnsOf<Row>() {
  type Read<Value> = (row: Row, context: ExportContext) => Value | null | undefined;

  const column =
    <Value extends Cell>(type: ColumnType) =>
    (name: string, it: string, en: string, read: Read<Value>, unit?: string): Column<Row> => ({
      name,
      type,
      ...(unit !== undefined && { unit }),
      description: { it, en },
      value: (row, context) => read(row, context) ?? null,
    });
  const text = column<string>("string");

  /** Codes, with a space between two. */
  const codes = (name: string, it: string, en: string, read: (row: Row) => readonly string[]): Column<Row> =>
    text(name, it, en, (row) => read(row).join(" ") || null);

  return {
    text,
    codes,
    integer: column<number>("integer"),
    number: column<number>("number"),
    yesNo: column<boolean>("boolean"),
    instant: column<string>("datetime"),
    /** A text in two columns: `nameIt` and `nameEn`. A language that no source gives is empty. */
    localized: (name: string, it: string, en: string, read: Read<LocalizedText>): Column<Row>[] => [
      text(
        `${name}It`,
        `${it}, in italiano.`,
        `${en}, in Italian.`,
        (row, context) => read(row, context)?.it,
      ),
      text(`${name}En`, `${it}, in inglese.`, `${en}, in English.`, (row, context) => read(row, context)?.en),
    ],
    /** Codes of sources, as every set has them. */
    sources: (read: (row: Row) => readonly string[]): Column<Row> =>
      codes("sources", "Codici delle fonti.", "Codes of the sources.", read),
  };
}

/** The Italian name of a linked record: of a term, an area or an organisation. */
export const italian = (name: LocalizedText | null | undefined): string | null => valueIn(name ?? null, "it");
