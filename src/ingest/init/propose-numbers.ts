import { slugOf } from "../mapping/key-slug";
import type { Owners } from "../mapping/starter-words";
import { areasByName, type NamedAreas } from "./area-by-name";
import { figureColumns, named, periodColumn } from "./choose-columns";
import { fileMarks, openQuestion, ownMarks } from "./notation";
import type { Column, KnownAreas } from "./profile-columns";
import type { Proposed } from "./propose-centre";
import type { Sample } from "./sample-file";
import { whenLines } from "./when-lines";
import { columnValue, indented, item, quoted, unknown } from "./yaml-lines";

interface Figure {
  readonly code: string;
  /** The name in the file: of the column, or of the series. */
  readonly name: string;
  readonly decimals: number;
}

const maxSeries = 300;

/**
 * Each row as observations of an area and a period; `null` without columns of numbers.
 * @param indicators those that the hub has.
 */
export function proposeNumbers(
  sourceCode: string,
  sample: Sample,
  columns: readonly Column[],
  areas: KnownAreas,
  indicators: Owners,
): Proposed | null {
  const period = periodColumn(columns);
  const area = columns.find(({ role }) => role === "area");
  const byName = area === undefined ? areasByName(sample, columns, areas) : null;
  const numbers = figureColumns(columns).filter((column) => column !== period && column !== area);
  if (numbers.length === 0) return null;
  const used = new Set([period, area, byName?.column].flatMap((column) => column?.name ?? []));
  const keys = [...used];
  const series = numbers.length === 1 ? seriesColumn(sample, columns, used) : null;
  const codes = new Set<string>();
  const figures = (series === null ? numbers.map(({ name }) => name) : seriesOf(sample, series)).map(
    (name): Figure => ({
      code: newCode(sourceCode, name, codes, indicators),
      name,
      decimals: decimalsOf(series === null ? numbers.find((n) => n.name === name)! : numbers[0]!),
    }),
  );
  for (const { name } of [...numbers, ...(series === null ? [] : [series])]) used.add(name);
  const { lines: areaLines, level } = areaOf(area, byName, columns, areas, used);
  const marks = fileMarks(columns);
  const value = (column: Column): string => columnValue(column.name, ...ownMarks(column, marks));
  const values =
    series === null
      ? figures.map(({ code }, i) => {
          const column = numbers[i]!;
          return `- { indicator: { constant: ${quoted(code)} }, value: ${value(column)} }${openQuestion(column)}`;
        })
      : item([
          "indicator:",
          `  column: ${quoted(series.name)}`,
          "  map: # an indicator for each word that was seen; null leaves a series out",
          ...figures.map(({ code, name }) => `    ${quoted(name)}: ${quoted(code)}`),
          `value: ${value(numbers[0]!)}${openQuestion(numbers[0]!)}`,
        ]);
  const record = [
    "type: observation",
    ...whenLines(sample),
    ...sumLines(sample, [...keys, ...(series === null ? [] : [series.name])]),
    ...areaLines,
    `level: ${level}`,
    ...(period === undefined
      ? ["period:", `  constant: ${unknown("year, month or day of the numbers, as in 2024")}`]
      : [
          `period: ${columnValue(period.name, ...(period.type.kind === "date" ? [`format: ${quoted(period.type.format)}`] : []))}`,
        ]),
    "values:",
    ...indented(values),
  ];
  return {
    lines: [
      "indicators: # a unit only a person can know; polarity and aggregation say nothing until somebody decides",
      ...figures.flatMap((figure) => indented(item(indicatorLines(figure, level, series)))),
      "records:",
      ...indented(item(record)),
    ],
    used,
    needsModified: false,
  };
}

function indicatorLines({ code, name, decimals }: Figure, level: string, series: Column | null): string[] {
  const where = series === null ? "nella colonna" : "nella serie";
  const place = series === null ? "in the column" : "in the series";
  return [
    `code: ${quoted(code)}`,
    `name: { it: ${quoted(name)} }`,
    `definition: { it: ${quoted(`Come pubblicato ${where} "${name}".`)}, en: ${quoted(`As published ${place} "${name}".`)} }`,
    "family: CONTEXT",
    `unit: ${unknown("as in persons, percent, euro")}`,
    `decimals: ${decimals}`,
    "polarity: NEUTRAL",
    "aggregation: NONE # SUM where small areas may be added up: counts only",
    `finestLevel: ${level}`,
  ];
}

const levelUnknown = unknown("CITY, DISTRICT or NEIGHBOURHOOD");

/** A column with codes or names of areas; else one that identifies the rows; else a person must say which area it is. */
function areaOf(
  area: Column | undefined,
  byName: NamedAreas | null,
  columns: readonly Column[],
  areas: KnownAreas,
  used: Set<string>,
): { readonly lines: readonly string[]; readonly level: string } {
  if (area !== undefined) {
    const template = quoted(`${area.scheme}:{${area.name}}`);
    return {
      lines: [`area: { template: ${template}, type: integer } # all of its numbers are areas of the hub`],
      level: areas.find(({ code }) => code.startsWith(`${area.scheme}:`))!.level,
    };
  }
  if (byName !== null) return { lines: linesByName(byName), level: byName.level };
  const isKey = ({ identifies, type, name }: Column): boolean =>
    identifies &&
    ["integer", "code"].includes(type.kind) &&
    !used.has(name) &&
    !figureColumns(columns).some((figure) => figure.name === name);
  const key = columns.find(isKey);
  if (key !== undefined) {
    used.add(key.name);
    const template = quoted(`area:{${key.name}}`);
    return {
      lines: [
        `area: { template: ${template} } # write the scheme of the area codes; the hub has no areas with these numbers yet`,
      ],
      level: levelUnknown,
    };
  }
  const city = areas.find(({ level }) => level === "CITY");
  const example = city === undefined ? "" : `, as in ${city.code} if they are of all of ${city.name}`;
  return {
    lines: [
      "area:",
      `  constant: ${unknown(`no column names an area: code of the one that all numbers are of${example}`)}`,
    ],
    level: levelUnknown,
  };
}

/** A word that is no name of an area is not in the map: the import reports its rows. */
const linesByName = ({ column, codes, others }: NamedAreas): string[] => [
  "area:",
  `  column: ${quoted(column.name)}`,
  "  map: # areas of the hub with these names: check each, and that the boundaries are of the same year",
  ...[...codes].map(([word, code]) => `    ${quoted(word)}: ${quoted(code)}`),
  ...others.map(
    (word) =>
      `    # ${quoted(word)}: no area of the hub has this name; give its code, or null to leave it out`,
  ),
];

/** The column with the series of a row: together with period and area it identifies the rows. */
function seriesColumn(sample: Sample, columns: readonly Column[], keys: ReadonlySet<string>): Column | null {
  if (keys.size > 0 && identifiesRows(sample, [...keys])) return null;
  const candidates = columns.filter(
    ({ type, role, distinct }) =>
      role === null &&
      (type.kind === "category" || type.kind === "text") &&
      distinct > 1 &&
      distinct <= maxSeries,
  );
  const ordered = [
    ...new Set([
      ...candidates.filter(({ name }) => /indicat|serie|voce|variab|measure/i.test(name)),
      ...candidates,
    ]),
  ];
  return (
    ordered.find(({ name }) => identifiesRows(sample, [...keys, name])) ??
    named(ordered, /indicat|serie/i) ??
    null
  );
}

/** Rows of one area and period, such as classes of age, are parts of a sum. */
function sumLines(sample: Sample, keys: readonly string[]): string[] {
  if (keys.length === 0 || identifiesRows(sample, keys)) return [];
  return [
    "rows: SUM # several rows have the same area and period: right if they are parts, such as classes of age",
  ];
}

function identifiesRows({ rows }: Sample, names: readonly string[]): boolean {
  return new Set(rows.map((row) => names.map((name) => row[name] ?? "").join("\u0000"))).size === rows.length;
}

const seriesOf = ({ rows }: Sample, { name }: Column): string[] => [
  ...new Map(
    rows
      .map((row) => row[name] ?? "")
      .filter((text) => text !== "")
      .map((text) => [text.toLowerCase(), text]),
  ).values(),
];

function newCode(sourceCode: string, name: string, taken: Set<string>, known: Owners): string {
  const stem = `${sourceCode}-${slugOf(name) || "value"}`.slice(0, 90).replaceAll("-", "_");
  let code = stem;
  for (let n = 2; taken.has(code) || known.has(code); n++) code = `${stem}_${n}`;
  taken.add(code);
  return code;
}

function decimalsOf({ type, examples }: Column): number {
  if (type.kind !== "decimal") return 0;
  const lengths = examples.map((text) => text.split(type.decimalChar)[1]?.length ?? 0);
  return Math.min(2, Math.max(1, ...lengths));
}
