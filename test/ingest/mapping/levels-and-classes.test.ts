import type { Service } from "../../../src/domain/services/service";
import type { MappingContext } from "../../../src/ingest/kit/source";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { sourceOf } from "../../../src/ingest/mapping/source-of";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { readRows } from "../../support/read-rows";

const context: MappingContext = {
  areaCodesAt: () => [],
  areaOf: (code) =>
    code.startsWith("finta:")
      ? { boundingBox: null, cityCode: "comune:999999", level: "DISTRICT", name: code }
      : null,
  levelsWithBoundary: new Set(),
};

const head = (columns: string) => `
source: { code: finta, title: T, publisher: P, licence: CC0, rights: { it: R }, synthetic: true }
file: { path: a.csv, format: csv, delimiter: ";", decimalChar: ",", groupChar: ".", mode: PARTIAL }
${columns}`;

const indicator = (code: string) => `
  - code: ${code}
    name: { it: ${code} }
    definition: { it: ${code} }
    family: CONTEXT
    unit: persons
    decimals: 0
    polarity: NEUTRAL
    aggregation: SUM
    finestLevel: NEIGHBOURHOOD`;

async function map(mapping: string, csv: string) {
  const source = sourceOf(parseMapping("a.mapping.yaml", mapping, hubWords));
  return mapRows(source, await readRows(source.format, csv), context);
}

const values = (records: readonly HubRecord[]) =>
  records.flatMap((each) =>
    each.type === "observation"
      ? [`${each.record.areaCode} ${each.record.indicatorCode} ${each.record.value} ${each.record.status}`]
      : [],
  );

const classes = head(`
records:
  - type: observation
    rows: SUM
    when: { column: eta, isNot: [Totale] }
    area: { template: "finta:{quartiere}", slug: true }
    level: DISTRICT
    period: { constant: 2024 }
    values: [{ indicator: { constant: finta_people }, value: { column: n } }]
    total: { area: "comune:999999", level: CITY, partName: { it: quartieri, en: districts }, parts: 2 }
  - type: observation
    rows: SUM
    when: { column: eta, minimum: 65 }
    area: { template: "finta:{quartiere}", slug: true }
    level: DISTRICT
    period: { constant: 2024 }
    values: [{ indicator: { constant: finta_old }, value: { column: n } }]
  - type: observation
    rows: SUM
    when: { column: eta, maximum: 17 }
    area: { template: "finta:{quartiere}", slug: true }
    level: DISTRICT
    period: { constant: 2024 }
    values: [{ indicator: { constant: finta_minors }, value: { column: n } }]
indicators: ${indicator("finta_people")}${indicator("finta_old")}${indicator("finta_minors")}`);

test("classes of age are added, by sex too, and a class that ends above the limit is not among minors", async () => {
  const rows = ["0-14;M;1.000", "0-14;F;900", "15-19;M;50", "65-69;M;200", "100+;F;3", "Totale;;2.153"];
  const { records, problems, rejected, leftOut } = await map(
    classes,
    ["quartiere;eta;sesso;n", ...rows.map((row) => `Città Nuova;${row}`), "S. Vitale;0-14;M;7", ""].join(
      "\n",
    ),
  );
  expect(problems).toEqual([]);
  expect(rejected.size).toBe(0);
  expect(leftOut.CONDITION).toBe(1);
  expect(values(records)).toEqual([
    "finta:citta-nuova finta_people 2153 NORMAL",
    "finta:s-vitale finta_people 7 NORMAL",
    "finta:citta-nuova finta_old 203 NORMAL",
    "finta:citta-nuova finta_minors 1900 NORMAL",
    "finta:s-vitale finta_minors 7 NORMAL",
    "comune:999999 finta_people 2160 NORMAL",
  ]);
});

test("a sum with a row without a number is missing, and a total without an area is provisional", async () => {
  const { records, problems } = await map(
    classes,
    "quartiere;eta;sesso;n\nCittà Nuova;20-24;M;5\nCittà Nuova;20-24;F;n.d.\n",
  );
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[3, "EMPTY_CELL"]]);
  expect(values(records)).toEqual([
    "finta:citta-nuova finta_people null MISSING",
    "comune:999999 finta_people null MISSING",
  ]);
  const one = await map(classes, "quartiere;eta;sesso;n\nCittà Nuova;20-24;M;5\n");
  const total = one.records.find(({ record }) => "areaLevel" in record && record.areaLevel === "CITY");
  expect(total?.record).toMatchObject({
    value: 5,
    status: "PROVISIONAL",
    note: { en: "Sum without 1 districts that the source does not give." },
  });
});

test("a map of the names of areas states which areas a total needs", async () => {
  const named = classes
    .replaceAll(
      '{ template: "finta:{quartiere}", slug: true }',
      "{ column: quartiere, map: { A: finta:a, Aa: finta:a, B: finta:b } }",
    )
    .replace(", parts: 2", "");
  const { records } = await map(named, "quartiere;eta;sesso;n\nA;20-24;M;5\nAa;20-24;M;2\n");
  const total = records.find(({ record }) => "areaLevel" in record && record.areaLevel === "CITY");
  expect(total?.record).toMatchObject({
    value: 7,
    note: { en: "Sum without 1 districts that the source does not give: B." },
  });
});

test("overlaps: a share of 1 without a column, unknown areas and pairs that repeat are reported", async () => {
  const { records, problems } = await map(
    head(`
records:
  - { type: overlap, area: { template: "finta:zona-{z}", slug: true }, larger: { column: q, prefix: "finta:" } }`),
    "z;q\nLe Fonti;q1\nSant'Elmo;q1\nLe Fonti;q1\n;q1\n",
  );
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [4, "DUPLICATE"],
    [5, "UNKNOWN_AREA"],
  ]);
  expect(records.map(({ record }) => record)).toMatchObject([
    { code: "finta:zona-le-fonti", overlaps: [{ areaCode: "finta:q1", share: 1 }] },
    { code: "finta:zona-sant-elmo" },
    {
      code: "finta:q1",
      overlaps: [{ areaCode: "finta:zona-le-fonti", shareOfOther: 1 }, { areaCode: "finta:zona-sant-elmo" }],
    },
  ]);
});

test("a wide table has a row for each year, and a line of it counts once", async () => {
  const wide = head(`
records:
  - type: observation
    when: { column: quartiere, isNot: [Totale] }
    area: { template: "finta:{quartiere}", slug: true }
    level: DISTRICT
    period: { column: anno, extract: '([0-9]{4})' }
    values: [{ indicator: { constant: finta_people }, value: { column: n } }]
indicators: ${indicator("finta_people")}`).replace(
    "mode: PARTIAL",
    'mode: PARTIAL, unpivot: { columns: "pop [0-9]{4}", name: anno, value: n }',
  );
  const { records, problems, read, leftOut } = await map(
    wide,
    "quartiere;pop 2023;pop 2024;note\nNavile;1.000;n.d.;x\nSavena;5;6;\nTotale;1.005;6;\n",
  );
  expect([read, leftOut.CONDITION]).toEqual([3, 1]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[2, "EMPTY_CELL"]]);
  expect(
    records.map(({ record }) => ("period" in record ? [record.areaCode, record.period, record.value] : null)),
  ).toEqual([
    ["finta:navile", "2023", 1000],
    ["finta:navile", "2024", null],
    ["finta:savena", "2023", 5],
    ["finta:savena", "2024", 6],
  ]);
});

test("dates of a status are written as the file writes them", async () => {
  const { records, problems } = await map(
    head(`
key: { column: id }
records:
  - { type: service, name: { it: "{id}" }, lastVerified: { column: d, format: DD/MM/YYYY } }`),
    "id;d\na;05/03/2026\nb;2026-03-05\nc;\n",
  );
  expect(records.map(({ record }) => ("lastVerified" in record ? record.lastVerified : 0))).toEqual([
    "2026-03-05",
    null,
    null,
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[3, "NOT_A_DATE"]]);
});

test("a code with leading zeros needs no quotes", async () => {
  const { records, leftOut } = await map(
    head(`
key: { column: id }
records:
  - { type: service, when: { column: istat, is: [037006] }, name: { it: "{id}" } }`),
    "id;istat\na;037006\nb;037007\n",
  );
  expect([records.length, leftOut.CONDITION]).toEqual([1, 1]);
});

test("a column for each day gives hours, and an empty cell says nothing of its day", async () => {
  const { records, problems } = await map(
    head(`
key: { column: id }
records:
  - { type: service, name: { it: "{id}" }, hours: { days: { MO: lun, TU: mar, SA: sab }, timezone: Europe/Rome, year: 2026 } }`),
    "id;lun;mar;sab\na;chiuso;9-13 / 15-19;\nb;;;\nc;9-13;forse;\n",
  );
  const services = records.map(({ record }) => record as Service);
  expect(services.map(({ openingHoursText }) => openingHoursText)).toEqual([
    "lunedì chiuso; martedì 9-13 / 15-19",
    null,
    "lunedì 9-13; martedì forse",
  ]);
  expect(
    services[0]!.openingRules!.schedules.map(({ byday, opensAt, isException }) => [
      byday,
      opensAt,
      isException,
    ]),
  ).toEqual([
    [["MO"], null, "CLOSED"],
    [["TU"], "09:00", null],
    [["TU"], "15:00", null],
  ]);
  expect(problems.map(({ line, rule, column }) => [line, rule, column])).toContainEqual([
    4,
    "HOURS_NOT_UNDERSTOOD",
    "lun",
  ]);
});
