import { isPartialDate, type PartialDate } from "../../domain/kit/dates";
import type { Cell } from "../kit/cells";
import { finding } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import { columnOf, noDataIn, type RowReader, rawCell, unreadable } from "./read-value";

/** A date in one of the formats, as ISO 8601; without formats it must be in ISO 8601. */
export function readDate(
  spec: ValueSpec & { readonly format?: string | readonly string[] },
  row: RowReader,
): Cell<PartialDate> {
  if (spec.constant !== undefined) return { kind: "value", value: String(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(spec, row, column);
  if (none !== null) return none;
  const text = rawCell(row, column);
  const formats = spec.format === undefined ? ["YYYY-MM-DD", "YYYY-MM", "YYYY"] : [spec.format].flat();
  const date = formats.map((format) => dateIn(text, format)).find((found) => found !== null);
  if (date !== undefined && date !== null) return { kind: "value", value: date };
  return unreadable(row, finding("NOT_A_DATE", "notInFormat", { formats }), column, text);
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
