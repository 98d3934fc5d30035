import type { Format } from "../kit/source";
import { type CsvRow, csv } from "./csv";

/**
 * SDMX-CSV as ISTAT, Eurostat and OECD publish it: a column for each dimension, one observation per row. 1.0 begins with
 * DATAFLOW, 2.0 with STRUCTURE, STRUCTURE_ID and ACTION; none of these is needed. With `labels=both` names and codes have
 * their label after a colon.
 * @param dimensions that the source reads, in the spelling of the service; others may be there.
 */
export const sdmxCsv = (dimensions: readonly string[]): Format<CsvRow> => ({
  ...csv({
    separator: ",",
    columns: [...dimensions, "TIME_PERIOD", "OBS_VALUE"],
    columnName: componentOf,
  }),
  name: "SDMX-CSV",
});

/** `ITC4C: Milano` is ITC4C: an identifier of SDMX has no colon. */
export const codeOf = (text: string): string => /^\s*([\w@$-]+)\s*:\s/.exec(text)?.[1] ?? text.trim();

/** `OBS_STATUS[]: Status` is OBS_STATUS: in 2.0 a component with several values has brackets, with languages or not. */
const componentOf = (cell: string): string => codeOf(cell.replace(/^(\s*[\w@$-]+)\[[^\]]*\]/, "$1"));

/** `F: Free;N: Not for publication` is F;N: each of several values has its label. */
export const codesOf = (text: string): string =>
  text
    .split(/;(?=\s*[\w@$-]+\s*:\s)/)
    .map(codeOf)
    .join(";");
