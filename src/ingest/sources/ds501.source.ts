import { createIndicatorDefinition } from "../../domain/indicators/indicator";
import { type CsvRow, csv } from "../formats/csv";
import { readCount } from "../kit/cells";
import type { Carried, Finished, Mapped, Source } from "../kit/source";
import { milano, portalDataset } from "./milano";
import { cityObservation, type NilSeries, nilObservation, nilOf } from "./nil-counts";

const columns = { nil: "id_nil", pharmacies: "farmacie" } as const;

interface Counted {
  readonly nil: number;
  readonly count: number | null;
}

/**
 * Neither the file nor the portal's list dates the counts. They were made by a project whose own list of datasets is of
 * 30 January 2026, so they are of that year at the latest: the note of every number says so.
 */
const series: NilSeries = {
  indicatorCode: "pharmacies",
  period: "2026",
  column: columns.pharmacies,
  sourceCode: "ds501",
  rule: "NOT_A_COUNT",
  note: {
    it: "La fonte non dice a quale data: 2026 è l'anno in cui altri hanno copiato e contato l'elenco, non quello di una rilevazione.",
    en: "The source states no date: 2026 is the year in which others copied and counted the list, not that of a survey.",
  },
};

/** Pharmacies by NIL: the list of the city, counted by others. An area that nobody is in has 0 of them, which is a fact. */
export const ds501: Source<CsvRow, Counted> = {
  ref: {
    ...portalDataset({
      code: "ds501",
      title: "Farmacie nel Comune di Milano: numero per NIL",
      landingPage: null,
      downloadUrl:
        "https://dati.comune.milano.it/dataset/7e18f0d3-b7f1-49b7-969d-da2c04131dd6/resource/0c9f45b3-373e-4528-ac40-c8e474aad605/download/ds501_farmacie-nel-comune-di-m_dr8f-cz2h_final.csv",
      modified: null,
    }),
    licence: "CC BY",
    rights: "Comune di Milano - dati.comune.milano.it, dataset ds501, CC BY; counted by NIL by others",
  },
  files: ["services/ds501_farmacie_conteggi_per_nil.csv", "ds501_farmacie_conteggi_per_nil.csv"],
  format: csv({ separator: ";", columns: Object.values(columns) }),
  mode: "PARTIAL",
  // The portal gives the list of pharmacies, not their counts.
  origin: null,
  organizationCode: milano.organizationCode,
  definitions: [
    {
      type: "indicator",
      record: createIndicatorDefinition({
        code: series.indicatorCode,
        name: { it: "Farmacie", en: "Pharmacies" },
        definition: {
          it: "Farmacie dell'elenco ds501 che si trovano nel NIL, contate da altri. La fonte non dice a quale data.",
          en: "Pharmacies of the list ds501 that lie in the NIL, counted by others. The source does not say of which date.",
        },
        formula: "count of the pharmacies of ds501 in the area",
        family: "SERVICE",
        unit: "pharmacies",
        decimals: 0,
        polarity: "NEUTRAL",
        aggregation: "SUM",
        numeratorCode: null,
        denominatorCode: null,
        factor: null,
        finestLevel: "NEIGHBOURHOOD",
        sourceCodes: ["ds501"],
      }),
    },
  ],
  map: mapNil,
  finish: cityOf,
};

function mapNil({ cells }: CsvRow): Mapped<Counted> {
  const nil = nilOf(cells[columns.nil], columns.nil);
  if (typeof nil !== "number") return { records: [], problems: [nil], carry: null };
  const { record, problems } = nilObservation(series, nil, readCount(cells[columns.pharmacies]!));
  return { records: [{ type: "observation", record }], problems, carry: { nil, count: record.value } };
}

function cityOf(rows: readonly Carried<Counted>[]): Finished {
  if (rows.length === 0) return { records: [], problems: [] };
  const record = cityObservation(series, new Map(rows.map(({ carry }) => [carry.nil, carry.count])));
  return { records: [{ type: "observation", record, lines: [] }], problems: [] };
}
