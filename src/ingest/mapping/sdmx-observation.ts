import type * as z from "zod";
import {
  createObservation,
  type Observation,
  type ObservationStatus,
} from "../../domain/indicators/observation";
import { isPartialDate } from "../../domain/kit/dates";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { CsvRow } from "../formats/csv";
import { finding, problem, type RowProblem } from "../kit/problem";
import type { Mapped } from "../kit/source";
import type { sdmxSchema } from "./sdmx.schema";

/** The meaning of the rows of a dataflow. Only what is named here is imported. */
export interface SdmxMapping extends z.infer<typeof sdmxSchema> {
  readonly sourceCode: string;
}

/** Columns of flags: CL_OBS_STATUS and CL_CONF_STATUS of SDMX, and Eurostat's own. */
const flagColumns = ["OBS_STATUS", "CONF_STATUS", "OBS_FLAG"] as const;

/** By letter; a row with several has the first of this order. Others have no effect, but the note mentions them. */
const statuses: readonly (readonly [letters: string, status: ObservationStatus])[] = [
  ["B", "BREAK"],
  ["P", "PROVISIONAL"],
  ["EFSI", "ESTIMATED"],
];

/** The observation of a row; rows of other areas or series are known and not imported. */
export function sdmxObservation({ cells }: CsvRow, mapping: SdmxMapping): Mapped<true> {
  const area = mapping.areas.codes[cells[mapping.areas.dimension] ?? ""];
  const series = mapping.series.find(({ where }) =>
    Object.entries(where).every(([dimension, code]) => cells[dimension] === code),
  );
  if (area === undefined || series === undefined) return { records: [], problems: [], carry: true };
  const period = cells.TIME_PERIOD!.trim();
  if (!isPartialDate(period)) {
    const found = finding("NOT_A_DATE", "periodOfSdmx");
    return { records: [], problems: [problem("ERROR", found, "TIME_PERIOD", period)], carry: null };
  }
  const read = observed(cells);
  const record = createObservation({
    indicatorCode: series.indicator,
    areaCode: area.code,
    areaLevel: area.level,
    period,
    ...read.known,
    sourceCodes: [mapping.sourceCode],
  });
  return { records: [{ type: "observation", record }], problems: read.problems, carry: null };
}

type Known = Pick<Observation, "note" | "status" | "value">;

function observed(cells: CsvRow["cells"]): {
  readonly known: Known;
  readonly problems: readonly RowProblem[];
} {
  const text = cells.OBS_VALUE!.trim();
  const flags = flagColumns.map((column) => (cells[column] ?? "").trim().toUpperCase());
  // A and F are the defaults: normal, and free.
  const letters = flags
    .join("")
    .replace(/[^A-Z]/g, "")
    .replace(/^[AF]+$/, "");
  const flagged = flags.filter((flag) => flag !== "").join(", ");
  const number = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(number)) {
    const status = statuses.find(([some]) => [...some].some((letter) => letters.includes(letter)))?.[1];
    const note =
      letters === "" ? null : noteOf(`segna il valore "${flagged}"`, `flags the value "${flagged}"`);
    return { known: { value: number, status: status ?? "NORMAL", note }, problems: [] };
  }
  const status = letters.includes("C") ? "CONFIDENTIAL" : "MISSING";
  if (text === "" || /^(?:nan|:)$/i.test(text)) {
    const why = letters === "" ? ["", ""] : [` e lo segna "${flagged}"`, ` and flags it "${flagged}"`];
    const note = noteOf(`non riporta il valore${why[0]}`, `gives no value${why[1]}`);
    return { known: { value: null, status, note }, problems: [] };
  }
  const quoted = JSON.stringify(text.slice(0, 60));
  const note = noteOf(`scrive ${quoted}, che non è un numero`, `says ${quoted}, which is no number`);
  return {
    known: { value: null, status: "MISSING", note },
    problems: [problem("ERROR", finding("NOT_AN_INDEX", "notANumber"), "OBS_VALUE", text)],
  };
}

const noteOf = (it: string, en: string): LocalizedText => ({
  it: `La fonte ${it}.`,
  en: `The source ${en}.`,
});
