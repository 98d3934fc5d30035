import { HubError } from "../../domain/kit/errors";
import type { ColumnPlaces } from "../../domain/kit/messages/en/errors";
import type { RowProblem } from "../kit/problem";
import { type ColumnNames, matchColumns } from "./column-names";
import { otherName, otherSeparator } from "./csv-problems";
import { cellsBy, type LostLine, type RawRecord } from "./csv-records";
import type { HeaderPlace } from "./header-rows";

/** What is known of a CSV file before it is read. */
export interface CsvOptions {
  /** As published. If the header fits another one, that one is used and reported. */
  readonly separator: string;
  /** Where the header is; on the first line if absent. */
  readonly header?: HeaderPlace;
  /** Beginnings of lines that are comments. */
  readonly commentPrefix?: readonly string[];
  /** Required columns; others may be there. */
  readonly columns: readonly string[];
  /** Other names of some of them. Rows always have the names of `columns`. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** The name of a column in its header cell; the whole cell by default. */
  readonly columnName?: (cell: string) => string;
  /** Where a mapping file names columns, for the message that they are missing. */
  readonly placesOf?: (columns: readonly string[]) => ColumnPlaces;
}

const knownSeparators = [";", ",", "\t", "|"];

/** The declared separator, or the one with which all required columns are found, if the declared one fails. */
export function separatorOf(header: RawRecord, options: CsvOptions): string {
  const isWhole = (separator: string): boolean => {
    const { missing, twice } = match(cellsBy(header, separator), options);
    return missing.length + twice.length === 0;
  };
  if (isWhole(options.separator)) return options.separator;
  return knownSeparators.find(isWhole) ?? options.separator;
}

/**
 * The name of each column in rows, and the problems found.
 * @param following the first lines of the file: a header that is further down is named in the error.
 * @throws HubError SOURCE_UNREADABLE if a required one is missing or appears twice.
 */
export function columnsOf(
  header: RawRecord,
  options: CsvOptions,
  following: readonly (RawRecord | LostLine)[] = [],
): { readonly columns: readonly string[]; readonly problems: readonly RowProblem[] } {
  const { names, others, missing, twice } = match(header.cells, options);
  if (missing.length + twice.length > 0) throw unusable(header, missing, twice, options, following);
  const separator = separatorOf(header, options);
  return {
    columns: names,
    problems: [
      ...(separator === options.separator ? [] : [otherSeparator(separator, options.separator)]),
      ...others.map(({ name, found, declared }) => otherName(name, found, declared)),
    ],
  };
}

const match = (
  cells: readonly string[],
  { columns, aliases, columnName = (cell) => cell.trim() }: CsvOptions,
): ColumnNames => matchColumns(cells.map(columnName), columns, aliases);

function unusable(
  { cells, line }: RawRecord,
  missing: readonly string[],
  twice: readonly string[],
  options: CsvOptions,
  following: readonly (RawRecord | LostLine)[],
): HubError {
  const { separator, placesOf } = options;
  const wrong = missing.length > 0 ? missing : twice;
  const found = cells.map((name) => name.trim());
  const values = { found, separator, places: placesOf?.(wrong) ?? null };
  const where = `line ${line}`;
  if (missing.length === 0)
    return new HubError("SOURCE_UNREADABLE", "columnsTwice", { twice, ...values }, { where });
  const names = missing.map((name) => [name]);
  const further = headerLine(following, options);
  if (further !== null)
    return new HubError(
      "SOURCE_UNREADABLE",
      "headerFurtherDown",
      { line: further, skipRows: further - 1 },
      { where },
    );
  return new HubError("SOURCE_UNREADABLE", "columnsMissing", { missing: names, ...values }, { where });
}

/** The first of the given lines that has all required columns; `null` without one. */
function headerLine(lines: readonly (RawRecord | LostLine)[], options: CsvOptions): number | null {
  const isHeader = (each: RawRecord | LostLine): boolean => {
    if (each.kind !== "record") return false;
    const separator = separatorOf(each, options);
    const { missing, twice } = match(cellsBy(each, separator), options);
    return missing.length + twice.length === 0;
  };
  return lines.slice(0, 50).find(isHeader)?.line ?? null;
}

export const nameOf = (separator: string): string => (separator === "\t" ? "a tab" : separator);
