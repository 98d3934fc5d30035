import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { incomeClasses } from "../../cities/milano/mef-income-classes.indicators";

/**
 * SYNTHETIC: a city in the formats of the published files, for tests only. Its Municipi are nine squares of
 * two hundredths of a degree, numbered 1 to 9 from the south-west, row by row; NIL 1 to 9 are the same squares.
 */
const side = 0.02;
const squareSouthWest = (number: number): [number, number] => [
  9 + ((number - 1) % 3) * side,
  45 + Math.floor((number - 1) / 3) * side,
];

/** Latitude and longitude of the middle of a square. */
export function middleOf(number: number): { latitude: number; longitude: number } {
  const [west, south] = squareSouthWest(number);
  return { latitude: Number((south + side / 2).toFixed(2)), longitude: Number((west + side / 2).toFixed(2)) };
}

export function square(number: number): number[][][] {
  const [west, south] = squareSouthWest(number);
  const [w, s, e, n] = [west, south, west + side, south + side].map((v) => Number(v.toFixed(2)));
  return [
    [
      [w!, s!],
      [e!, s!],
      [e!, n!],
      [w!, n!],
      [w!, s!],
    ],
  ];
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const featureCollection = (features: readonly unknown[]): string =>
  JSON.stringify({ type: "FeatureCollection", features });

export const municipio = (number: number, over: object = {}) => ({
  type: "Feature",
  properties: { MUNICIPIO: number },
  geometry: { type: "Polygon", coordinates: square(number) },
  ...over,
});

export const nil = (number: number, over: object = {}) => ({
  type: "Feature",
  properties: {
    ID_NIL: number,
    NIL: `QUARTIERE ${number}`,
    Valido_dal: "05/02/2020",
    Valido_al: "Vigente",
    Fonte: "Sintetico",
  },
  geometry: { type: "Polygon", coordinates: square(number) },
  ...over,
});

/** The columns of ds205 and the indicators that they are. */
export const countColumns = {
  residents: "Totale",
  residents_men: "Uomini",
  residents_women: "Donne",
  residents_minors: "Minori",
  residents_foreign: "Stranieri",
  residents_65plus: "65 e +",
  residents_80plus: "80 e +",
  residents_80plus_alone: "80 e + soli fam registrate in anagrafe",
  households: "Famiglie registrate in anagrafe",
  households_one_person: "Famiglie unipersonali registrate in anagrafe",
  births: "Nati vivi",
  births_outside_marriage: "Nati fuori dal matrimonio",
  births_foreign_parent: "Nati con almeno un genitore straniero",
  deaths: "Morti",
  emigrated: "Emigrati",
  immigrated: "Immigrati",
} as const;

/** Counts of every NIL of every year: 100 residents, 10 of 65 and over, and so on. */
const counts: Record<string, string> = {
  [countColumns.residents]: "100",
  [countColumns.residents_men]: "48",
  [countColumns.residents_women]: "52",
  [countColumns.residents_minors]: "15",
  [countColumns.residents_foreign]: "21",
  [countColumns.residents_65plus]: "10",
  [countColumns.residents_80plus]: "4",
  [countColumns.residents_80plus_alone]: "2",
  [countColumns.households]: "60",
  [countColumns.households_one_person]: "30",
  [countColumns.births]: "7",
  [countColumns.births_outside_marriage]: "3",
  [countColumns.births_foreign_parent]: "1",
  [countColumns.deaths]: "9",
  [countColumns.emigrated]: "5",
  [countColumns.immigrated]: "6",
};
const populationColumns = ["Anno", "Quartiere", "NIL", ...Object.keys(counts)];

export const populationRow = (cells: Record<string, string>): string => {
  const all: Record<string, string> = { Anno: "2024", Quartiere: "Nome", NIL: "1", ...counts, ...cells };
  return populationColumns.map((name) => all[name]).join(";");
};

export const populationHeader = populationColumns.join(";");

const populationOf = (nilCount: number, extraRows: readonly string[]): string =>
  [
    populationHeader,
    ...Array.from({ length: nilCount }, (_, i) => populationRow({ NIL: String(i + 1) })),
    unattributedRow({ "Nati vivi": "1" }),
    ...extraRows,
    "",
  ].join("\n");

/** All 88 NIL and "N.D." with one birth, in one year. */
export const population = (...extraRows: readonly string[]): string => populationOf(88, extraRows);

/** Only the 9 NIL of the synthetic city and "N.D.": quicker to store. */
export const smallPopulation = (...extraRows: readonly string[]): string => populationOf(9, extraRows);

export function unattributedRow(cells: Record<string, string>): string {
  const blank = Object.fromEntries(Object.keys(counts).map((name) => [name, ""]));
  return populationRow({ ...blank, Quartiere: "N.D.", NIL: "", ...cells });
}

const centreColumns = [
  "id",
  "Municipio",
  "Nome Sede",
  "Indirizzo Sede",
  "Aria condizionata",
  "Wifi",
  "Giardino",
  "Barriere Architettoniche",
  "Bar/Punto di ristoro gestito",
  "Distributore automatico di bevande e/o alimenti",
  "Orari di apertura",
  "Periodo di chiusura",
  "Attività disponibili",
  "Note",
  "LONG_X_4326",
  "LAT_Y_4326",
  "Location",
];

/** The cells of a centre in the middle of Municipio 5. */
export function centreCells(over: Record<string, string> = {}): Record<string, string> {
  const { latitude, longitude } = middleOf(5);
  return {
    id: "1",
    Municipio: "Municipio 5",
    "Nome Sede": "Casa Sintetica",
    "Indirizzo Sede": "Via Inventata, 1",
    "Aria condizionata": "si",
    Wifi: "no",
    Giardino: "",
    "Barriere Architettoniche": "no",
    "Bar/Punto di ristoro gestito": "no",
    "Distributore automatico di bevande e/o alimenti": "si",
    "Orari di apertura": "Lun 9:00-12:00, Mer 14:30-18:30",
    "Periodo di chiusura": "02-giu",
    "Attività disponibili": "carte",
    Note: "",
    LONG_X_4326: String(longitude),
    LAT_Y_4326: String(latitude),
    Location: `(${latitude}, ${longitude})`,
    ...over,
  };
}

export const centres = (...rows: readonly Record<string, string>[]): string =>
  [centreColumns.join(";"), ...rows.map((row) => centreColumns.map((c) => row[c]).join(";")), ""].join(
    "\r\n",
  );

/** The cells of green and heat in a NIL. */
export const heatCells = (over: Record<string, string> = {}): Record<string, string> => ({
  id_nil: "1",
  nil: "QUARTIERE 1",
  indice_verde_value: "2.4870057797805645",
  indice_verde_min: "0",
  indice_verde_max: "85.02",
  esposizione_calore_value: "0.61",
  esposizione_calore_min: "0.27",
  esposizione_calore_max: "0.82",
  rischio_ondata_calore_value: "0.1456",
  rischio_ondata_calore_min: "3.1791182664164808e-06",
  rischio_ondata_calore_max: "0.7",
  ...over,
});

const heatOf = (...rows: readonly Record<string, string>[]): string =>
  [Object.keys(heatCells()), ...rows.map((row) => Object.values(row))]
    .map((cells) => cells.join(";"))
    .join("\n");

/** The cells of a social work office in the middle of Municipio 5. */
export function officeCells(over: Record<string, string> = {}): Record<string, string> {
  const { latitude, longitude } = middleOf(5);
  return {
    nome: "Servizio Sociale Municipio 5",
    indirizzo: "Via Inventata 3",
    telefono: "020202 (tasti 4-1)",
    orari: "Lun 9:00-12:00",
    note: "solo su appuntamento",
    municipio: "5",
    quartiere: "QUARTIERE 5",
    lat: String(latitude),
    lon: String(longitude),
    ...over,
  };
}

export const offices = (...rows: readonly Record<string, string>[]): string => {
  const columns = Object.keys(officeCells());
  return [columns.join(";"), ...rows.map((row) => columns.map((c) => row[c]).join(";")), ""].join("\n");
};

/** The cells of a library in the middle of Municipio 5. */
export function libraryCells(over: Record<string, string> = {}): Record<string, string> {
  const { latitude, longitude } = middleOf(5);
  return {
    indirizzo: "VIA INVENTATA, 7",
    telefono: "0200000",
    sottotipo: "BIBLIOTECHE DI QUARTIERE",
    denominaz: "SINTETICA",
    zona: "5",
    disabili: "SI",
    info: "Sala di lettura.",
    id: "1",
    id_nil: "5",
    long_x_4326: String(longitude),
    lat_y_4326: String(latitude),
    location: `(${latitude}, ${longitude})`,
    ...over,
  };
}

/** The cells of the profile of a NIL, with the surface of the square. */
export const profileCells = (over: Record<string, string> = {}): Record<string, string> => ({
  id_nil: "5",
  area_km2: "3.495",
  popolazione_totale: "100",
  pct_stranieri: "21.5",
  densita_abitanti_km2: "28.6",
  famiglie_registrate: "60",
  famiglie_unipersonali: "30",
  nati_vivi: "7",
  morti: "9",
  immigrati: "6",
  emigrati: "5",
  ...over,
});

/** The cells of a section of the census. */
export const sectionCells = (over: Record<string, string> = {}): Record<string, string> => ({
  SEZ2011: "151460000001",
  P1: "10",
  P61: "4",
  E17: "1",
  E18: "0",
  E19: "2",
  E20: "3",
  NIL: "DUOMO",
  ...over,
});

const table = (...rows: readonly Record<string, string>[]): string =>
  `${[Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(";")).join("\n")}\n`;

/** Every file of the synthetic city, sound. */
export const syntheticFiles = {
  "ds379_municipi_label.geojson": featureCollection(numbers.map((n) => municipio(n))),
  "ds964_nil_wm.geojson": featureCollection(numbers.map((n) => nil(n))),
  "nil_municipio_overlap_derived.csv": [
    "id_nil;nil;municipio;share_of_nil_area_approx",
    ...numbers.map((n) => `${n};QUARTIERE ${n};${n};1.0`),
    "",
  ].join("\r\n"),
  "ds205_dati_quartieri_2011_2024_.csv": smallPopulation(),
  "ds2811_ds2812_ds2813_caldo_verde_nil_2024.csv": heatOf(
    ...numbers.map((n) => heatCells({ id_nil: String(n) })),
  ),
  "ds3017_case_di_quartiere.csv": centres(centreCells()),
  "ds1303_servizio_sociale_territoriale_sedi.csv": offices(officeCells()),
  "istat_indicatori_demografici_milano_2002_2025.csv": [
    "indicatore;territorio;anno;valore",
    "Indice di vecchiaia (valori percentuali) - al 1° gennaio;Milano;2025;191.2",
    "Crescita naturale (per mille abitanti);Milano;2024;-3.2",
    "",
  ].join("\r\n"),
  "mef_redditi_contribuenti_milano.csv": [
    "indicatore;anno;valore",
    "Reddito da pensione (euro);2023;3000",
    "Contribuenti con reddito da pensione;2023;2",
    "Reddito da fabbricati (euro);2023;7",
    "",
  ].join("\r\n"),
  "mef_classi_reddito_milano.csv": [
    "anno;classe;indicatore;valore",
    ...incomeClasses.map((name, i) => `2023;${name};Contribuenti per classe di importo;${10 * (i + 1)}`),
    "",
  ].join("\r\n"),
  "ds41_biblioteche_archivi.csv": table(libraryCells()),
  "ds501_farmacie_conteggi_per_nil.csv": table({ id_nil: "5", nil: "QUARTIERE 5", farmacie: "3" }),
  "ds205_nil_profilo_2021.csv": table(profileCells()),
  "istat2011_sezioni_milano_nil.csv": table(sectionCells()),
  "organization_full.json": JSON.stringify({
    id: "org-1",
    name: "Ente sintetico",
    services: [{ id: "ser-1", name: "Servizio sintetico", status: "active" }],
  }),
  "wemi.ndjson": '{"record":"category","id":1,"name":{"it":"Categoria inventata"}}\n',
} as const satisfies Record<string, string>;

/** GeoJSON of the synthetic city, moved to Milan: with the starter data a shape must lie near its city. */
const moved = (text: string): string =>
  JSON.stringify(JSON.parse(text), (name, value) => (name === "coordinates" ? movedPositions(value) : value));
const movedPositions = (value: readonly unknown[]): unknown =>
  typeof value[0] === "number"
    ? [Number(value[0]) + 0.12, Number(value[1]) + 0.42]
    : value.map((each) => movedPositions(each as readonly unknown[]));

/** The synthetic files beside the starter data. */
export const syntheticFilesInMilan = {
  ...syntheticFiles,
  "ds379_municipi_label.geojson": moved(syntheticFiles["ds379_municipi_label.geojson"]),
  "ds964_nil_wm.geojson": moved(syntheticFiles["ds964_nil_wm.geojson"]),
  "ds3017_case_di_quartiere.csv": centres(
    centreCells({ LONG_X_4326: "9.15", LAT_Y_4326: "45.45", Location: "(45.45, 9.15)" }),
  ),
};

/** A new folder with the given files. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  return folder;
}
