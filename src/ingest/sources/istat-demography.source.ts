import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { problem, readDecimal } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { cityNumber, problemOfYear, unknownSeries } from "./city-number";
import { istatDefinitions, istatSeries } from "./istat-demography.indicators";
import { milano } from "./milano";

/** Demographic indicators of ISTAT for the whole city, 2002 to 2025. They have no detail by NIL, and get none. */
export const istatDemography: Source<CsvRow, never> = {
  ref: {
    code: "istat-demography",
    title: "Indicatori demografici del comune di Milano, 2002-2025",
    publisher: "ISTAT",
    licence: "CC BY",
    rights: "ISTAT, Indicatori demografici, CC BY",
    landingPage: null,
    downloadUrl: null,
    modified: null,
    updateFrequency: "ANNUAL",
    synthetic: false,
  },
  files: [
    "fragility/istat_indicatori_demografici_milano_2002_2025.csv",
    "istat_indicatori_demografici_milano_2002_2025.csv",
  ],
  format: csv({ separator: ";", columns: ["indicatore", "territorio", "anno", "valore"] }),
  mode: "PARTIAL",
  // Others made CSV of the series of ISTAT: from which dataflow and key is not known.
  origin: null,
  organizationCode: null,
  definitions: istatDefinitions.map((record): HubRecord => ({ type: "indicator", record })),
  map: mapValue,
};

function mapValue({ cells }: CsvRow): Mapped<never> {
  const [name, place, year] = [cells.indicatore!.trim(), cells.territorio!.trim(), cells.anno!.trim()];
  const known = istatSeries.get(name);
  if (known === undefined) return rejected(unknownSeries("indicatore", name));
  if (place !== milano.name) {
    const message = `Only rows of ${milano.name} are taken over.`;
    return rejected(problem("ERROR", "UNKNOWN_AREA", "territorio", place, message));
  }
  const noYear = problemOfYear(year);
  if (noYear !== null) return rejected(noYear);
  const { record, problems } = cityNumber({
    indicatorCode: known.code,
    period: year,
    column: "valore",
    cell: readDecimal(cells.valore!),
    sourceCode: "istat-demography",
    rule: "NOT_AN_INDEX",
  });
  return { records: [{ type: "observation", record }], problems, carry: null };
}

const rejected = (reason: RowProblem): Mapped<never> => ({ records: [], problems: [reason], carry: null });
