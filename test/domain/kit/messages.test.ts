import { problems as problemsEn } from "../../../src/domain/kit/messages/en/problems";
import { rules as rulesEn } from "../../../src/domain/kit/messages/en/rules";
import { runs as runsEn } from "../../../src/domain/kit/messages/en/runs";
import { shapes as shapesEn } from "../../../src/domain/kit/messages/en/shapes";
import { problems as problemsIt } from "../../../src/domain/kit/messages/it/problems";
import { rules as rulesIt } from "../../../src/domain/kit/messages/it/rules";
import { runs as runsIt } from "../../../src/domain/kit/messages/it/runs";
import { shapes as shapesIt } from "../../../src/domain/kit/messages/it/shapes";
import { qualityRuleNames } from "../../../src/domain/quality/quality-rule";
import { isBanned } from "../../support/banned-words";

const both = { it: "Testo.", en: "Text." };

/** Values for every entry: each takes those that it names. */
const usual: Readonly<Record<string, unknown>> = {
  allowed: 0.1,
  areaCode: "nil:1",
  at: "coordinates[0]",
  city: "Milano",
  before: 1234,
  byte: 7,
  cells: 2,
  centre: "Centro (a)",
  closure: "agosto",
  code: "nil:100",
  column: "NIL",
  drawn: "Point",
  headerCells: 3,
  lies: { point: "45.5 N, 9.2 E", areaCodes: ["nil:1"] },
  says: [{ column: "NIL", areaCode: "nil:2" }],
  present: 80,
  areas: both,
  distance: 120,
  needed: 88,
  count: 3,
  days: ["MO", "SU"],
  declared: ";",
  dimensions: ["AGE"],
  drawnKm2: 1.13,
  endLine: 4,
  expected: ["Polygon", "MultiPolygon"],
  fault: "Invalid input",
  field: "id",
  fields: ["id", "name"],
  first: "9, 45",
  fitsAreas: ["nil:2"],
  indicator: "births",
  people: "residents",
  formats: ["YYYY", "YYYY-MM"],
  found: "\t",
  from: "2026-08-01",
  giver: "Altro (b)",
  groupChar: ".",
  id: "x1",
  isInDeclaredArea: true,
  isSwapped: true,
  east: 179.5,
  height: 1.5,
  kilometres: 900,
  kind: "CAM",
  kinds: ["1 ERROR CELL_COUNT"],
  last: "9, 46",
  line: 12,
  names: ["Note", "Legenda"],
  lines: [2, 3],
  marks: [",", "."],
  maximum: 88,
  metres: 120,
  minimum: 1,
  missing: 617,
  most: 10_000,
  name: "Milano",
  no: ["no"],
  likenessPercent: 83,
  other: "Altro (b)",
  others: ["centro anziani"],
  part: 10,
  parts: [{ value: 1, column: "Uomini" }],
  period: "2024",
  point: "45.5 N, 9.2 E",
  position: "9, 95",
  prefix: "15146",
  properties: ["ID_NIL"],
  reason: "x",
  reasons: ["SAME_STREET", "OTHER_POSTAL_CODE"],
  residents: 12_345,
  sections: 5,
  sources: ["ds3017"],
  shape: both,
  shared: 2,
  sum: 3,
  systems: ["EPSG:3003 (45.46 N, 9.18 E)"],
  table: "service",
  to: "2026-08-31",
  total: 4,
  type: "Point",
  used: "45.5 N, 9.2 E",
  west: -179.5,
  whole: 9,
  why: both,
  width: 2.5,
  word: "N.D.",
  words: ["uno", "due"],
  yes: ["si", "sì"],
};

/** Values without which some entries are shorter. */
const others: readonly Readonly<Record<string, unknown>>[] = [
  {
    dimensions: [],
    drawn: null,
    endLine: null,
    fitsAreas: [],
    groupChar: null,
    isInDeclaredArea: false,
    isSwapped: false,
    lies: null,
    maximum: undefined,
    metres: null,
  },
  { count: 1, minimum: undefined, maximum: undefined },
];

function textsOf(entry: unknown): string[] {
  if (typeof entry !== "function") return [String(entry)];
  return [{}, ...others].map((over) => String(entry({ ...usual, ...over })));
}

const namesOf = (rule: keyof typeof problemsEn): readonly string[] => Object.keys(problemsEn[rule]);
const entryOf = (catalogue: object, name: string): unknown => new Map(Object.entries(catalogue)).get(name);

const entries: readonly (readonly [name: string, en: unknown, it: unknown])[] = [
  ...qualityRuleNames.flatMap((rule) =>
    (["meaning", "remedy"] as const).map(
      (text) => [`${rule}.${text}`, rulesEn[rule][text], rulesIt[rule][text]] as const,
    ),
  ),
  ...(Object.keys(problemsEn) as (keyof typeof problemsEn)[]).flatMap((rule) =>
    namesOf(rule).map(
      (name) =>
        [`${rule}.${name}`, entryOf(problemsEn[rule], name), entryOf(problemsIt[rule], name)] as const,
    ),
  ),
  ...Object.keys(runsEn).map(
    (name) => [`runs.${name}`, entryOf(runsEn, name), entryOf(runsIt, name)] as const,
  ),
  ...Object.keys(shapesEn).map(
    (name) => [`shapes.${name}`, entryOf(shapesEn, name), entryOf(shapesIt, name)] as const,
  ),
];

test.each(entries)("%s is a whole sentence in both languages", (_name, en, it) => {
  const texts = { en: textsOf(en), it: textsOf(it) };
  for (const text of [...texts.en, ...texts.it]) {
    expect(text).toMatch(/^\S.{8,}\.$/u);
    expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|=>| {2}|\.\./);
  }
  for (const [i, text] of texts.en.entries()) expect(texts.it[i]).not.toBe(text);
  expect(texts.en.filter(isBanned)).toEqual([]);
});

test("equal sentences are one entry", () => {
  const said = entries.flatMap(([name, en]) => (name.startsWith("shapes") ? [] : [textsOf(en)[0]!]));
  const remedies = new Set(qualityRuleNames.map((rule) => rulesEn[rule].remedy as string));
  const twice = said.filter((text, i) => said.indexOf(text) !== i && !remedies.has(text));
  expect(twice).toEqual([]);
});

test("every group of problems is a rule", () => {
  expect(
    Object.keys(problemsEn).filter((rule) => !(qualityRuleNames as readonly string[]).includes(rule)),
  ).toEqual([]);
});
