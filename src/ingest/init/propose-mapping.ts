import path from "node:path";
import { readNoData } from "../kit/cells";
import { slugOf } from "../mapping/key-slug";
import { mappingLimits } from "../mapping/mapping-limits";
import type { HubWords } from "../mapping/starter-words";
import { isText, keyColumn, nameColumn, named, usable } from "./choose-columns";
import { cityOfFile } from "./city-of-file";
import { typeText } from "./column-table";
import { fileMarks } from "./notation";
import type { Column, KnownAreas } from "./profile-columns";
import { type Proposed, proposeCentre } from "./propose-centre";
import { proposeNumbers } from "./propose-numbers";
import { proposeService } from "./propose-service";
import type { Sample } from "./sample-file";
import type { WideYears } from "./wide-years";
import { columnValue, indented, item, linesOf, quoted, section, unknown } from "./yaml-lines";

/** What a proposal may name. */
export interface KnownHub {
  readonly areas: KnownAreas;
  readonly words: HubWords;
  /** Of a table with a column for each year, whose sample has a row for each. */
  readonly unpivot: WideYears | null;
}

/**
 * A mapping file for an undescribed file: what its cells show is filled in with the reason. What only a person can know
 * is `null`, and the validation names it.
 */
export function proposeMapping(
  file: string,
  sample: Sample,
  all: readonly Column[],
  known: KnownHub,
): string {
  const columns = usable(all);
  const code = sourceCodeOf(file, known.words);
  const { lines, used, needsModified } = recordsOf(code, sample, columns, known);
  return [
    `# Proposed from the first ${sample.rows.length} rows. What is null only a person can know: fill it in.`,
    "# docs/mapping-files.md explains every word.",
    "source:",
    `  code: ${code} # from the name of the file; it must never change`,
    `  title: ${quoted(path.basename(file))} # the name of the file: better the title that the publisher gives`,
    `  publisher: ${unknown("who publishes the file")}`,
    `  licence: ${unknown("as the publisher states it; NOT_STATED where none is stated")}`,
    "  rights:",
    `    it: ${unknown("the attribution to print, or why the licence is not known; English in en")}`,
    ...(needsModified
      ? [`  modified: ${unknown("when the publisher last changed it: YYYY, YYYY-MM or YYYY-MM-DD")}`]
      : []),
    "file:",
    ...indented(fileLines(file, sample, columns, known.unpivot)),
    ...lines,
    ...unusedColumns(sample, all, used),
    "",
  ].join("\n");
}

export function sourceCodeOf(file: string, words: HubWords): string {
  const stem = slugOf(path.basename(file).replace(/\.[^.]+$/, ""))
    .replace(/^[^a-z]+/, "")
    .slice(0, 50);
  const code = stem === "" ? "new-source" : stem.replace(/-$/, "");
  return words.sources.has(code) ? `${code}-new` : code;
}

function fileLines(
  file: string,
  sample: Sample,
  columns: readonly Column[],
  unpivot: WideYears | null,
): string[] {
  const { decimalChar, groupChar } = fileMarks(columns);
  const cells = new Set(sample.rows.flatMap((row) => Object.values(row)));
  const seen = [...cells].flatMap((text) => readNoData(text)?.word ?? []).slice(0, mappingLimits.aliases);
  return [
    `path: ${quoted(path.basename(file))}`,
    `format: ${sample.format}`,
    ...(sample.format === "csv"
      ? [`delimiter: ${quoted(sample.delimiter)}`, `encoding: ${sample.encoding}`]
      : sample.format === "geojson"
        ? [`geometry: ${sample.geometry ?? "null # point or polygon"}`]
        : []),
    ...(sample.header.skipRows > 0
      ? [`skipRows: ${sample.header.skipRows} # titles before the names of the columns`]
      : []),
    ...(sample.header.headerRowCount > 1
      ? [`headerRowCount: ${sample.header.headerRowCount} # two lines of names: "upper / lower"`]
      : []),
    ...(sample.notes.length > 0
      ? [`commentPrefix: [${sample.notes.map(quoted).join(", ")}] # notes about the table`]
      : []),
    ...(decimalChar === "," ? ['decimalChar: ","'] : []),
    ...linesOf(groupChar ?? undefined, (mark) => [`groupChar: ${quoted(mark)}`]),
    ...linesOf(seen[0], () => [`missingValues: [${seen.map(quoted).join(", ")}] # they were seen in cells`]),
    ...linesOf(unpivot ?? undefined, ({ columns: pattern, name, value }) => [
      `unpivot: { columns: ${quoted(pattern)}, name: ${quoted(name)}, value: ${quoted(value)} } # a column for each year becomes a row for each`,
    ]),
    "mode: PARTIAL # FULL if a row that is missing one day means that the thing no longer exists",
  ];
}

/** Boundaries, centres with a point or an address, services, observations; anything else is proposed as centres. */
function recordsOf(
  code: string,
  sample: Sample,
  columns: readonly Column[],
  { areas, words }: KnownHub,
): Proposed {
  if (sample.geometry === "polygon") return proposeArea(sample, columns, areas);
  const isPlaced =
    sample.geometry === "point" ||
    columns.some(({ role, type }) => role === "longitude" || type.kind === "pair") ||
    named(columns, /indirizzo|address/i, isText) !== undefined;
  return (
    (isPlaced ? null : proposeService(sample, columns, areas)) ??
    (isPlaced ? null : proposeNumbers(code, sample, columns, areas, words.indicators)) ??
    proposeCentre(sample, columns, areas, words.terms)
  );
}

function proposeArea(sample: Sample, columns: readonly Column[], areas: KnownAreas): Proposed {
  const known = columns.find(({ role, identifies }) => role === "area" && identifies);
  const name = nameColumn(columns);
  // Numbers of the program that drew the map change with each edition.
  const lasting = columns.filter(
    (column) => !/^(?:objectid|fid|gid|ogc_fid|id_0)(?:_\d+)?$/i.test(column.name),
  );
  const coded = named(
    lasting,
    /^(?:cod|codice|id|numero|num|n)(?:[^a-z]|$)|istat|^cod/i,
    ({ identifies }) => identifies,
  );
  const byName = known === undefined && coded === undefined && name?.identifies === true;
  const key = known ?? coded ?? (byName ? name : keyColumn(lasting)?.column);
  const shown = cityOfFile(sample, columns, areas);
  const codeText =
    key === undefined
      ? "{ column: null } # which property identifies the areas?"
      : known !== undefined
        ? `{ template: ${quoted(`${known.scheme}:{${known.name}}`)} } # the hub has areas with these numbers: their boundaries would be replaced`
        : `{ template: ${quoted(`area:{${key.name}}`)}${byName ? ", slug: true" : ""} } # write a word of your city before the colon`;
  const nameText =
    name === undefined
      ? key === undefined
        ? "{ column: null } # which property names the area?"
        : `{ template: ${quoted(`{${key.name}}`)} } # no property seems to be a name`
      : columnValue(name.name);
  const lines = [
    "type: area",
    `code: ${codeText}`,
    `level: ${unknown("CITY, DISTRICT or NEIGHBOURHOOD; the finest division of the city is NEIGHBOURHOOD")}`,
    `localType: { it: null } # what the city calls such an area`,
    `name: ${nameText}`,
    `city: ${shown === null ? unknown("code of the city; null stays where the areas are cities") : `${quoted(shown.city.code)} # ${shown.reason}`}`,
  ];
  return {
    lines: ["records:", ...indented(item(lines))],
    used: new Set([key, name].flatMap((column) => column?.name ?? [])),
    needsModified: false,
  };
}

/** States why a column is in no record, instead of omitting it. */
function unusedColumns(sample: Sample, all: readonly Column[], used: ReadonlySet<string>): readonly string[] {
  const left = all.filter(({ name }) => !used.has(name));
  return section("# Not taken:", [
    ...left.map((column) => `#   ${quoted(column.name)}: ${reason(column)}`),
    ...sample.unreadable.map(
      (name) => `#   ${quoted(name)}: a name that is empty or stands twice cannot be read`,
    ),
  ]);
}

function reason(column: Column): string {
  if (column.personal) return "seems to be about persons, who have no place in the hub";
  if (column.role === "grid")
    return "metres of a grid: give file.crs and a position if the rows are places; never an indicator";
  if (column.role !== null) return `${column.role}; never an indicator`;
  switch (column.type.kind) {
    case "empty":
      return "empty";
    case "phone":
      return "a phone belongs to a service: define one under services and add a serviceAtLocation";
    default:
      return `${typeText(column)}; its meaning is unknown`;
  }
}
