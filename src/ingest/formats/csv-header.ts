import { HubError } from "../../domain/errors";
import { shown } from "../problem";
import type { CsvOptions } from "./csv";
import { textOf } from "./csv-problems";
import type { RawRecord } from "./csv-records";

const knownSeparators = [";", ",", "\t", "|"];

/**
 * The names of the columns.
 * @throws HubError SOURCE_UNREADABLE where one that is asked for is missing or stands twice.
 */
export function columnsOf(header: RawRecord, options: CsvOptions): readonly string[] {
  const names = header.cells.map((name) => name.trim());
  checkColumns(names, textOf(header), options);
  return names;
}

function checkColumns(
  found: readonly string[],
  headerText: string,
  { separator, columns }: CsvOptions,
): void {
  const missing = columns.filter((name) => !found.includes(name));
  const twice = columns.filter((name) => found.indexOf(name) !== found.lastIndexOf(name));
  if (missing.length === 0 && twice.length === 0) return;
  const fitting = knownSeparators.find((other) => {
    const names = headerText.split(other).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
    return other !== separator && columns.every((name) => names.includes(name));
  });
  const has = `It has: ${shown(found.map((name) => JSON.stringify(name)).join(", "))}.`;
  const what =
    missing.length > 0 ? `has no column ${quoted(missing)}` : `has the column ${quoted(twice)} twice`;
  const cosa =
    missing.length > 0 ? `non ha la colonna ${quoted(missing)}` : `ha due volte la colonna ${quoted(twice)}`;
  throw new HubError("SOURCE_UNREADABLE", {
    message: `The file ${what}. ${has}`,
    messageIt: `Il file ${cosa}.`,
    hint:
      fitting === undefined
        ? `Use the file as it was published: columns separated by ${nameOf(separator)}, names unchanged.`
        : `The columns are separated by ${nameOf(fitting)}; ${nameOf(separator)} is expected. Save the file with ${nameOf(separator)}.`,
    where: "line 1",
  });
}

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");
export const nameOf = (separator: string): string => (separator === "\t" ? "a tab" : separator);

export const emptyFile = (): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: "The file is empty.",
    messageIt: "Il file è vuoto.",
    hint: "Download it again.",
  });
