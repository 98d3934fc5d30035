import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { type Cell, problem, readCount, readDecimal } from "../kit/cells";
import type { LineProblem, RowProblem } from "../kit/problem";
import type { Carried, FinishedRecord, Mapped, MappingContext, Source } from "../kit/source";
import { profileColumns, profileDefinitions, profileSource } from "./ds205-profile.indicators";
import { milano, portalDataset } from "./milano";
import { cityObservation, type NilSeries, nilObservation, nilOf } from "./nil-counts";

const columns = { nil: "id_nil", surface: "area_km2" } as const;
const period = "2021";

interface Profile {
  readonly nil: number;
  readonly surfaceKm2: number | null;
  /** Of the boundary; `undefined` where none is loaded. */
  readonly drawnKm2: number | undefined;
  readonly values: Readonly<Record<string, number | null>>;
}

const seriesOf = ({ code, column, aggregation }: (typeof profileColumns)[number]): NilSeries => ({
  indicatorCode: code,
  column,
  period,
  sourceCode: profileSource,
  rule: aggregation === "SUM" ? "NOT_A_COUNT" : "NOT_AN_INDEX",
  note: null,
});

/** Residents, households, density and foreigners of the NIL in 2021. */
export const ds205Profile: Source<CsvRow, Profile> = {
  ref: {
    ...portalDataset({
      code: profileSource,
      title: "Profilo dei NIL nel 2021 (da ds205, edizione 2011-2021)",
      landingPage:
        "https://dati.comune.milano.it/dataset/ds205-sociale-caratteristiche-demografiche-territoriali-quartiere",
      downloadUrl:
        "https://dati.comune.milano.it/dataset/fcddb7d2-b106-48f5-9a2a-64d3136621dc/resource/084457a7-ec4b-4a6b-b463-d8ab53c64fbb/download/ds205_dati_quartieri_2011_2021_.csv",
      modified: null,
    }),
    licence: "CC BY",
    rights: "Comune di Milano - dati.comune.milano.it, dataset ds205, CC BY; reshaped by others",
  },
  files: ["population/ds205_nil_profilo_2021.csv", "ds205_nil_profilo_2021.csv"],
  format: csv({
    separator: ";",
    columns: [...Object.values(columns), ...profileColumns.map(({ column }) => column)],
  }),
  mode: "PARTIAL",
  // The portal gives another shape of it, in a later edition.
  origin: null,
  needs: ["ds964"],
  organizationCode: milano.organizationCode,
  definitions: profileDefinitions.map((record): HubRecord => ({ type: "indicator", record })),
  surfacesOf: milano.nilNumbers.map(milano.nilCode),
  map: mapProfile,
  finish: (rows) => ({ records: cityOf(rows), problems: wrongSurfaces(rows) }),
};

/** A NIL becomes nine numbers; a cell that cannot be read loses only its own. */
function mapProfile({ cells }: CsvRow, { surfacesKm2 }: MappingContext): Mapped<Profile> {
  const nil = nilOf(cells[columns.nil], columns.nil);
  if (typeof nil !== "number") return { records: [], problems: [nil], carry: null };
  const problems: RowProblem[] = [];
  const surface = surfaceOf(cells[columns.surface]!);
  if (surface.kind !== "value") {
    const message =
      "The surface must be a number of square kilometres. It is only compared with the boundary.";
    problems.push(problem("WARNING", "NOT_AN_INDEX", columns.surface, cells[columns.surface], message));
  }
  const read = profileColumns.map((words) => {
    const text = cells[words.column]!;
    const cell = words.aggregation === "SUM" ? readCount(text) : positive(readDecimal(text));
    return nilObservation(seriesOf(words), nil, cell);
  });
  const values = read.map(({ record }) => [record.indicatorCode, record.value] as const);
  return {
    records: read.map(({ record }): HubRecord => ({ type: "observation", record })),
    problems: [...problems, ...read.flatMap(({ record, problems: of }) => of.map(aboutValue(record)))],
    carry: {
      nil,
      surfaceKm2: surface.kind === "value" ? surface.value : null,
      drawnKm2: surfacesKm2?.get(milano.nilCode(nil)),
      values: Object.fromEntries(values),
    },
  };
}

const aboutValue = (record: { indicatorCode: string; areaCode: string }) => (each: RowProblem) => ({
  ...each,
  about: { type: "Observation", code: `${record.indicatorCode}@${record.areaCode}@${period}` },
});

/** Published originals have a decimal comma here. A negative number is none of these. */
const surfaceOf = (text: string): Cell<number> => positive(readDecimal(text, text.includes(",") ? "," : "."));

const positive = (cell: Cell<number>): Cell<number> =>
  cell.kind === "value" && cell.value < 0 ? { kind: "unreadable", text: String(cell.value) } : cell;

/** Only what can be summed; one part more is expected, because the file lacks the row of those attributed to no NIL. */
function cityOf(rows: readonly Carried<Profile>[]): FinishedRecord[] {
  if (rows.length === 0) return [];
  return profileColumns
    .filter(({ aggregation }) => aggregation === "SUM")
    .map((words) => {
      const values = new Map(rows.map(({ carry }) => [carry.nil, carry.values[words.code]!]));
      const record = cityObservation(seriesOf(words), values, { expected: milano.nilNumbers.length + 1 });
      return { type: "observation", record, lines: [] };
    });
}

/** Drawn on a sphere or on the ellipsoid a surface differs by some thousandths. */
const tolerance = 0.02;

/**
 * Seen in the published files from 2017 to 2020: the surfaces of NIL 5, 16 and 71 stand beside the wrong one of the
 * three. A surface that is not that of the boundary is told, with the area whose surface it is, and nothing is moved.
 */
function wrongSurfaces(rows: readonly Carried<Profile>[]): LineProblem[] {
  const fits = ({ drawnKm2 }: Profile, surface: number | null): boolean =>
    drawnKm2 !== undefined && surface !== null && Math.abs(surface / drawnKm2 - 1) <= tolerance;
  const wrong = rows.filter(
    ({ carry }) =>
      carry.surfaceKm2 !== null && carry.drawnKm2 !== undefined && !fits(carry, carry.surfaceKm2),
  );
  return wrong.map(({ line, carry: { nil, surfaceKm2, drawnKm2 } }) => {
    const areaCode = milano.nilCode(nil);
    const others = wrong.filter(({ carry }) => carry.nil !== nil && fits(carry, surfaceKm2));
    const names = others.map(({ carry }) => milano.nilCode(carry.nil)).join(", ");
    const whose = others.length === 0 ? "" : ` It is that of ${names}.`;
    const message = `The surface of ${areaCode} is ${drawnKm2} square kilometres by its boundary.${whose} Densities made of it are wrong.`;
    const about = { type: "Area", code: areaCode };
    return { line, about, ...problem("WARNING", "SURFACE_DIFFERS", columns.surface, surfaceKm2, message) };
  });
}
