import { slugOf } from "../mapping/key-slug";
import type { Owners } from "../mapping/starter-words";
import { isText, keyColumn, nameColumn, named } from "./choose-columns";
import { type CityOfFile, cityOfFile } from "./city-of-file";
import { fileMarks, ownMarks } from "./notation";
import type { Column, KnownAreas } from "./profile-columns";
import type { Sample } from "./sample-file";
import { whenLines } from "./when-lines";
import { columnValue, indented, item, linesOf, quoted, section, unknown } from "./yaml-lines";

export interface Proposed {
  /** Lines of the sections key, terms, indicators, records. */
  readonly lines: readonly string[];
  /** Names of the columns that are used. */
  readonly used: ReadonlySet<string>;
  readonly needsModified: boolean;
}

const equipment: readonly (readonly [feature: string, name: RegExp])[] = [
  ["AIR_CONDITIONING", /aria.?condizionata|climatizza|air.?condition/i],
  ["BAR", /^bar\b|ristoro/i],
  ["GARDEN", /giardino|garden/i],
  ["VENDING_MACHINE", /distributore|vending/i],
  ["WIFI", /wi-?fi/i],
];

/**
 * Each row as a centre.
 * @param terms those that the hub has.
 */
export function proposeCentre(
  sample: Sample,
  columns: readonly Column[],
  areas: KnownAreas,
  terms: Owners,
): Proposed {
  const used = new Set<string>();
  const use = (column: Column): string => {
    used.add(column.name);
    return column.name;
  };
  const key = keyColumn(columns);
  const keyLine =
    key === null
      ? "key: { column: null } # no column identifies the rows: which one, or which template of several, does?"
      : `key: ${columnValue(use(key.column), ...(key.slug ? ["slug: true"] : []))} # says something else in every row looked at`;
  const name = nameColumn(columns);
  const hours = columns.find(
    ({ type, name: title }) => type.kind === "hours" && !/chiusur|clos/i.test(title),
  );
  const days = hours === undefined ? dayColumns(columns) : {};
  const closures = named(columns, /chiusur|closure/i, isText);
  const kind = named(columns, /^tipo|categor|^kind|^type|sottotip/i, ({ type }) => type.kind === "category");
  const declared = columns.find(({ role }) => role === "area");
  const city = areas.find(({ level }) => level === "CITY");
  const shown = cityOfFile(sample, columns, areas);
  const lines = [
    "type: centre",
    ...whenLines(sample),
    `name: ${name === undefined ? "{ column: null } # which column names the place?" : columnValue(use(name))}`,
    ...(kind === undefined
      ? [
          "kinds:",
          "  - term:",
          `      constant: ${unknown("what kind of place each row is, as in centre-kind:LIBRARY")}`,
        ]
      : kindLines(kind, use)),
    ...addressLines(columns, shown, use),
    ...positionLines(sample, columns, city?.boundingBox ?? null, use),
    ...section("areas:", [
      ...linesOf(declared, (each) => [
        `  declared: { template: ${quoted(`${each.scheme}:{${use(each)}}`)}, type: integer } # all of its numbers are areas of the hub`,
      ]),
      ...linesOf(shown ?? undefined, (found) => [
        `  always: [${quoted(found.city.code)}] # ${found.reason}; take it out if the places lie elsewhere`,
      ]),
    ]),
    ...featureLines(columns, use),
    ...linesOf(hoursLine(hours, days, use), (line) => [
      "hours:",
      line,
      ...linesOf(closures, (other) => [`  closures: ${quoted(use(other))}`]),
      `  timezone: ${unknown("zone of the places, as in Europe/Rome")}`,
    ]),
    ...(["activities", "notes"] as const).flatMap((field) => {
      const found = named(columns, field === "notes" ? /^note|^info|descri/i : /attivit|activit/i, isText);
      return found === undefined || used.has(found.name) ? [] : [`${field}: ${columnValue(use(found))}`];
    }),
  ];
  return {
    lines: [
      keyLine,
      ...linesOf(kind, (each) => termLines(each, terms)),
      "records:",
      ...indented(item(lines)),
    ],
    used,
    // A kind needs the day on which the source said so.
    needsModified: true,
  };
}

const dayNames = { MO: "lun", TU: "mar", WE: "mer", TH: "gio", FR: "ven", SA: "sab", SU: "dom" } as const;

function hoursLine(
  hours: Column | undefined,
  days: Readonly<Record<string, Column>>,
  use: (column: Column) => string,
): string | undefined {
  if (hours !== undefined) return `  column: ${quoted(use(hours))}`;
  const pairs = Object.entries(days).map(([day, column]) => `${day}: ${quoted(use(column))}`);
  return pairs.length === 0 ? undefined : `  days: { ${pairs.join(", ")} }`;
}

/** The columns of the days of the week; none unless there are several. */
function dayColumns(columns: readonly Column[]): Readonly<Record<string, Column>> {
  const found = Object.entries(dayNames).flatMap(([day, start]) => {
    const pattern = new RegExp(`^(?:orari[oi]?[ _-]*)?${start}(?:[a-zì]*)$`, "i");
    const column = named(columns, pattern);
    return column === undefined ? [] : [[day, column] as const];
  });
  return found.length > 2 ? Object.fromEntries(found) : {};
}

const termCode = (word: string): string =>
  `centre-kind:${slugOf(word).replaceAll("-", "_").toUpperCase().slice(0, 60) || "OTHER"}`;
const wordsOf = ({ type }: Column): readonly string[] => (type.kind === "category" ? type.words : []);

function kindLines(kind: Column, use: (column: Column) => string): string[] {
  return [
    "kinds:",
    `  - term:`,
    `      column: ${quoted(use(kind))}`,
    "      map: # a term for each word that was seen; null leaves a word without a kind",
    ...wordsOf(kind).map((word) => `        ${quoted(word)}: ${quoted(termCode(word))}`),
  ];
}

function termLines(kind: Column, known: Owners): readonly string[] {
  const names = new Map(wordsOf(kind).map((word) => [termCode(word), word]));
  const missing = [...names].filter(([code]) => !known.has(code));
  return section(
    "terms: # kinds that the hub does not know yet, in the words of the file",
    missing.map(([code, word]) => `  - { code: ${quoted(code)}, name: { it: ${quoted(word)} } }`),
  );
}

function addressLines(
  columns: readonly Column[],
  town: CityOfFile | null,
  use: (column: Column) => string,
): string[] {
  const street = named(columns, /indirizzo|address|ubicazione|^via$/i, (column) => isText(column));
  if (street === undefined) return [];
  const locality = named(columns, /^(?:comune|citt[aà]|localit[aà]|city|locality)$/i, isText);
  const postal = named(columns, /^cap$|postal|zip/i);
  const townLine =
    town === null || town.city.name === town.city.code
      ? unknown("the town of the addresses")
      : `${quoted(town.city.name)} # ${town.reason}; correct it if the addresses are of another`;
  const number = columns.find(({ role }) => role === "street number");
  return [
    "address:",
    number === undefined
      ? `  streetAddress: ${columnValue(use(street))}`
      : `  streetAddress: { template: ${quoted(`{${use(street)}} {${use(number)}}`)} } # a row without a number has no address then`,
    ...(locality === undefined
      ? ["  locality:", `    constant: ${townLine}`]
      : [`  locality: ${columnValue(use(locality))}`]),
    ...linesOf(postal, (each) => [`  postalCode: ${columnValue(use(each))}`]),
    "  country:",
    `    constant: ${unknown("two letters, as in IT")}`,
  ];
}

function positionLines(
  sample: Sample,
  columns: readonly Column[],
  box: { readonly south: number; readonly north: number } | null,
  use: (column: Column) => string,
): string[] {
  if (sample.geometry === "point") return ["position: { geometry: true }"];
  const [longitude, latitude] = (["longitude", "latitude"] as const).map((role) => coordinate(columns, role));
  const pair = columns.find(({ type }) => type.kind === "pair");
  if (longitude !== undefined && latitude !== undefined) {
    if (pair !== undefined) use(pair);
    const marks = fileMarks(columns);
    const value = (column: Column): string =>
      columnValue(use(column), ...ownMarks({ type: degrees(column) }, marks));
    return [`position: { longitude: ${value(longitude)}, latitude: ${value(latitude)} }`];
  }
  if (pair === undefined) return [];
  const [first = Number.NaN] = pair.examples.map((text) => Number.parseFloat(text.replace(/^\(\s*/, "")));
  const isLongitude = box !== null && (first < box.south - 1 || first > box.north + 1);
  const order = isLongitude ? "longitudeLatitude" : "latitudeLongitude";
  return [`position: { ${order}: ${quoted(use(pair))} } # check which of the two comes first`];
}

/** Degrees have no thousands: 9.187 is a fraction. */
const degrees = ({ type }: Column): Column["type"] =>
  type.kind === "decimal" ? { kind: "decimal", decimalChar: type.decimalChar, groupChar: null } : type;

/** Files may have the same coordinate twice: a name with WGS 84 is preferred. */
const coordinate = (columns: readonly Column[], role: Column["role"]): Column | undefined => {
  const found = columns.filter((column) => column.role === role);
  return found.find(({ name }) => /4326|wgs/i.test(name)) ?? found[0];
};

function featureLines(columns: readonly Column[], use: (column: Column) => string): string[] {
  const yesNo = columns.filter(({ type }) => type.kind === "yesNo");
  const answer = (column: Column): string => {
    const { yes, no } = column.type as { readonly yes: readonly string[]; readonly no: readonly string[] };
    const words = (given: readonly string[], usual: readonly string[]): string =>
      `[${[...new Set([...given, ...(given.length === 0 ? usual : [])])].map(quoted).join(", ")}]`;
    return columnValue(use(column), `yesNo: { yes: ${words(yes, ["si"])}, no: ${words(no, ["no"])} }`);
  };
  const found = equipment.flatMap(([feature, pattern]) =>
    linesOf(named(yesNo, pattern), (column) => [`  ${feature}: ${answer(column)}`]),
  );
  return [
    ...section("equipment:", found),
    ...linesOf(named(yesNo, /disabil|accessib|carrozz|wheelchair/i), (access) => [
      "accessibility:",
      `  STEP_FREE_ACCESS: ${answer(access)} # take it out if yes does not mean access without steps`,
    ]),
  ];
}
