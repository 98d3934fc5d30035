import { stringify } from "csv-stringify/sync";
import type { Observation, ObservationStatus } from "../../../domain/indicators/observation";
import type { FileFormat } from "./file-format";

/** Code list CL_OBS_STATUS. */
const statusCodes: Readonly<Record<ObservationStatus, string>> = {
  BREAK: "B",
  CONFIDENTIAL: "Q",
  ESTIMATED: "E",
  FORECAST: "F",
  MISSING: "M",
  NORMAL: "A",
  PROVISIONAL: "P",
};

const columns = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "INDICATOR",
  "REF_AREA",
  "TIME_PERIOD",
  "OBS_VALUE",
  "OBS_STATUS",
  "CONF_STATUS",
  "COMMENT_OBS",
  "SOURCE",
] as const;

const structure = ["dataflow", "VICINATO:OBSERVATIONS(1.0.0)", "I"];

/** SDMX-CSV 2.0: dimensions INDICATOR, REF_AREA and TIME_PERIOD; ACTION is I, information. */
export const sdmxCsv: FileFormat = {
  extension: "sdmx.csv",
  mediaType: "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
  use: { it: "Uffici di statistica: SDMX-CSV 2.0.", en: "Statistical offices: SDMX-CSV 2.0." },
  fits: ({ record }) => record === "observation",
  writer: () => ({
    begin: () => stringify([[...columns]]),
    rows: ({ objects }) =>
      stringify(
        (objects as readonly Observation[]).map((o) => [
          ...structure,
          o.indicatorCode,
          o.areaCode,
          o.period,
          o.value,
          statusCodes[o.status],
          // Code list CL_CONF_STATUS: confidential or free.
          o.status === "CONFIDENTIAL" ? "C" : "F",
          o.note?.en ?? o.note?.it ?? null,
          o.sourceCodes.join(" "),
        ]),
      ),
    end: () => "",
  }),
};
