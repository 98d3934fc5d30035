import { rm } from "node:fs/promises";
import { runIngest } from "../../src/ingest/run/run";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCity, anArea, aSource } from "./builders";
import { startHub, type TestHub } from "./hub";
import { folderWith } from "./synthetic-city";

/** SYNTHETIC: a city of a few neighbourhoods with sensitive indicators, in one CSV. */
export const columns = ["people", "alone", "accompanied", "earners", "income"] as const;
export type Column = (typeof columns)[number];
export type Row = Readonly<Record<Column, number>>;
/** One row for each neighbourhood, from 1; the last one may be the people without one. */
export type Version = readonly Row[];

export interface CityShape {
  readonly areas: number;
  /** A last row counts people without a neighbourhood. */
  readonly hasRest: boolean;
  /** The file says that the residents are those who live alone and the others. */
  readonly addsUp: boolean;
  readonly mode: "FULL" | "PARTIAL";
}

export const city = "comune:1";
export const period = "2021";
export const instants = ["2026-09-28T09:00:00.000Z", "2026-10-02T09:00:00.000Z", "2026-11-01T09:00:00.000Z"];

const indicator = (code: string, fields: object = {}) => ({
  code,
  name: { it: code, en: code },
  definition: { it: `Sintetico: ${code}.`, en: `Synthetic: ${code}.` },
  family: "CONTEXT",
  unit: "persons",
  decimals: 0,
  polarity: "NEUTRAL",
  aggregation: "SUM",
  finestLevel: "NEIGHBOURHOOD",
  ...fields,
});

const ratio = (code: string, numeratorCode: string, denominatorCode: string, factor: number, unit: string) =>
  indicator(code, {
    ...{ formula: `${factor} * ${numeratorCode} / ${denominatorCode}`, unit, decimals: 1, factor },
    ...{ numeratorCode, denominatorCode, aggregation: "WEIGHTED_MEAN", family: "FRAGILITY", sensitive: true },
  });

export const mapping = ({ areas, addsUp, hasRest, mode }: CityShape) => ({
  source: {
    ...{ code: "lonely", title: "Numeri sintetici", publisher: "Comune Sintetico", licence: "NOT_STATED" },
    rights: { it: "Inventato per una prova: nessuna licenza" },
    downloadUrl: "https://example.org/lonely.csv",
    synthetic: true,
  },
  file: { path: "lonely.csv", format: "csv", delimiter: ";", mode },
  records: [
    {
      type: "observation",
      when: { column: "nome", isNot: ["skip"] },
      area: { template: "nil:{nil}", type: "integer", minimum: 1, maximum: areas, rule: "UNKNOWN_AREA" },
      level: "NEIGHBOURHOOD",
      period: { constant: period },
      values: columns.map((column) => ({
        indicator: { constant: column },
        value: { column, type: "count" },
      })),
      total: {
        ...{
          area: city,
          level: "CITY",
          partName: { it: "NIL", en: "NIL" },
          parts: areas + (hasRest ? 1 : 0),
        },
        ...(hasRest && { rest: { column: "nome", is: ["N.D."] } }),
      },
      checks: {
        totals: addsUp ? [{ total: "people", parts: ["alone", "accompanied"] }] : [],
        nested: [["alone", "people"]],
      },
    },
  ],
  derived: { ratios: ["alone_share", "mean_income"] },
  indicators: [
    indicator("people"),
    indicator("accompanied"),
    indicator("alone", { sensitive: true }),
    indicator("earners", { sensitive: true }),
    indicator("income", { sensitive: true, unit: "euro" }),
    ratio("alone_share", "alone", "people", 100, "percent"),
    ratio("mean_income", "income", "earners", 1, "euro"),
  ],
});

export function csvOf(rows: Version, { hasRest }: Pick<CityShape, "hasRest">): string {
  const lines = rows.map((row, i) => {
    const isRest = hasRest && i === rows.length - 1;
    return [isRest ? "" : i + 1, isRest ? "N.D." : `Q${i + 1}`, ...columns.map((column) => row[column])].join(
      ";",
    );
  });
  return [["nil", "nome", ...columns].join(";"), ...lines, ""].join("\n");
}

/** A hub with the areas of the city; every write is at the instant of its import. */
export async function emptyCity({
  areas,
}: Pick<CityShape, "areas">): Promise<TestHub & { at(instant: string): void }> {
  let now = instants[0]!;
  const hub = await startHub({ clock: () => now });
  const options = { origin: "test", now };
  const codes = Array.from({ length: areas }, (_, i) => `nil:${i + 1}`);
  await saveAll(hub.table, codecs.sourceRef, [aSource()], options);
  await saveAll(
    hub.table,
    codecs.area,
    [aCity(), ...codes.map((code) => anArea({ code, name: code }))],
    options,
  );
  return {
    ...hub,
    at(instant) {
      now = instant;
    },
  };
}

/** Imports the versions of the file one after the other. */
export async function importedCity(shape: CityShape, versions: readonly Version[]) {
  const hub = await emptyCity(shape);
  const reports = [];
  for (const [i, rows] of versions.entries()) {
    hub.at(instants[i]!);
    reports.push(await ingestCity(hub, mapping(shape), csvOf(rows, shape), instants[i]!));
  }
  return { ...hub, reports };
}

export async function ingestCity(
  { table }: Pick<TestHub, "table">,
  mappingFile: unknown,
  csv: string,
  now: string,
  how: Partial<Omit<Parameters<typeof runIngest>[0], "folder" | "now" | "table">> = {},
) {
  const folder = await folderWith({ "lonely.csv": csv, "lonely.mapping.json": JSON.stringify(mappingFile) });
  try {
    const { sources } = await runIngest({ table, folder, now, demo: true, allowDeletes: 1, ...how });
    return sources.find(({ source }) => source === "lonely")!;
  } finally {
    await rm(folder, { recursive: true });
  }
}
