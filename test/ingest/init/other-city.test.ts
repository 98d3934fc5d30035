import { rm } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import { newCityFiles } from "../../support/inventata";
import { featureCollection, folderWith } from "../../support/synthetic-city";

/** Files as other Italian cities publish them, beside the boundaries of docs/new-city.md. */
const square = {
  type: "Polygon",
  coordinates: [
    [
      [12.3, 43.1],
      [12.31, 43.1],
      [12.31, 43.11],
      [12.3, 43.1],
    ],
  ],
};
const features = (...rows: object[]) =>
  featureCollection(rows.map((properties) => ({ type: "Feature", properties, geometry: square })));

const files = {
  ...newCityFiles,
  "alone/seed/city-calendars.json": newCityFiles["inventata/seed/city-calendars.json"]!,
  "alone/coded.geojson": features(
    { OBJECTID: 7, COD_QUAR: 1, NOMEQUART: "Uno" },
    { OBJECTID: 9, COD_QUAR: 2, NOMEQUART: "Due" },
  ),
  "alone/named.geojson": features({ fid: 7, nome: "Uno" }, { fid: 9, nome: "Due" }),
  "inventata/anni.csv": "Quartiere;2021;2022\nBorgo Antico;1200;1300\nCittà Nuova;1100;1150\n",
  "inventata/eta.csv": [
    "Anno;Zona;Età;Sesso;Residenti",
    ...["0-64;M", "0-64;F", "65 e oltre;M", "65 e oltre;F"].map((each) => `2024;Le Fonti;${each};10`),
    ...["0-64;M", "0-64;F", "65 e oltre;M", "65 e oltre;F"].map((each) => `2024;Mercato;${each};20`),
    "",
  ].join("\n"),
  "inventata/redditi.csv":
    "Quartiere;Anno;Reddito mediano\nBorgo Antico;2023;20.000,10\nCittà Nuova;2023;21.500,20\n",
  "inventata/sedi.csv":
    "codice;nome;via;civico;lunedi;martedi;sabato\nB1;Uno;Via A;1;9-13;9-13;chiuso\nB2;Due;Via B;2/A;9-19;9-13;chiuso\n",
  "inventata/sociali.csv":
    "ID;Servizio;Stato;Età minima;Aggiornamento\n1;Assistenza;Attivo;65;01/02/2026\n2;Sportello;Sospeso;;02/02/2026\n",
};

let folder = "";
beforeAll(async () => {
  folder = await folderWith(files);
});
afterAll(() => rm(folder, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: a proposal is looked at as it is written.
async function proposed(file: string, seed = "inventata/seed"): Promise<any> {
  const { mapping } = await initMapping(path.join(folder, file), [path.join(folder, seed)]);
  return parse(mapping);
}

test("the code of an area is one of the city or its name, never a number of the program that drew it", async () => {
  const coded = await proposed("alone/coded.geojson", "alone/seed");
  expect(coded.records[0]).toMatchObject({ code: { template: "area:{COD_QUAR}" }, city: "comune:999999" });
  const named = await proposed("alone/named.geojson", "alone/seed");
  expect(named.records[0].code).toEqual({ template: "area:{nome}", slug: true });
});

test("a column for each year becomes a row for each, with areas of boundaries beside the file", async () => {
  const { file, indicators, records } = await proposed("inventata/anni.csv");
  expect(file.unpivot).toEqual({ columns: "(?:19|20)[0-9]{2}", name: "anno", value: "valore" });
  expect(indicators).toHaveLength(1);
  expect(records[0]).toMatchObject({
    area: {
      column: "Quartiere",
      map: { "Borgo Antico": "inventata:borgo-antico", "Città Nuova": "inventata:citta-nuova" },
    },
    level: "DISTRICT",
    period: { column: "anno" },
    values: [{ value: { column: "valore" } }],
  });
  expect(records[0]).not.toHaveProperty("rows");
});

test("rows of one area and period are proposed as parts of a sum", async () => {
  const { records } = await proposed("inventata/eta.csv");
  expect(records[0]).toMatchObject({ rows: "SUM", level: "NEIGHBOURHOOD", period: { column: "Anno" } });
});

test("amounts of money are no coordinates", async () => {
  const { records } = await proposed("inventata/redditi.csv");
  expect(records[0]).toMatchObject({
    type: "observation",
    values: [{ value: { column: "Reddito mediano" } }],
  });
});

test("a column of services makes services of the rows, and their ages no indicators", async () => {
  const { key, records, indicators } = await proposed("inventata/sociali.csv");
  expect(indicators).toBeUndefined();
  expect(key).toEqual({ column: "ID" });
  expect(records[0]).toMatchObject({
    type: "service",
    name: { it: "{Servizio}" },
    status: { column: "Stato", map: { Attivo: null, Sospeso: null } },
    minimumAge: { column: "Età minima" },
    lastVerified: { column: "Aggiornamento", format: "DD/MM/YYYY" },
  });
});

test("a street with its number in another column, and hours in a column for each day", async () => {
  const { records } = await proposed("inventata/sedi.csv");
  expect(records[0]).toMatchObject({
    type: "centre",
    address: { streetAddress: { template: "{via} {civico}" } },
    hours: { days: { MO: "lunedi", TU: "martedi", SA: "sabato" } },
  });
});
