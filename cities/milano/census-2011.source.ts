import { createObservation, nothingToSum } from "../../src/domain/indicators/observation";
import { groupBy } from "../../src/domain/kit/group-by";
import type { LocalizedText } from "../../src/domain/kit/localized-text";
import { createSourceRef } from "../../src/domain/kit/source-ref";
import { sum } from "../../src/domain/kit/sum";
import { type CsvRow, csv } from "../../src/ingest/formats/csv";
import { readCount } from "../../src/ingest/kit/cells";
import { finding, type LineProblem, problem, type RowProblem } from "../../src/ingest/kit/problem";
import type { Carried, Finished, FinishedRecord, Mapped, Source } from "../../src/ingest/kit/source";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { censusColumns, censusDefinitions, censusSource } from "./census-2011.indicators";
import { type NamedNil, nilNamed } from "./census-2011.names";
import { milano } from "./codes";

const columns = { section: "SEZ2011", nil: "NIL" } as const;

/** The record of a problem: a section has none. */
const ofTheCity = {
  type: "Observation",
  code: `${censusColumns[0]!.code}@${milano.cityCode}@2011`,
};

interface Section {
  /** As written, for problems. */
  readonly section: string;
  readonly name: string;
  readonly nil: NamedNil;
  /** In the order of the columns; `null` for a missing number. */
  readonly counts: readonly (number | null)[];
}

/**
 * The sections of the census of 2011, summed. They are not records: the file has neither points nor borders nor ages,
 * so a section could only be used for sums, and 6,093 areas would be in every list. The sums by NIL are uncertain
 * because of the older division (ESTIMATED); the total of the city is not.
 */
export const census2011: Source<CsvRow, Section> = {
  ref: createSourceRef({
    code: censusSource,
    title: "Censimento 2011: sezioni di Milano con NIL",
    publisher: "ISTAT",
    licence: "CC BY 3.0 IT",
    rights: {
      it: "ISTAT, Censimento della popolazione e delle abitazioni 2011, CC BY 3.0 IT; nomi dei NIL aggiunti da terzi",
      en: "ISTAT, population and housing census 2011, CC BY 3.0 IT; names of the NIL added by others",
    },
    synthetic: false,
  }),
  files: ["census/istat2011_sezioni_milano_nil.csv", "istat2011_sezioni_milano_nil.csv"],
  format: csv({
    separator: ";",
    columns: [...Object.values(columns), ...censusColumns.map(({ column }) => column)],
  }),
  mode: "FULL",
  // ISTAT publishes the sections without the NIL, which others added.
  origin: { kind: "inbox" },
  organizationCode: null,
  definitions: censusDefinitions.map((record): HubRecord => ({ type: "indicator", record })),
  map: mapSection,
  finish: sums,
};

/** A section always counts: with an invalid key or an unknown name it is still in the city. */
function mapSection({ cells }: CsvRow): Mapped<Section> {
  const problems: RowProblem[] = [];
  const section = cells[columns.section]!.trim();
  if (!/^15146\d{7}$/.test(section)) {
    const found = finding("NOT_A_CODE", "censusSection", { prefix: "15146" });
    problems.push(problem("WARNING", found, columns.section, section));
  }
  const counts = censusColumns.map(({ column }) => {
    const cell = readCount(cells[column]!);
    if (cell.kind !== "unreadable") return cell.kind === "value" ? cell.value : null;
    problems.push(problem("ERROR", finding("NOT_A_COUNT", "inNoSum"), column, cell.text));
    return null;
  });
  const name = cells[columns.nil]!.trim();
  const aboutCity = problems.map((each) => ({ ...each, about: ofTheCity }));
  return { records: [], problems: aboutCity, carry: { section, name, nil: nilNamed(name), counts } };
}

function sums(rows: readonly Carried<Section>[]): Finished {
  if (rows.length === 0) return { records: [], problems: [] };
  const ofArea = groupBy(rows, ({ carry: { nil } }) => (nil.kind === "area" ? nil.areaCode : null));
  const unattributed = ofArea.get(null) ?? [];
  ofArea.delete(null);
  const records = [...ofArea].flatMap(([areaCode, members]) =>
    observationsOf(areaCode!, members, members, divisionOf2009),
  );
  const note = unattributed.length === 0 ? null : sumOf(rows.length, unattributed.length);
  const city = observationsOf(milano.cityCode, rows, unattributed, note);
  return { records: [...records, ...city], problems: [...unnamed(rows), ...doubtful(rows), ...twice(rows)] };
}

const divisionOf2009: LocalizedText = {
  it: "NIL della divisione del 2009, riconosciuto dal nome: il confine di oggi può essere un altro.",
  en: "NIL of the division of 2009, known by its name: the border of today may be another.",
};

const sumOf = (sections: number, unattributed: number): LocalizedText => ({
  it: `Somma di ${sections} sezioni, di cui ${unattributed} non attribuite a un NIL di oggi.`,
  en: `Sum of ${sections} sections, ${unattributed} of which are attributed to no NIL of today.`,
});

/**
 * A sum of no numbers is missing, and not 0.
 * @param alone sections that only these sums stand for.
 */
function observationsOf(
  areaCode: string,
  members: readonly Carried<Section>[],
  alone: readonly Carried<Section>[],
  note: LocalizedText | null,
): FinishedRecord[] {
  return censusColumns.map(({ code }, i) => {
    const there = members.flatMap(({ carry }) => carry.counts[i] ?? []);
    const isCity = areaCode === milano.cityCode;
    const known = { value: sum(there), status: isCity ? "NORMAL" : "ESTIMATED", note } as const;
    const record = createObservation({
      indicatorCode: code,
      areaCode,
      areaLevel: isCity ? "CITY" : "NEIGHBOURHOOD",
      period: "2011",
      ...(there.length === 0 ? { status: "MISSING", note: nothingToSum } : known),
      coverage: { expected: members.length, present: there.length },
      sourceCodes: [censusSource],
    });
    return { type: "observation", record, lines: alone.map(({ line }) => line) };
  });
}

const numbersOf = (rows: readonly Carried<Section>[]) => ({
  sections: rows.length,
  residents: sum(rows.map(({ carry }) => carry.counts[0] ?? 0)),
  line: rows[0]!.line,
});

/** One notice for the sections without a name, one warning for each name that does not identify a NIL. */
function unnamed(rows: readonly Carried<Section>[]): LineProblem[] {
  const of = rows.filter(({ carry }) => carry.nil.kind === "none");
  if (of.length === 0) return [];
  const found = finding("NOT_AN_AREA", "withoutName", numbersOf(of));
  const notice = problem("NOTICE", found, columns.nil, "-");
  return [{ line: null, about: ofTheCity, ...notice }];
}

function doubtful(rows: readonly Carried<Section>[]): LineProblem[] {
  return [...groupBy(rows, ({ carry }) => carry.name)].flatMap(([name, of]) => {
    const { nil } = of[0]!.carry;
    if (nil.kind !== "doubtful") return [];
    const found = finding("AREA_NAME_DOUBTFUL", "inTotalOnly", { why: nil.why, ...numbersOf(of) });
    return { line: null, about: ofTheCity, ...problem("WARNING", found, columns.nil, name) };
  });
}

/**
 * Seven sections appear twice: with numbers and no NIL, and with a NIL and no numbers. They are not merged; both rows
 * count.
 */
function twice(rows: readonly Carried<Section>[]): LineProblem[] {
  return [...groupBy(rows, ({ carry }) => carry.section)]
    .filter(([, same]) => same.length > 1)
    .map(([section, same]) => {
      const found = finding("DUPLICATE", "linesBothCount", { lines: same.map(({ line }) => line) });
      const warning = problem("WARNING", found, columns.section, section);
      return { line: null, about: ofTheCity, ...warning };
    });
}
