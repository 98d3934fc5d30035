import { type Observation, ratioObservation } from "../../domain/indicators/observation";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { readCount } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import type { Carried, Finished, FinishedRecord, Mapped, Source } from "../kit/source";
import { cityNumber, problemOfYear, unknownSeries } from "./city-number";
import { meanIncomeDefinitions, mefIncomeDefinitions, mefNotTaken, mefSeries } from "./mef-income.indicators";

/** What the files of the Ministry of Finance have in common. */
export const mefRef = (code: string, title: string): Omit<SourceRef, "retrievedAt" | "sha256"> => ({
  code,
  title,
  publisher: "MEF - Dipartimento delle Finanze",
  licence: "CC BY",
  rights: `MEF - Dipartimento delle Finanze, ${title}, CC BY`,
  landingPage: null,
  downloadUrl: null,
  modified: null,
  updateFrequency: "ANNUAL",
  synthetic: false,
});

/** A number that means are made of; `null` for a row of a series that is not taken over. */
interface Taken {
  readonly observation: Observation | null;
}

/** Taxpayers and their income in the whole city, by year. */
export const mefIncome: Source<CsvRow, Taken> = {
  ref: mefRef("mef-income", "Redditi e contribuenti del comune di Milano, 2012-2023"),
  files: ["fragility/mef_redditi_contribuenti_milano.csv", "mef_redditi_contribuenti_milano.csv"],
  format: csv({ separator: ";", columns: ["indicatore", "anno", "valore"] }),
  mode: "PARTIAL",
  // Others made CSV of the tables of the ministry, which have another form.
  origin: null,
  organizationCode: null,
  definitions: mefIncomeDefinitions.map((record): HubRecord => ({ type: "indicator", record })),
  map: mapSeries,
  finish: means,
};

function mapSeries({ cells }: CsvRow): Mapped<Taken> {
  const [name, year] = [cells.indicatore!.trim(), cells.anno!.trim()];
  if (mefNotTaken.has(name)) return { records: [], problems: [], carry: { observation: null } };
  const indicatorCode = mefSeries.get(name);
  if (indicatorCode === undefined) return rejected(unknownSeries("indicatore", name));
  const noYear = problemOfYear(year);
  if (noYear !== null) return rejected(noYear);
  const { record, problems } = cityNumber({
    indicatorCode,
    period: year,
    column: "valore",
    cell: readCount(cells.valore!),
    sourceCode: "mef-income",
    rule: "NOT_A_COUNT",
  });
  return { records: [{ type: "observation", record }], problems, carry: { observation: record } };
}

/** The means of every year of which both parts are in the file. */
function means(rows: readonly Carried<Taken>[]): Finished {
  const known = rows.flatMap(({ carry }) => (carry.observation === null ? [] : [carry.observation]));
  const find = (code: string | null, period: string) =>
    known.find((each) => each.indicatorCode === code && each.period === period);
  const years = [...new Set(known.map(({ period }) => period))].sort();
  const records = years.flatMap((year) =>
    meanIncomeDefinitions.flatMap((definition): FinishedRecord[] => {
      const [numerator, denominator] = [
        find(definition.numeratorCode, year),
        find(definition.denominatorCode, year),
      ];
      if (numerator === undefined || denominator === undefined) return [];
      const record = ratioObservation(definition, numerator, denominator);
      return [{ type: "observation", record, lines: [] }];
    }),
  );
  return { records, problems: [] };
}

const rejected = (reason: RowProblem): Mapped<Taken> => ({ records: [], problems: [reason], carry: null });
