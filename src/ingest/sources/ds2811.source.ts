import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";
import { createObservation, type Observation } from "../../domain/indicators/observation";
import type { HubRecord } from "../../storage/records/hub-record";
import { type CsvRow, csv } from "../formats/csv";
import { type Cell, problem, readNoData, readNumber } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { milano, portalDataset } from "./milano";

/** The month of the satellite images. */
const period = "2024-07";

type IndexCode = "green_index" | "heat_exposure" | "heat_wave_risk";

/** The columns of each index: its mean over the cells of a grid in the NIL, their lowest and their highest. */
const columnsOf = {
  green_index: ["indice_verde_value", "indice_verde_min", "indice_verde_max"],
  heat_exposure: ["esposizione_calore_value", "esposizione_calore_min", "esposizione_calore_max"],
  heat_wave_risk: ["rischio_ondata_calore_value", "rischio_ondata_calore_min", "rischio_ondata_calore_max"],
} as const satisfies Readonly<Record<IndexCode, readonly string[]>>;
/** The highest that an index can be; the lowest is 0. */
const scaleOf = { green_index: 100, heat_exposure: 1, heat_wave_risk: 1 } as const satisfies Readonly<
  Record<IndexCode, number>
>;
const wordsOf = {
  green_index: {
    name: { it: "Indice del verde", en: "Green index" },
    unit: "index 0 to 100",
    decimals: 1,
    polarity: "HIGHER_IS_BETTER",
  },
  heat_exposure: {
    name: { it: "Esposizione al calore", en: "Exposure to heat" },
    unit: "index 0 to 1",
    decimals: 2,
    polarity: "HIGHER_IS_WORSE",
  },
  heat_wave_risk: {
    name: { it: "Rischio di ondata di calore", en: "Heat-wave risk" },
    unit: "index 0 to 1",
    decimals: 2,
    polarity: "HIGHER_IS_WORSE",
  },
} as const satisfies Readonly<
  Record<IndexCode, Pick<IndicatorDefinition, "name" | "unit" | "decimals" | "polarity">>
>;

const codes = Object.keys(columnsOf) as readonly IndexCode[];

/**
 * Green, heat exposure and heat-wave risk of each NIL in July 2024. The three datasets of the portal come in one file,
 * reshaped by others. A mean without the number of cells: small parks reach the ends of the scale.
 */
export const ds2811: Source<CsvRow, never> = {
  ref: {
    ...portalDataset({
      code: "ds2811",
      title: "Indice del verde, esposizione al calore e rischio di ondata di calore per NIL, luglio 2024",
      landingPage: null,
      downloadUrl: null,
      modified: null,
    }),
    licence: "CC BY",
    rights: "Comune di Milano - dati.comune.milano.it, datasets ds2811, ds2812, ds2813, CC BY",
  },
  files: [
    "fragility/ds2811_ds2812_ds2813_caldo_verde_nil_2024.csv",
    "ds2811_ds2812_ds2813_caldo_verde_nil_2024.csv",
  ],
  format: csv({ separator: ";", columns: ["id_nil", ...Object.values(columnsOf).flat()] }),
  mode: "PARTIAL",
  // Others put three datasets of the portal into one file.
  origin: null,
  organizationCode: milano.organizationCode,
  definitions: codes.map((code): HubRecord => ({ type: "indicator", record: definitionOf(code) })),
  map: mapNil,
};

/** A row without a NIL is rejected; a cell that cannot be read loses only its own index. */
function mapNil({ cells }: CsvRow): Mapped<never> {
  const nil = readNumber(cells.id_nil!);
  if (nil === null || !milano.nilNumbers.includes(nil)) {
    const message = "NIL have the numbers 1 to 88. Rows are joined by this number, never by name.";
    const reason = problem("ERROR", "UNKNOWN_AREA", "id_nil", cells.id_nil, message);
    return { records: [], problems: [reason], carry: null };
  }
  const read = codes.map((code) => indexOf(code, milano.nilCode(nil), cells));
  return {
    records: read.map(({ record }): HubRecord => ({ type: "observation", record })),
    problems: read.flatMap(({ problems }) => problems),
    carry: null,
  };
}

function indexOf(code: IndexCode, areaCode: string, cells: CsvRow["cells"]) {
  const read = columnsOf[code].map((column) => ({ column, cell: readIndex(cells[column]!, scaleOf[code]) }));
  const [value, lowest, highest] = read.map(({ cell }) => cell) as [Cell<number>, Cell<number>, Cell<number>];
  const problems = read.flatMap(({ column, cell }) => problemOf(column, cell));
  const record: Observation = createObservation({
    indicatorCode: code,
    areaCode,
    areaLevel: "NEIGHBOURHOOD",
    period,
    value: value.kind === "value" ? value.value : null,
    numerator: null,
    denominator: null,
    status: value.kind === "value" ? "NORMAL" : "MISSING",
    note:
      value.kind === "value"
        ? {
            it: `Media delle celle del NIL; la più bassa ${said(lowest)}, la più alta ${said(highest)}.`,
            en: `Mean of the cells in the NIL; the lowest is ${said(lowest)}, the highest ${said(highest)}.`,
          }
        : { it: "La fonte non dà un numero.", en: "The source gives no number." },
    coverage: null,
    sourceCodes: ["ds2811"],
  });
  return { record, problems };
}

/** A number of the scale of an index; programs write the smallest ones as 3.1e-06. */
function readIndex(text: string, highest: number): Cell<number> {
  const trimmed = text.trim();
  const blank = readNoData(text);
  if (blank !== null) return blank;
  const value = /^\d+(?:\.\d+)?(?:e-\d{1,2})?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
  return value >= 0 && value <= highest ? { kind: "value", value } : { kind: "unreadable", text: trimmed };
}

/** As published, without the digits that only the computer knows. */
const said = (cell: Cell<number>): string =>
  cell.kind === "value" ? String(Number(cell.value.toFixed(3))) : "-";

function problemOf(column: string, cell: Cell<number>): RowProblem[] {
  switch (cell.kind) {
    case "value":
      return [];
    case "blank":
      return [
        problem(
          "WARNING",
          "EMPTY_CELL",
          column,
          cell.word,
          "The cell is empty: nothing is put in its place.",
        ),
      ];
    case "unreadable": {
      const message =
        "It must be a number of the scale of the index, with a decimal point. Correct it or leave it empty.";
      return [problem("ERROR", "NOT_AN_INDEX", column, cell.text, message)];
    }
  }
}

function definitionOf(code: IndexCode): IndicatorDefinition {
  const [valueColumn] = columnsOf[code];
  return createIndicatorDefinition({
    code,
    ...wordsOf[code],
    definition: {
      it: `Media sulle celle del NIL, luglio 2024, come pubblicata nella colonna "${valueColumn}". La fonte non dice quante celle; nei NIL piccoli pochi punti decidono.`,
      en: `Mean over the cells of the NIL, July 2024, as published in the column "${valueColumn}". The source does not say how many cells; in small NIL a few points decide.`,
    },
    formula: null,
    family: "FRAGILITY",
    aggregation: "NONE",
    numeratorCode: null,
    denominatorCode: null,
    factor: null,
    finestLevel: "NEIGHBOURHOOD",
    sourceCodes: ["ds2811"],
  });
}
