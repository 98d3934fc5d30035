import { isPeriod, type PartialDate } from "../../domain/kit/dates";
import type { Cell } from "../kit/cells";
import { finding } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import { isYearSpan } from "./column-signs";
import { extracted } from "./pattern";
import { columnOf, noDataIn, type RowReader, rawCell, unreadable } from "./read-value";

type DateSpec = ValueSpec & { readonly format?: string | readonly string[] };

const isoFormats = ["YYYY-MM-DD", "YYYY-MM", "YYYY"];

/** A date in one of the formats, as ISO 8601; without formats it must be in ISO 8601. */
const readDate = (spec: DateSpec, row: RowReader): Cell<PartialDate> => readIn(spec, row, isoFormats);

/** A period of values: also a half year or a quarter, as in SDMX. */
export const readPeriod = (spec: DateSpec, row: RowReader): Cell<PartialDate> =>
  readIn(spec, row, [...isoFormats, "YYYY-Sn", "YYYY-Qn"]);

function readIn(spec: DateSpec, row: RowReader, usual: readonly string[]): Cell<PartialDate> {
  if (spec.constant !== undefined) return { kind: "value", value: String(spec.constant) };
  const column = columnOf(spec, row.cells)!;
  const none = noDataIn(spec, row, column);
  if (none !== null) return none;
  const raw = rawCell(row, column);
  const text = (spec.extract === undefined ? "" : extracted(spec.extract, raw)) || raw;
  const formats = spec.format === undefined ? usual : [spec.format].flat();
  const date = formats.map((format) => dateIn(text, format)).find((found) => found !== null);
  if (row.signs?.hasYearSpans(column) && isYearSpan(text)) return unreadable(row, yearSpan, column, text);
  if (date !== undefined && date !== null) return { kind: "value", value: date };
  const found = isOtherPeriod(text)
    ? finding("NOT_A_DATE", "otherPeriod")
    : finding("NOT_A_DATE", "notInFormat", { formats });
  return unreadable(row, found, column, text);
}

const yearSpan = finding("NOT_A_DATE", "yearSpan");

/** A quarter, a half year, or two years: 2024-Q1, T1 2024, 1° trimestre 2024, 2023/24, 2023-2024. */
const isOtherPeriod = (text: string): boolean =>
  isYearSpan(text) ||
  /^\d{4} ?[-/] ?\d{4}$/.test(text) ||
  (/\d{4}/.test(text) && /\b[qtsh][1-4]\b|\b[1-4][qts]\b|trim|semestr|quarter|half/i.test(text));

export function dateOf(spec: DateSpec | undefined, row: RowReader): PartialDate | null {
  const read = spec === undefined ? null : readDate(spec, row);
  return read?.kind === "value" ? read.value : null;
}

/**
 * `05/02/2020` in the format `DD/MM/YYYY` is `2020-02-05`, `gen-24` in `MMM-YY` is `2024-01`. A day or month may lack its
 * leading zero. `T3 2024` in the format `Qn YYYY` is `2024-Q3`.
 */
export function dateIn(text: string, format: string): PartialDate | null {
  const groups = patternOf(format).exec(text)?.groups;
  if (groups === undefined) return null;
  const { y, yy, m, mmm, d, half, quarter } = groups;
  const month = mmm === undefined ? m : monthNamed(mmm);
  if (month === null || (yy !== undefined && Number(yy) > latestShortYear)) return null;
  const date = [
    y ?? `20${yy}`,
    half && `S${half}`,
    quarter && `Q${quarter}`,
    month?.padStart(2, "0"),
    d?.padStart(2, "0"),
  ]
    .filter((part) => part !== undefined)
    .join("-");
  return isPeriod(date) ? date : null;
}

/** Two digits from 50 may be of the last century. */
const latestShortYear = 49;

const parts: Readonly<Record<string, string>> = {
  YYYY: "(?<y>\\d{4})",
  YY: "(?<yy>\\d{2})",
  MMM: "(?<mmm>\\p{L}{3,}\\.?)",
  MM: "(?<m>\\d{1,2})",
  DD: "(?<d>\\d{1,2})",
  Sn: "[SH](?<half>[12])",
  Qn: "[QT](?<quarter>[1-4])",
};

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const source = (format.match(/YYYY|YY|MMM|MM|DD|Sn|Qn|[^YMDSQ]+/g) ?? []).map(
    (part) => parts[part] ?? part.replace(/[./]/g, "\\$&"),
  );
  const made = new RegExp(`^${source.join("")}$`, "iu");
  patterns.set(format, made);
  return made;
}

/** In Italian and English. */
const months = ["it", "en"].map((language) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" })
      .format(Date.UTC(2024, month, 1))
      .toLowerCase(),
  ),
);

/** The number of a month by its name or at least three letters of it; "mar" is March in both languages. */
function monthNamed(word: string): string | null {
  const start = word.toLowerCase().replace(/\.$/, "");
  const found = months.flatMap((names) => [...names.keys()].filter((i) => names[i]!.startsWith(start)));
  return new Set(found).size === 1 ? String(found[0]! + 1) : null;
}
