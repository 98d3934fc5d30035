import fc from "fast-check";
import type { Observation } from "../../../src/domain/indicators/observation";
import type { MappedRow } from "../../../src/ingest/mapping/mapped-row";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { sourceOf } from "../../../src/ingest/mapping/source-of";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { runs } from "../../support/runs";

/** SYNTHETIC: one column of numbers and one of periods. */
const mappingWith = (file: string, value = "", period = ""): string => `
source: { code: notation, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: a.csv, format: csv, delimiter: ";", mode: PARTIAL${file} }
indicators: [{ code: v, name: { it: V }, definition: { it: V }, family: CONTEXT, unit: persons, decimals: 2, polarity: NEUTRAL, aggregation: NONE, finestLevel: NEIGHBOURHOOD }]
records:
  - type: observation
    area: { template: "nil:{nil}", type: integer, minimum: 1, maximum: 88 }
    level: NEIGHBOURHOOD
    period: { column: anno${period} }
    values: [{ indicator: { constant: v }, value: { column: v${value} } }]
`;

const context = { areaCodesAt: () => [], areaOf: () => null, levelsWithBoundary: new Set<never>() };

type Row = readonly [nil: string, anno: string, v: string];

/** Value or period of each row, or the entry of its problem. */
function read(mapping: string, rows: readonly Row[]) {
  const source = sourceOf(parseMapping("n.mapping.yaml", mapping, hubWords));
  const mapped: MappedRow[] = rows.map(([nil, anno, v], i) => ({
    line: i + 2,
    cells: { nil, anno, v },
    point: null,
    polygons: null,
  }));
  return mapRows(source, { rows: mapped, unreadable: 0, problems: [] }, context);
}

function numbers(cells: readonly string[], file: string, value = ""): (number | string | null)[] {
  const rows = cells.map((v, i): Row => [String(i + 1), "2024", v]);
  const { records, problems } = read(mappingWith(file, value), rows);
  return cells.map((_, i) => {
    const fault = problems.find(({ line, severity }) => line === i + 2 && severity === "ERROR");
    const found = records.find(({ lines }) => lines[0] === i + 2)?.record as Observation | undefined;
    if (fault === undefined) return found!.value;
    // A value that was not understood is never a number.
    expect(found?.value ?? null).toBeNull();
    return fault.rule;
  });
}

const not = "NOT_A_NUMBER";
const comma = ', decimalChar: ","';
const italian = ', decimalChar: ",", groupChar: "."';
const english = ', decimalChar: ".", groupChar: ","';
const czech = ', decimalChar: ",", groupChar: " "';
const swiss = `, decimalChar: ".", groupChar: "'"`;

test.each<[from: string, file: string, cells: string[], expected: (number | string)[]]>([
  ["case 10", comma, ["1.234", "12.500", "950", "1.234,5"], [not, not, 950, not]],
  ["case 11", italian, ["0.125", "0.500", "1.234"], [not, not, not]],
  ["case 12", "", ["10", "9007199254740993", "30"], [10, not, 30]],
  ["nao1215/sqly#738", "", ["9223372036854775808", "1E+20", "-1E+20", "1e-200"], [not, not, not, not]],
  ["jasp-stats/jasp-desktop#403", italian, ["1.000,92", "1.000"], [1000.92, 1000]],
  ["deadlocker8/BudgetMaster#731", italian, ["1.355,90€", "1.355,90"], [not, 1355.9]],
  ["deadlocker8/BudgetMaster#731 without a group mark", comma, ["1.355,90", "355,90"], [not, 355.9]],
  ["MaximeCordeil/IATK#40: 96.3 must not be 963", italian, ["96.3", "963"], [not, 963]],
  ["dannymcc/may#244: 9,99 must not be 999", english, ["9,99", "1,234.56"], [not, 1234.56]],
  [
    "dbeaver/dbeaver#7839",
    czech,
    ["10 237,65", "10\u00a0237,65", "10\u202f237"],
    [10237.65, 10237.65, 10237],
  ],
  ["halloffame/ynab-csv#28", english, ["1,234", "12,13"], [not, not]],
  ["harung1993/dollardollar#55", english, ["173,900", "1,5"], [not, not]],
  [
    "a point between thousands in one cell of a file with decimal points",
    "",
    ["1.234", "1.234.567", "2.5"],
    [not, not, 2.5],
  ],
  ["Swiss", swiss, ["1'234.5", "1\u2019234", "12'34"], [1234.5, 1234, not]],
  ["signs", italian, ["\u22121.234,5", "-0,5", "+3"], [-1234.5, -0.5, 3]],
  ["groups that are none", italian, ["01.234", "000.123", "1.23.456", "1234.567"], [not, not, not, not]],
  [
    "more than a number",
    italian,
    ["12,5 %", "12,5%", "1.234 (1)", "1.234*", "12,5¹", "1.234 ab."],
    [not, not, not, not, not, not],
  ],
])("reads the numbers of %s, or reports them", (_from, file, cells, expected) => {
  expect(numbers(cells, file)).toEqual(expected);
});

test("a column may have marks of its own, and a part of its cells selected", () => {
  expect(numbers(["0.125", "1.234"], italian, ', decimalChar: "."')).toEqual([0.125, 1.234]);
  expect(numbers(["1,234", "1.5"], italian, ', decimalChar: ".", groupChar: ","')).toEqual([1234, 1.5]);
  const extract = ', extract: "^([0-9.,]+) ?(?:%|EUR|[(]p[)])$"';
  expect(numbers(["12,5 %", "1.234 (p)", "7 EUR", "8", "9 kg"], italian, extract)).toEqual([
    12.5,
    1234,
    7,
    8,
    not,
  ]);
});

test("of a column that may have either mark, its own cells decide", () => {
  const either = ', decimalChar: [".", ","], groupChar: "."';
  expect(numbers(["1.234", "1,5"], comma, either)).toEqual([1234, 1.5]);
  expect(numbers(["1.234", "1.5"], comma, either)).toEqual([1.234, 1.5]);
  expect(numbers(["1.234", "15"], comma, either)).toEqual([not, 15]);
  expect(numbers(["1.234", "1,5", "1.5"], comma, either)).toEqual([not, 1.5, 1.5]);
});

test("a code with zeros after a point may be a thousand", () => {
  const { problems, records } = read(mappingWith(""), [
    ["1.000", "2024", "5"],
    ["7.0", "2024", "5"],
    ["8.000000", "2024", "5"],
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[2, "NOT_A_COUNT"]]);
  expect(records.map(({ record }) => (record as Observation).areaCode)).toEqual(["nil:7", "nil:8"]);
});

test("numbers written in one notation are read as they are or not at all, in any other", () => {
  const values = fc.array(fc.integer({ min: -999_999_999, max: 999_999_999 }), {
    minLength: 1,
    maxLength: 12,
  });
  const notation = fc.constantFrom([",", "."], [".", ","], [",", ""], [".", ""]) as fc.Arbitrary<
    [string, string]
  >;
  const declared = fc.constantFrom("", comma, italian, english);
  fc.assert(
    fc.property(values, fc.nat(3), notation, declared, (integers, decimals, [mark, group], file) => {
      const written = integers.map((n) => {
        const [whole = "", fraction] = (n / 10 ** decimals).toFixed(decimals).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
        return fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
      });
      const found = numbers(written, file);
      const isSame = (i: number): boolean =>
        found[i] === (Number((integers[i]! / 10 ** decimals).toFixed(decimals)) || 0);
      // A column in which every marked cell has one mark and three digits after it shows no notation.
      const shows = written.some((text) => !/^-?(?:[1-9]\d{0,2}[.,]\d{3}|\d+)$/.test(text));
      const hasItsMarks = file.includes(`decimalChar: "${mark}"`) || (file === "" && mark === ".");
      if (shows || hasItsMarks)
        for (const [i, each] of found.entries()) expect(each === not || isSame(i)).toBe(true);
      if (hasItsMarks && (group === "" || file.includes("groupChar")))
        expect(found.includes(not)).toBe(false);
    }),
    { numRuns: runs(500) },
  );
});

const periods = (cells: readonly string[], format = "") => {
  const rows = cells.map((anno, i): Row => [String(i + 1), anno, "5"]);
  const { records, problems } = read(mappingWith("", "", format), rows);
  return cells.map((_, i) => {
    const found = records.find(({ lines }) => lines[0] === i + 2)?.record as Observation | undefined;
    return found?.period ?? problems.find(({ line }) => line === i + 2)!.rule;
  });
};
const none = "NOT_A_DATE";

test.each<[from: string, format: string, cells: string[], expected: string[]]>([
  [
    "months as spreadsheets write them",
    ", format: MMM-YY",
    ["gen-24", "Sep-09", "set-09", "mag. -24", "dic-95"],
    ["2024-01", "2009-09", "2009-09", none, none],
  ],
  [
    "names of months",
    ", format: MMM YYYY",
    ["Gennaio 2024", "march 2024", "MARZO 2024", "giu. 2024", "ma 2024", "brumaio 2024"],
    ["2024-01", "2024-03", "2024-03", "2024-06", none, none],
  ],
  [
    "quarters and half years",
    "",
    ["2024-Q1", "T1 2024", "1° trimestre 2024", "2024-S2", "2024"],
    ["2024-Q1", none, none, "2024-S2", "2024"],
  ],
  [
    "quarters in a format",
    ", format: Qn YYYY",
    ["T1 2024", "q4 2023", "T5 2024"],
    ["2024-Q1", "2023-Q4", none],
  ],
  [
    "half years in a format",
    ", format: [YYYY Sn, YYYY]",
    ["2024 S1", "2024 H2", "2024"],
    ["2024-S1", "2024-S2", "2024"],
  ],
  [
    "school years (hpi-schul-cloud, code-dot-org/code-dot-org#22022)",
    ", format: YYYY/MM",
    ["2010/11", "2011/12", "2012/13"],
    [none, none, none],
  ],
  [
    "financial years (DFE-Digital/register-trainee-teachers#3827)",
    "",
    ["2009-10", "2010-11", "2019-20"],
    [none, none, none],
  ],
  ["school years that could all be months", "", ["2009-10", "2010-11", "2010-11"], [none, none, none]],
  ["months", "", ["2010-10", "2010-11", "2010-12", "2011-12"], ["2010-10", "2010-11", "2010-12", "2011-12"]],
  ["two years", "", ["2023-2024", "2023/24"], [none, none]],
])("reads the periods of %s, or reports them", (_from, format, cells, expected) => {
  expect(periods(cells, format)).toEqual(expected);
});

test("the problem says what a period or a cell is", () => {
  const { problems } = read(mappingWith(italian), [
    ["1", "1° trimestre 2024", "5"],
    ["2", "2024", "12,5 %"],
    ["3", "2024", "0.5"],
    ["4", "2024", "1.234"],
  ]);
  const texts = problems.map(({ message }) => message);
  expect(texts[0]).toContain("Another notation needs its format; a span of years is not imported");
  expect(texts[1]).toContain("Select the number with extract");
  expect(texts[3]).toContain('row 4 says "0.5"');
});

test("a total has the weakest status of its areas, and one that is too large costs no other result", () => {
  const mapping = (max: string) => `
source: { code: t, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: a.csv, format: csv, delimiter: ";", mode: PARTIAL }
knownAreas: ["comune:1"]
indicators: [{ code: v, name: { it: V }, definition: { it: V }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: NEIGHBOURHOOD }]
records:
  - type: observation
    area: { template: "nil:{nil}", type: integer, minimum: 1, maximum: ${max} }
    level: NEIGHBOURHOOD
    period: { column: anno }
    values: [{ indicator: { constant: v }, value: { column: v }, status: { constant: FORECAST } }]
    total: { area: "comune:1", level: CITY, partName: { it: parti } }
`;
  const { records, problems } = read(mapping("2"), [
    ["1", "2030", "9007199254740991"],
    ["2", "2030", "9007199254740991"],
    ["1", "2031", "5"],
    ["2", "2031", "6"],
    ["1", "2032", "7"],
  ]);
  const totals = records
    .map(({ record }) => record as Observation)
    .filter(({ areaLevel }) => areaLevel === "CITY");
  expect(totals.map(({ period, value, status }) => [period, value, status])).toEqual([
    ["2031", 11, "FORECAST"],
    ["2032", 7, "FORECAST"],
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[null, "INVALID_RECORD"]]);
});
