import { isText, keyColumn, named } from "./choose-columns";
import { cityOfFile } from "./city-of-file";
import type { Column, KnownAreas } from "./profile-columns";
import type { Proposed } from "./propose-centre";
import type { Sample } from "./sample-file";
import { whenLines } from "./when-lines";
import { columnValue, indented, item, linesOf, quoted, unknown } from "./yaml-lines";

/** Each row as a service without a place; `null` unless a column names services. */
export function proposeService(
  sample: Sample,
  columns: readonly Column[],
  areas: KnownAreas,
): Proposed | null {
  const name = named(
    columns,
    /^(?:nome_?)?(?:servizi[oa]?|prestazion[ei]|service)(?:_?(?:nome|name))?$/i,
    isText,
  );
  if (name === undefined) return null;
  const used = new Set<string>([name.name]);
  const use = (column: Column): string => {
    used.add(column.name);
    return column.name;
  };
  const key = keyColumn(columns);
  const shown = cityOfFile(sample, columns, areas);
  const find = (pattern: RegExp, passes?: (column: Column) => boolean): Column | undefined =>
    named(columns, pattern, (column) => !used.has(column.name) && (passes?.(column) ?? true));
  const status = find(/^stato|^status/i, isText);
  const lines = [
    "type: service",
    ...whenLines(sample),
    `name: { it: ${quoted(`{${name.name}}`)} }`,
    ...linesOf(find(/descri/i, isText), (column) => [`description: { it: ${quoted(`{${use(column)}}`)} }`]),
    ...linesOf(status, (column) => [
      "status:",
      `  column: ${quoted(use(column))}`,
      "  map: # ACTIVE, INACTIVE, TEMPORARILY_CLOSED, DEFUNCT or PLANNED for each word; null leaves it unknown",
      ...wordsIn(sample, column).map((word) => `    ${quoted(word)}: null`),
    ]),
    ...linesOf(
      find(/verific|aggiornat|aggiornamento|updated/i, ({ type }) => type.kind === "date"),
      (column) => [
        `lastVerified: ${columnValue(use(column), ...(column.type.kind === "date" ? [`format: ${quoted(column.type.format)}`] : []))}`,
      ],
    ),
    ...linesOf(find(/et[aà].*min|min.*et[aà]|minimum.?age/i), (column) => [
      `minimumAge: ${columnValue(use(column))}`,
    ]),
    ...linesOf(find(/et[aà].*ma[sx]|ma[sx].*et[aà]|maximum.?age/i), (column) => [
      `maximumAge: ${columnValue(use(column))}`,
    ]),
    ...linesOf(
      find(/./, ({ type }) => type.kind === "phone"),
      (column) => [`phones: ${columnValue(use(column))}`],
    ),
    ...linesOf(
      find(/./, ({ type }) => type.kind === "email"),
      (column) => [`email: ${columnValue(use(column))}`],
    ),
    ...linesOf(
      find(/./, ({ type }) => type.kind === "url"),
      (column) => [`url: ${columnValue(use(column))}`],
    ),
    "careDomains:",
    `  constant: ${unknown("CIVIC, DIGITAL, EMPLOYMENT, HEALTH, HOUSING, RECREATION, SOCIAL_CARE, SOCIAL_HEALTH or SOCIO_EDUCATIONAL; or a column with a map")}`,
    "serviceAreas:",
    `  constant: ${shown === null ? unknown("code of the area that they are for, such as the city; or a column with a map") : `${quoted(shown.city.code)} # ${shown.reason}; or a column with a map`}`,
  ];
  const keyLine =
    key === null
      ? "key: { column: null } # no column identifies the rows: which one, or which template of several, does?"
      : `key: ${columnValue(use(key.column), ...(key.slug ? ["slug: true"] : []))} # says something else in every row looked at`;
  return { lines: [keyLine, "records:", ...indented(item(lines))], used, needsModified: false };
}

const wordsIn = ({ rows }: Sample, { name }: Column): string[] => [
  ...new Set(rows.map((row) => row[name] ?? "").filter((text) => text !== "")),
];
