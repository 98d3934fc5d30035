import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import type { MappedRow } from "../../../src/ingest/mapping/mapped-row";
import { numberIn } from "../../../src/ingest/mapping/number-in";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { dateIn } from "../../../src/ingest/mapping/read-date";
import { sourceOf } from "../../../src/ingest/mapping/source-of";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { runs } from "../../support/runs";
import { square } from "../../support/synthetic-city";

/** SYNTHETIC: every word of the vocabulary once. */
const everything = `
source: { code: all, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: a.geojson, format: geojson, geometry: polygon, decimalChar: ",", groupChar: ".", missingValues: [ND], mode: FULL }
key: [{ column: d, type: integer, minimum: 1, ifBlank: { severity: NOTICE, rule: EMPTY_CELL, message: { it: "{a} senza numero", en: "{a} has no number" } } }, { column: [a, b], slug: 30 }]
needs: [other]
knownAreas: ["comune:1"]
notices: [{ column: c, matches: "^[0-9]", severity: NOTICE, rule: NOT_HELD, message: { it: "{count} su {rows} da {line}", en: "{count} of {rows} from {line}" } }]
derived: { sums: { summed: { plus: [made_up], minus: [counted] } }, ratios: [ratio] }
terms: [{ code: "centre-kind:MADE_UP", name: { it: X } }]
services: [{ code: "all:s", name: { it: S }, organizationCode: comune-milano }]
indicators:
  - { code: made_up, name: { it: A }, definition: { it: A }, family: CONTEXT, unit: x, decimals: 0, polarity: NEUTRAL, aggregation: NONE, finestLevel: CITY }
  - { code: counted, name: { it: A }, definition: { it: A }, family: CONTEXT, unit: x, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: CITY }
  - { code: summed, name: { it: A }, definition: { it: A }, family: CONTEXT, unit: x, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: CITY }
  - { code: ratio, name: { it: A }, definition: { it: A }, family: CONTEXT, unit: x, decimals: 0, polarity: NEUTRAL, aggregation: WEIGHTED_MEAN, numeratorCode: made_up, denominatorCode: counted, factor: 100, finestLevel: CITY }
records:
  - { type: area, code: { template: "area:{a}" }, level: CITY, localType: { it: L }, name: { column: b, map: { x: y, no: null } }, city: null, validFrom: { column: c } }
  - type: centre
    when: { column: a, isNot: [si] }
    name: { column: b, prefix: "- " }
    status: { column: c, map: { si: ACTIVE, no: null } }
    kinds: [{ term: { constant: "centre-kind:MADE_UP" }, validFrom: { column: c, format: [DD/MM/YYYY, YYYY] }, validTo: { column: d } }]
    address: { streetAddress: { column: a }, locality: { column: b }, postalCode: { column: c, type: integer }, country: { constant: IT } }
    position: { longitude: { column: c }, latitude: { column: d }, agrees: { latitudeLongitude: a } }
    areas: { declared: [{ column: a, extract: "x([0-9])", prefix: "municipio:" }, { template: "municipio:{c}", type: integer }], agrees: [{ area: { column: d, type: integer, prefix: "nil:" }, level: NEIGHBOURHOOD }], always: ["comune:1"] }
    equipment: { WIFI: { column: a, yesNo: { yes: [si], no: [no] } } }
    accessibility: { STEP_FREE_ACCESS: { column: a, yesNo: { yes: [si], no: [no] } } }
    hours: { column: b, closures: c, timezone: Europe/Rome }
    externalIdentifiers: [{ scheme: plots, value: { column: d } }]
  - { type: serviceAtLocation, service: { column: a, map: { si: "all:s", no: null } }, phones: { column: d, split: "/" }, description: { column: c } }
  - { type: service, when: { column: a, filled: true }, name: { it: "{a} {b}" }, description: { it: "{b}" }, careDomains: { constant: RECREATION }, atCentre: true }
  - { type: organization, name: { column: a }, kind: { column: b, map: { si: PRIVATE } }, email: { column: c }, phones: { column: d } }
  - type: observation
    area: { template: "area:{a}", type: integer, minimum: 1, maximum: 9 }
    level: CITY
    period: { column: c }
    total: { area: "comune:1", level: CITY, partName: { it: parti }, rest: { column: b, is: [x] } }
    checks: { totals: [{ total: made_up, parts: [counted] }], nested: [[counted, made_up]], columnsDiffer: true, surface: { column: d } }
    values: [{ indicator: { constant: counted }, value: { column: c, type: count }, beside: [{ column: d, minimum: 0, decimals: 1 }], note: { it: "{a} {d}" } }, { indicator: { constant: made_up }, value: { column: d }, numerator: { column: a }, denominator: { column: b }, status: { column: b, map: { si: ESTIMATED, no: MISSING } } }]
`;

const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    " ",
    "si",
    "no",
    "x",
    "0",
    "1",
    "07",
    "7.0",
    "2024",
    "ND",
    "N.D.",
    "-1",
    "1,5",
    "1.234,5",
    "NaN",
    "1e9",
  ),
  fc.constantFrom(
    "05/02/2020",
    "31/02/2020",
    "45,4",
    "02 1234/x",
    "Lun 9:00-12:00",
    "__proto__",
    "999999999999999999",
  ),
);
const context: MappingContext = {
  areaCodesAt: ({ latitude }) => (latitude > 45 ? ["municipio:1", "comune:1"] : []),
  areaOf: (code) =>
    code.length % 2 === 0 ? { name: "X", boundingBox: null, level: "DISTRICT", cityCode: "comune:1" } : null,
  levelsWithBoundary: new Set(["DISTRICT"] as const),
};

test("maps any cells, and reports why a row gave no record", () => {
  const source = sourceOf(
    parseMapping("all.mapping.yaml", everything, hubWords),
  ) as unknown as Source<MappedRow>;
  const cells = fc.record({ a: cell, b: cell, c: cell, d: cell }, { requiredKeys: [] });
  let made = 0;
  fc.assert(
    fc.property(cells, (any) => {
      const row: MappedRow = { line: 2, cells: any, point: null, polygons: [square(1)] as never };
      source.points?.(row);
      source.areaCodes?.(row);
      const rows = { rows: [row], unreadable: 0, problems: [] };
      const { records, problems, rejected } = mapRows(source as unknown as Source, rows, context);
      if (rejected.size > 0) expect(problems.some(({ severity }) => severity === "ERROR")).toBe(true);
      // A row may make the code fail without ending the import: here it must not.
      expect(problems.filter(({ message }) => message.includes("a fault of the hub"))).toEqual([]);
      made += records.length;
    }),
    { numRuns: runs(1_000) },
  );
  expect(made).toBeGreaterThan(runs(300));
});

test("rejects any invalid mapping file with an error that names it, and never fails otherwise", () => {
  const lines = everything.trim().split("\n");
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("null", "[]", "{}", "- ", ": ", "*a", "&a", "!!js", "~", "1", '"', "  "),
  );
  const change = fc.record({
    line: fc.nat(lines.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(30),
    piece,
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const mutated = [...lines];
      for (const { line, from, cut, piece: inserted } of changes) {
        const text = mutated[line]!;
        const at = Math.floor(from * text.length);
        mutated[line] = text.slice(0, at) + inserted + text.slice(at + cut);
      }
      try {
        sourceOf(parseMapping("all.mapping.yaml", mutated.join("\n"), hubWords));
      } catch (error) {
        expect(error).toBeInstanceOf(HubError);
        expect((error as HubError).message).toMatch(/line \d+/);
      }
    }),
    { numRuns: runs(500) },
  );
});

test("reads every number in the format of the file, and nothing else", () => {
  const number = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100);
  const marks = fc.constantFrom<[string, string]>([".", ","], [",", "."], [",", " "], [".", "'"]);
  fc.assert(
    fc.property(number, marks, fc.boolean(), (n, [decimalChar, groupChar], grouped) => {
      const [whole = "", decimals] = n.toFixed(2).split(".");
      const digits = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, groupChar) : whole;
      const options = { decimalChar, groupChar } as { decimalChar: "."; groupChar: "," };
      expect(numberIn(`${digits}${decimalChar}${decimals}`, options)).toBe(Number(n.toFixed(2)) || 0);
    }),
  );
  const comma = { decimalChar: ",", groupChar: "." } as const;
  const none = [
    "",
    "1.2",
    "1.23",
    "12.34,5",
    "1,2,3",
    "1..234",
    ",5",
    "5,",
    "0x10",
    "1 000",
    "--1",
    "1.234.5",
    "Infinity",
  ];
  expect(none.map((text) => numberIn(text, comma))).toEqual(none.map(() => null));
});

test("reads every day in every format, and no day that does not exist", () => {
  const formats = ["DD/MM/YYYY", "YYYY-MM-DD", "MM.DD.YYYY", "YYYY/MM/DD"];
  const anyDay = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...formats), (date, format) => {
      const iso = date.toISOString().slice(0, 10);
      const [y, m, d] = iso.split("-") as [string, string, string];
      expect(dateIn(format.replace("YYYY", y).replace("MM", m).replace("DD", d), format)).toBe(iso);
    }),
  );
  expect(dateIn("31/02/2020", "DD/MM/YYYY")).toBeNull();
  expect(dateIn("5/2/2020", "DD/MM/YYYY")).toBe("2020-02-05");
  expect(dateIn("02x2020", "MM.YYYY")).toBeNull();
});
