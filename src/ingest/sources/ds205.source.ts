import { observationCode } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { noData, problem, readCount, readNumber } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { type Count, type Counts, countObservation, observationsOf, type Place } from "./ds205.counts";
import {
  type CountCode,
  countCodes,
  countColumns,
  countDefinitions,
  derivedDefinitions,
  ratioDefinitions,
} from "./ds205.indicators";
import { cityTotals, type RowCounts } from "./ds205.totals";
import { milano, portalDataset } from "./milano";

const columns = { year: "Anno", name: "Quartiere", nil: "NIL" } as const;
/** In place of a name: residents who are attributed to no NIL. */
const unattributed = "N.D.";

/**
 * Residents and households by NIL and year. Rows are joined by the number of the NIL: names vary from year to year.
 * Also reads the file of the portal, of which the extract in the shared folder holds 4 of 14 years.
 */
export const ds205: Source<CsvRow, RowCounts> = {
  ref: portalDataset({
    code: "ds205",
    title: "Sociale: caratteristiche demografiche e territoriali per quartiere",
    landingPage:
      "https://dati.comune.milano.it/dataset/ds205-sociale-caratteristiche-demografiche-territoriali-quartiere",
    downloadUrl:
      "https://dati.comune.milano.it/dataset/fcddb7d2-b106-48f5-9a2a-64d3136621dc/resource/084457a7-ec4b-4a6b-b463-d8ab53c64fbb/download/ds205_dati_quartieri_2011_2024_.csv",
    modified: "2026-09-14",
    updateFrequency: "ANNUAL",
  }),
  files: [
    "population/ds205_nil_demografia_2011_2016_2020_2024.csv",
    "ds205_nil_demografia_2011_2016_2020_2024.csv",
    "ds205_dati_quartieri_2011_2024_.csv",
  ],
  format: csv({ separator: ";", columns: [...Object.values(columns), ...Object.values(countColumns)] }),
  mode: "PARTIAL",
  // The published file holds more years and columns; whether it is of the same form was never checked.
  origin: null,
  organizationCode: milano.organizationCode,
  definitions: [...countDefinitions, ...derivedDefinitions, ...ratioDefinitions].map(
    (record): HubRecord => ({ type: "indicator", record }),
  ),
  map: mapRow,
  finish: cityTotals,
};

/**
 * A NIL and a year become 26 observations. A cell that cannot be read loses only its own observation and those
 * made of it: they are MISSING with a note. A row without a year or a NIL is rejected.
 */
function mapRow({ cells }: CsvRow): Mapped<RowCounts> {
  const year = cells[columns.year]!.trim();
  if (!/^\d{4}$/.test(year))
    return rejected(problem("ERROR", "NOT_A_DATE", columns.year, year, "The year must have four digits."));
  const read = readCounts(cells);
  const checks = checksOf(cells, read.counts);
  if (cells[columns.name]!.trim() === unattributed && cells[columns.nil]!.trim() === "") {
    const message = "Residents attributed to no NIL: in the totals of the city, on no map and in no rank.";
    const notice = problem("NOTICE", "NOT_AN_AREA", columns.name, unattributed, message);
    const unreadable = read.problems.filter(({ severity }) => severity === "ERROR");
    return {
      records: [],
      problems: concerning(milano.cityCode, year, [notice, ...unreadable, ...checks]),
      carry: { year, nil: null, counts: read.counts },
    };
  }
  const nil = readNumber(cells[columns.nil]!);
  if (nil === null || !milano.nilNumbers.includes(nil)) {
    const message = "NIL have the numbers 1 to 88. Rows are joined by this number, never by name.";
    return rejected(problem("ERROR", "UNKNOWN_AREA", columns.nil, cells[columns.nil], message));
  }
  const place: Place = { areaCode: milano.nilCode(nil), areaLevel: "NEIGHBOURHOOD", period: year };
  const counts = Object.fromEntries(
    countCodes.map((code): [CountCode, Count] => {
      const fields = { value: read.counts[code], note: read.notes[code] ?? null };
      return [code, { observation: countObservation(place, code, fields), lacks: [] }];
    }),
  ) as unknown as Counts;
  const records = observationsOf(place, counts).map((record): HubRecord => ({ type: "observation", record }));
  const problems = concerning(place.areaCode, year, [...read.problems, ...checks]);
  return { records, problems, carry: { year, nil, counts: read.counts } };
}

/** A problem of a cell concerns the number that it gives: of the NIL, or of the city for residents of no NIL. */
const concerning = (areaCode: string, period: string, problems: readonly RowProblem[]): RowProblem[] =>
  problems.map((each) => {
    const indicatorCode = countCodes.find((code) => countColumns[code] === each.column) ?? "residents";
    const code = observationCode({ indicatorCode, areaCode, period });
    return { ...each, about: { type: "Observation", code } };
  });

const rejected = (reason: RowProblem): Mapped<RowCounts> => ({
  records: [],
  problems: [reason],
  carry: null,
});

interface ReadCounts {
  readonly counts: Readonly<Record<CountCode, number | null>>;
  readonly notes: Readonly<Partial<Record<CountCode, LocalizedText>>>;
  readonly problems: readonly RowProblem[];
}

function readCounts(cells: CsvRow["cells"]): ReadCounts {
  const counts: Partial<Record<CountCode, number | null>> = {};
  const notes: Partial<Record<CountCode, LocalizedText>> = {};
  const problems: RowProblem[] = [];
  for (const code of countCodes) {
    const column = countColumns[code];
    const cell = readCount(cells[column]!);
    counts[code] = cell.kind === "value" ? cell.value : null;
    if (cell.kind === "blank") {
      const { note, problem: empty } = noData(column, cell);
      notes[code] = note;
      problems.push(empty);
    } else if (cell.kind === "unreadable") {
      const text = JSON.stringify(cell.text.slice(0, 60));
      notes[code] = {
        it: `La fonte scrive ${text}, che non è un numero intero.`,
        en: `The source says ${text}, which is no whole number.`,
      };
      const message =
        "A count is a whole number from 0, without marks between its digits. Correct it or leave it empty.";
      problems.push(problem("ERROR", "NOT_A_COUNT", column, cell.text, message));
    }
  }
  return { counts: counts as ReadCounts["counts"], notes, problems };
}

/** What must hold between the counts of a row; where it does not, they are kept as published. */
function checksOf(cells: CsvRow["cells"], counts: ReadCounts["counts"]): RowProblem[] {
  const problems: RowProblem[] = [];
  const { residents, residents_men: men, residents_women: women } = counts;
  if (residents !== null && men !== null && women !== null && men + women !== residents) {
    const message = `${men} men and ${women} women are ${men + women}, not ${residents}. Kept as published.`;
    problems.push(
      problem("WARNING", "TOTAL_DIFFERS", countColumns.residents, cells[countColumns.residents], message),
    );
  }
  const nested = ["residents_80plus_alone", "residents_80plus", "residents_65plus", "residents"] as const;
  for (const [i, part] of nested.slice(0, -1).entries()) {
    const whole = nested[i + 1]!;
    const [few, many] = [counts[part], counts[whole]];
    if (few === null || many === null || few <= many) continue;
    const message = `${few} is more than the ${many} of "${countColumns[whole]}" of which it is a part. Kept as published.`;
    problems.push(
      problem("WARNING", "TOTAL_DIFFERS", countColumns[part], cells[countColumns[part]], message),
    );
  }
  return problems;
}
