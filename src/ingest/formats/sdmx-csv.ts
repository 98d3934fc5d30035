import type { Format } from "../kit/source";
import { type CsvRow, csv } from "./csv";

/**
 * SDMX-CSV 1.0, as ISTAT and Eurostat publish it: comma, a column for each dimension, one observation per row.
 * @param dimensions that the source reads, in the spelling of the service; others may be there.
 */
export const sdmxCsv = (dimensions: readonly string[]): Format<CsvRow> => ({
  ...csv({ separator: ",", columns: ["DATAFLOW", ...dimensions, "TIME_PERIOD", "OBS_VALUE"] }),
  name: "SDMX-CSV",
});
