import type * as z from "zod";
import { createObservation, type Observation, observationCode } from "../../domain/indicators/observation";
import { isPeriod } from "../../domain/kit/dates";
import type { CsvRow } from "../formats/csv";
import { codeOf } from "../formats/sdmx-csv";
import { type Finding, finding, problem } from "../kit/problem";
import type { Mapped } from "../kit/source";
import type { sdmxSchema } from "./sdmx.schema";
import { attribute } from "./sdmx-flags";
import { sdmxValue } from "./sdmx-value";

/** The meaning of the rows of a dataflow. Only what is named here is imported. */
export interface SdmxMapping extends z.infer<typeof sdmxSchema> {
  readonly sourceCode: string;
}

type Place = Pick<Observation, "areaCode" | "areaLevel" | "indicatorCode"> & { readonly period: string };

/** The place of a row among observations, whatever its value; `null` for rows of other areas or series. */
export function sdmxPlace({ cells }: CsvRow, { areas, series }: SdmxMapping): Place | null {
  const area = areas.codes[codeOf(cells[areas.dimension] ?? "")];
  const found = series.find(({ where }) =>
    Object.entries(where).every(([dimension, code]) => codeOf(cells[dimension] ?? "") === code),
  );
  if (area === undefined || found === undefined) return null;
  const period = periodOf(cells.TIME_PERIOD!);
  return { indicatorCode: found.indicator, areaCode: area.code, areaLevel: area.level, period };
}

/** A reporting year or month is one of the calendar, unless the dataflow says when its years begin: 2024-A1, 2024-M03. */
const periodOf = (text: string): string =>
  codeOf(text)
    .replace(/^(\d{4})-A1$/, "$1")
    .replace(/^(\d{4})-M(\d{2})$/, "$1-$2");

/** The observation of a row; rows of other areas or series are known and not imported. */
export function sdmxObservation(row: CsvRow, mapping: SdmxMapping, rows?: SdmxRows): Mapped<true> {
  const place = sdmxPlace(row, mapping);
  if (place === null) return { records: [], problems: [], carry: true };
  const reject = (found: Finding, column: string, value: string | undefined): Mapped<true> => ({
    records: [],
    problems: [problem("ERROR", found, column, value)],
    carry: null,
  });
  if (isDeletion(row)) return reject(finding("NOT_HELD", "deletion"), "ACTION", row.cells.ACTION);
  const isOtherYear = /-[AMQS]\d+$/.test(codeOf(row.cells.TIME_PERIOD!)) && hasOwnYear(row);
  if (!isPeriod(place.period) || isOtherYear)
    return reject(finding("NOT_A_DATE", "periodOfSdmx"), "TIME_PERIOD", row.cells.TIME_PERIOD!.trim());
  const several = rows?.ofSeveral(place) ?? null;
  if (several !== null) {
    const found = finding("DUPLICATE", "severalRows", several);
    return reject(found, "OBS_VALUE", observationCode(place));
  }
  const { known, problems } = sdmxValue(row.cells);
  const record = createObservation({ ...place, ...known, sourceCodes: [mapping.sourceCode] });
  return { records: [{ type: "observation", record }], problems, carry: null };
}

const hasOwnYear = ({ cells }: CsvRow): boolean =>
  !["", "--01-01"].includes(attribute(cells, "REPORTING_YEAR_START_DAY"));

/** In 2.0 a row may announce that observations were deleted. */
const isDeletion = ({ cells }: CsvRow): boolean => attribute(cells, "ACTION") === "D";

/** The rows of a file that give the same observation. */
export interface SdmxRows {
  /** Two lines with the same observation, and the dimensions in which they differ; `null` if there is one at most. */
  ofSeveral(
    place: Place,
  ): { readonly lines: readonly number[]; readonly dimensions: readonly string[] } | null;
}

/** Columns that are no dimensions. */
const attributes =
  /^(?:TIME_PERIOD|OBS_|CONF_STATUS|UNIT_MULT|DECIMALS|ACTION|STRUCTURE|LAST.UPDATE|COMMENT|NOTE)/i;

/** Reads all rows before one is imported, so that none of several is taken for the right one. */
export function sdmxRows(mapping: SdmxMapping) {
  const first = new Map<string, CsvRow>();
  const several = new Map<string, NonNullable<ReturnType<SdmxRows["ofSeveral"]>>>();
  return {
    see(row: CsvRow): void {
      const place = isDeletion(row) ? null : sdmxPlace(row, mapping);
      if (place === null) return;
      const code = observationCode(place);
      const before = first.get(code);
      if (before === undefined) first.set(code, row);
      else if (!several.has(code))
        several.set(code, { lines: [before.line, row.line], dimensions: differing(before, row) });
    },
    ofSeveral: (place: Place) => several.get(observationCode(place)) ?? null,
  };
}

const differing = (a: CsvRow, b: CsvRow): string[] =>
  Object.keys(a.cells).filter((name) => !attributes.test(name) && a.cells[name] !== b.cells[name]);
