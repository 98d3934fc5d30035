import type { BothLanguages } from "../both-languages";
import { english } from "../values";

const quoted = (text: string | null): string => JSON.stringify(text);
const list = (texts: readonly string[]): string => texts.join(", ");
const separator = (char: string): string => (char === "\t" ? "a tab" : quoted(char));
const sections = (count: number, residents: number): string =>
  `${count} sections with ${english(residents)} residents`;
const thousands = (mark: string | null): string =>
  mark === null ? "no character between thousands" : `"${mark}" between thousands`;

/** The smallest and the largest value allowed, where there are any: " from 1 to 88". */
interface Bounds {
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}
const within = ({ minimum, maximum }: Bounds): string => {
  if (minimum === undefined) return maximum === undefined ? "" : ` up to ${maximum}`;
  return maximum === undefined ? ` from ${minimum}` : ` from ${minimum} to ${maximum}`;
};

const days: Readonly<Record<string, string>> = {
  MO: "Mondays",
  TU: "Tuesdays",
  WE: "Wednesdays",
  TH: "Thursdays",
  FR: "Fridays",
  SA: "Saturdays",
  SU: "Sundays",
};

const leftOut = "It is left out.";
const inFile = "Correct the feature at the source.";
const onePlace: Readonly<Record<string, string>> = {
  OTHER_POSTAL_CODE: "but another postal code",
  SAME_ADDRESS: "the same address",
  SAME_AREA: "the same area",
  SAME_NAME: "the same name",
  SAME_STREET: "the same street, with a number next to the other or within its range",
  SIMILAR_ADDRESS: "the same number of a street that one of them names more briefly",
};

/** `systems` are coordinate systems, each with the point that it gives. */
interface Metres {
  readonly position: string;
  readonly systems: readonly string[];
}
const metres = ({ position, systems }: Metres): string =>
  `The coordinates [${position}] are no degrees; they may be metres of ${systems.join(" or ")}. Declare the right one as file.crs of the mapping file.`;

/** What is wrong in one place of a file, by the quality rule that it breaks. Values are quoted as they are in the file. */
export const problems = {
  AREA_MISMATCH: {
    statementsDiffer: ({
      lies,
      says,
    }: {
      readonly lies: { readonly point: string; readonly areaCodes: readonly string[] } | null;
      readonly says: readonly { readonly column: string | null; readonly areaCode: string }[];
    }) => {
      const place = lies === null ? [] : [`The point ${lies.point} lies in ${list(lies.areaCodes)}`];
      const columns = says.map(({ column, areaCode }) => `${quoted(column)} says ${areaCode}`);
      return `${list([...place, ...columns])}. Correct the wrong value.`;
    },
  },
  AREA_NAME_DOUBTFUL: {
    inTotalOnly: (values: {
      readonly why: BothLanguages;
      readonly sections: number;
      readonly residents: number;
      readonly line: number;
    }) =>
      `${values.why.en} ${sections(values.sections, values.residents)}, the first on line ${values.line}: they count in the total of the city only.`,
  },
  CELL_COUNT: {
    /** `endLine` is the last line of the row, where it is not the first. */
    notAsHeader: (values: {
      readonly cells: number;
      readonly headerCells: number;
      readonly endLine: number | null;
    }) => {
      const span =
        values.endLine === null
          ? ""
          : ` It continues to line ${values.endLine}: a quotation mark may be missing.`;
      return `The row has ${values.cells} cells, the header ${values.headerCells}.${span} Add or remove separators, or put a text that contains one in quotation marks.`;
    },
  },
  COLUMNS_REPEATED: {
    sameInEveryArea: ({ period, column }: { readonly period: string; readonly column: string }) =>
      `In ${period} this column is the same as ${quoted(column)} in every area: one of them is probably a copy. Ask the publisher.`,
  },
  COORDINATES_DISAGREE: {
    otherPoint: (values: { readonly column: string; readonly used: string; readonly isSwapped: boolean }) => {
      const swapped = values.isSwapped ? " It is the same with latitude and longitude swapped." : "";
      return `${quoted(values.column)} gives another point than the coordinates in use, ${values.used}.${swapped} Correct one of them.`;
    },
  },
  CUT_FILE: {
    noFinalLineBreak: "The file ends without a line break. Check that its last row is complete.",
    withinRow: "The file ends within this row: it is truncated. Download it again.",
  },
  DUPLICATE: {
    earlierRow: ({ line }: { readonly line: number }) =>
      `Row ${line} already gives the same data. The first row counts: remove one of them.`,
    rowsDiffer: ({
      lines,
      fields,
    }: {
      readonly lines: readonly number[];
      readonly fields: readonly string[];
    }) =>
      `Rows ${lines.join(" and ")} differ about the same organisation (${fields.join(", ")}). The first row counts: correct one of them.`,
    earlierRest: ({ word, period }: { readonly word: string; readonly period: string }) =>
      `An earlier line already gives ${quoted(word)} of ${period}. Remove one of them.`,
    idWithOtherFacts: ({ table, id }: { readonly table: string; readonly id: string }) =>
      `The file gives the ${table} ${id} before, with other facts. The first one counts: keep one of them.`,
    linesBothCount: ({ lines }: { readonly lines: readonly number[] }) =>
      `The section is on the lines ${lines.join(" and ")}. Each of them counts as it is: make them one row.`,
    severalRows: ({
      lines,
      dimensions,
    }: {
      readonly lines: readonly number[];
      readonly dimensions: readonly string[];
    }) =>
      `The rows ${lines.join(" and ")} give the same indicator, area and period. None of them is imported: the series is not narrow enough. Name more dimensions in where${dimensions.length === 0 ? "" : `, such as ${list(dimensions)}`}.`,
  },
  EMPTY_CELL: {
    restBlank: ({ word, period, people }: Readonly<Record<"people" | "period" | "word", string>>) =>
      `The row ${quoted(word)} of ${period} does not say how many they are (${people}): the total has the areas only.`,
    addressIncomplete: `An address needs a street, a city and a country. ${leftOut}`,
    costWithoutWords: `A cost needs a description. ${leftOut}`,
    empty: "The cell is empty: the value is kept as missing, not as 0.",
    keptUnknown: "The cell must not be empty here. It is kept as unknown: correct it at the source.",
    keyOfOtherCells: "The row has no key of its own here. Its code is derived from other cells.",
    noCoordinates: "The row has no coordinates. It is kept without a position.",
    noData: "The cell says that there is no data: the value is kept as missing, not as 0.",
    placeWithoutAddress: `A place of the offer has no address. ${leftOut}`,
    partNotGiven: "The API could not give this part. It is kept as unknown: download it again.",
    requiredCell: "Every row needs this cell. Correct it at the source.",
  },
  HOURS_NOT_UNDERSTOOD: {
    keptAsText:
      "The text is kept as it is, and answers that depend on it are unknown. Correct it at the source.",
    utcTimes:
      "The times are in UTC, which is another local time in summer. Their text is kept, and answers that depend on it are unknown: write local times, or a first and last day.",
    notWeekly:
      "The rule is not a plain weekly one with days, times and a named time zone. Its text is kept, and answers that depend on it are unknown.",
  },
  HOURS_WHILE_CLOSED: {
    neverKept: (values: {
      readonly days: readonly string[];
      readonly from: string | null;
      readonly to: string | null;
      readonly closure: string;
    }) =>
      `From ${values.from} to ${values.to} these hours never apply on ${list(values.days.map((day) => days[day] ?? day))}: "${values.closure}" closes each of these days. The closure counts. Correct one of the two.`,
  },
  INVALID_RECORD: {
    freeWithPrice: "The offer is free of charge and has a price. Whether it is free is kept as unknown.",
    notStored: ({ reason }: { readonly reason: string }) =>
      `The store refuses the record: ${reason}. The other rows are imported. Make the record smaller, or correct its values.`,
    sensitiveCell:
      "This cell is no number as the mapping file declares it. The indicator is sensitive, so the text does not quote the cell: see the source's file.",
    suppressed:
      "A check of this row fails. It concerns numbers that this hub suppresses, so the text quotes none: compare the row in the source's file.",
    unexpected: ({ reason }: { readonly reason: string }) =>
      `The row could not be imported: ${reason}. The others are. If the row is sound, report this as a fault of the hub.`,
  },
  KINDS_DISAGREE: {
    otherSource: (values: {
      readonly kind: string;
      readonly others: readonly string[];
      readonly sources: readonly string[];
    }) =>
      `This row says ${values.kind}; ${list(values.sources)} says ${list(values.others)} for the same time. Both are kept, and the kind at that time is unknown.`,
  },
  NOT_A_CODE: {
    areaIncomplete: "An area needs a code and a name.",
    censusSection: ({ prefix }: { readonly prefix: string }) =>
      `The code of a section is ${prefix} and seven digits. The numbers of this one are in the total of the city.`,
    centreWithoutName: "A centre needs a name.",
    serviceWithoutName: "A service needs a name.",
    idOfTable: ({ table }: { readonly table: string }) =>
      `A ${table} needs an id of letters, digits and hyphens. ${leftOut}`,
    keyNotACode:
      "The key must consist of letters, digits and . _ : + - so that it can be a code. Take another column, or slug: true in the mapping file.",
    languageWithoutCode: `A language needs its code (BCP 47, such as it). ${leftOut}`,
    noIndicator: "The row names no indicator.",
    noKey: "The row has no key: a later import could not recognise it.",
    notInFile: ({ table }: { readonly table: string }) =>
      `The file has no record with this key. The ${table} is left out.`,
    membershipIncomplete: "A membership needs a partnership, an organisation and a role.",
    organizationIncomplete: "An organisation needs a name.",
    referenceNotInFile: "The file has no record with this key. The reference is left out.",
    stepIncomplete: "A step of a strategy needs a strategy, a kind and a name.",
    statusUnknown:
      "The status must be active, inactive, defunct or temporarily closed. It is kept as unknown.",
    unknownClass: "The source has no such class: check the name.",
  },
  NOT_A_COORDINATE: {
    metres: (values: Metres) => `${metres(values)} The place is kept without a position.`,
    notDegrees:
      "The coordinates are not a longitude and latitude in decimal degrees (WGS 84). The place is kept without a position.",
  },
  NOT_A_COUNT: {
    age: "An age is a whole number of years. The limit is left out: it is not known.",
    amount: `An amount has at most two decimals and a currency of three letters. ${leftOut}`,
    count: ({ groupChar }: { readonly groupChar: string | null }) =>
      `The cell must contain a whole number from 0 with ${thousands(groupChar)}, as the mapping file says. Correct it or leave it empty.`,
    inNoSum: "A count is a whole number from 0, or - where it is missing. It is in no sum.",
    plainCount: "The cell must contain a whole number from 0. Correct it or leave it empty.",
    wholeNumber: (bounds: Bounds) =>
      `The cell must contain a whole number${within(bounds)}. Correct it at the source.`,
  },
  NOT_A_DATE: {
    noPeriod: "The row names no period.",
    notInFormat: ({ formats }: { readonly formats: readonly string[] }) =>
      `The cell must contain a date that exists, written ${formats.join(" or ")}.`,
    otherPeriod:
      "The hub reads years, months and days, and of values half years and quarters such as 2024-S2 and 2024-Q3. Another notation needs its format; a span of years is not imported.",
    periodOfSdmx:
      "The period must be a year, a half year, a quarter, a month or a day of the calendar; weeks and the like are not imported.",
    year: "The year must have four digits.",
    yearSpan:
      "The column has school or financial years: this is a span of two years and not a month. It is not imported: the row needs another period.",
  },
  NOT_A_GEOMETRY: {
    coordinates: ({ type }: { readonly type: string }) =>
      `The coordinates of the ${type} do not have the form of GeoJSON. ${inFile}`,
    farFromCity: (values: {
      readonly city: string;
      readonly kilometres: number;
      readonly point: string;
      readonly isSwapped: boolean;
    }) => {
      const swapped = values.isSwapped ? " Latitude and longitude are swapped." : "";
      return `The shape lies around ${values.point}, ${values.kilometres} km from its city ${values.city}.${swapped} ${inFile}`;
    },
    metres: (values: Metres) => metres(values),
    noFeature: `This is not a GeoJSON Feature. ${inFile}`,
    noGeometry: `The feature has no geometry. ${inFile}`,
    notDegrees: `The point is not a longitude and latitude in degrees. ${inFile}`,
    otherType: ({
      drawn,
      expected,
    }: {
      readonly drawn: string | null;
      readonly expected: readonly string[];
    }) => `The geometry is ${drawn ?? "of no type"}; a ${expected.join(" or ")} is expected. ${inFile}`,
    severalPoints: ({ count }: { readonly count: number }) =>
      `The MultiPoint has ${count} points, and it is unknown which of them is meant. ${inFile}`,
    shape: ({ shape }: { readonly shape: BothLanguages }) => `${shape.en} ${inFile}`,
  },
  NOT_A_NUMBER: {
    bothMarks:
      "The text is one number with a point and another with a comma before decimals, and no cell of its column shows which is meant. Give decimalChar and groupChar to this column in the mapping file.",
    columnDisagrees: ({ line, word }: { readonly line: number; readonly word: string }) =>
      `The text may be a thousand or a fraction: its column does not keep to one notation, as row ${line} says ${quoted(word)}. Correct that cell, or give decimalChar and groupChar to this column in the mapping file.`,
    inexact:
      "The number cannot be kept exactly: it is beyond 2^53, or nearer to 0 than 1e-130. If it is a code, import it as text.",
    notAlone:
      "The cell contains more than a number, such as a unit, a percent sign or the mark of a footnote. Select the number with extract in the mapping file, or correct the cell.",
    notInFormat: ({
      marks,
      groupChar,
      ...bounds
    }: Bounds & { readonly marks: readonly string[]; readonly groupChar: string | null }) =>
      `The cell must contain a number${within(bounds)} with ${marks.map((mark) => `"${mark}"`).join(" or ")} before decimals and ${thousands(groupChar)}, as the mapping file says. Correct it or leave it empty.`,
    surface: "The surface must be a number of square kilometres. It is only compared with the boundary.",
    unitMultiplier:
      "UNIT_MULT must be a whole number from -20 to 20, the power of ten of the value. The value is kept as missing, because its size is unknown.",
  },
  NOT_A_PHONE: {
    oneNumber: `The cell must contain one phone number, followed by any remarks in brackets. ${leftOut}`,
    plainNumber: `It must be one number: digits, optionally after a +, with single spaces between. ${leftOut}`,
  },
  NOT_A_RECORD: {
    lacks: ({ fields }: { readonly fields: readonly string[] }) =>
      `The record lacks ${list(fields)}. Correct it at the source.`,
    notJson: "The line is not JSON. Correct it at the source: one object on each line.",
    notObject: "This is not a JSON object. Correct it at the source.",
    headerRow:
      "The row is a line of column names, not data. Delete it from the file; directly below the header, count it in headerRowCount.",
    noteRow:
      "The row is a note about the table, not data. Leave such rows out: commentPrefix under file in the mapping file.",
    totalsRow:
      "The row seems to be the sum of the others, and is no thing of its own. Leave it out: when, isNot in the mapping file.",
    /** `fault` is in English: the library that checks the form says it. */
    otherForm: ({ field, fault }: { readonly field: string; readonly fault: string }) =>
      `${field}: ${fault}. The record is left out.`,
  },
  NOT_A_SHARE: {
    share: "A share is a number above 0 and at most 1, with a decimal point.",
  },
  NOT_AN_AREA: {
    restAbsent: ({ word, period }: { readonly word: string; readonly period: string }) =>
      `The file has no row ${quoted(word)} of ${period}: the total has the areas only.`,
    restOfTotal: ({ areas }: { readonly areas: BothLanguages }) =>
      `People attributed to no ${areas.en}: they are in the total, on no map and in no ranking.`,
    withoutName: (values: { readonly sections: number; readonly residents: number; readonly line: number }) =>
      `${sections(values.sections, values.residents)} have no area, the first on line ${values.line}: they are in the total of the city, on no map.`,
  },
  NOT_AN_INDEX: {
    notANumber: "It must be a number with a decimal point, or nothing. It is kept as missing.",
  },
  NOT_HELD: {
    capacityOfSeveral:
      "The service is at several places or at none, so it is unknown where this capacity is. It is not imported: give each place a service of its own.",
    capacityUnclear:
      "A capacity needs a unit with a name, used once, and whole numbers, with no more available than the maximum. It is not imported: correct it at the source.",
    contactIncomplete: `A contact needs an office or function, and an e-mail address or a phone. ${leftOut}`,
    erasedPerson: ({ fields }: { readonly fields: string }) =>
      `A person who was erased from the hub is named here (${fields}). The name is not imported: remove it at the source.`,
    hoursElsewhere:
      "These hours are those of a service online, by phone or at home. They are not hours of the place, and are not imported.",
    notAPlace:
      "This location cannot be visited, so it does not become a centre. A virtual one makes its services online.",
    personWithoutAddress:
      "The name of a person is imported only with the address of the office. It is not imported: add the e-mail address.",
    personWithoutBasis:
      "The name of a person is imported only with a legal basis. It is not imported, the office is: state legalBasis in the mapping file, or leave contactPerson out.",
    notATable: "This file of the folder is no CSV: it is not read. Save a table as UTF-8 CSV.",
    otherSheets: ({ names }: { readonly names: readonly string[] }) =>
      `Only the first sheet is read. Not imported: ${list(names)}. Save each in a file of its own.`,
    notByVoice: "This number does not take voice calls: it is not imported.",
    rows: ({ count }: { readonly count: number }) =>
      `${count} ${count === 1 ? "row" : "rows"} of the file. The hub does not store this: it is not imported.`,
    deletion:
      "The row announces that a value was deleted or never existed. It is not imported: give the hub the whole dataflow.",
    notForPublication:
      "The source does not allow the publication of this value. It is kept as confidential, without its number.",
  },
  NOT_UTF8: {
    damaged: "The row has bytes that are not UTF-8, shown as �: they are damaged. Download the file again.",
  },
  NOT_YES_OR_NO: {
    otherWord: ({ yes, no }: { readonly yes: readonly string[]; readonly no: readonly string[] }) =>
      `The mapping file knows ${list(yes)} for yes, ${list(no)} for no. Any other word is kept as unknown.`,
  },
  OTHER_COLUMN_NAME: {
    readAs: ({ name, found }: { readonly name: string; readonly found: string }) =>
      `The column ${quoted(name)} is called ${found} here. It was read as the same column.`,
  },
  OTHER_ENCODING: {
    nowUtf8: "The file was in Windows-1252 and is now in UTF-8: it was read as UTF-8.",
    notUtf8: ({ byte }: { readonly byte: number }) =>
      `The file is not UTF-8 at byte ${byte}: it was read as Windows-1252. Check its accented letters, or save it as UTF-8.`,
  },
  HIDDEN_CHARACTERS: {
    removed: ({ found }: { readonly found: string }) =>
      `The cell has characters that nobody sees (${found}): they were removed.`,
  },
  OTHER_SEPARATOR: {
    readWith: ({ found, declared }: { readonly found: string; readonly declared: string }) =>
      `The columns are separated by ${separator(found)}, where ${separator(declared)} was expected. The file was read with it.`,
  },
  POINT_OUTSIDE_CITY: {
    dropped: ({ point, isSwapped }: { readonly point: string; readonly isSwapped: boolean }) => {
      const remedy = isSwapped
        ? "Latitude and longitude are swapped: exchange the two columns."
        : "Correct the coordinates at the source.";
      return `The point ${point} lies outside every known boundary. ${remedy} The centre is kept without a position.`;
    },
    unplaced: ({ point }: { readonly point: string }) =>
      `The point ${point} lies outside every known boundary. It is kept, and the place belongs to no area and no city. If it is wrong, correct it at the source.`,
    kept: "The point lies outside every known boundary. It is kept, and the place is in no area.",
  },
  POINT_PROPOSED: {
    ofSamePlace: (values: { readonly centre: string; readonly giver: string; readonly point: string }) =>
      `${values.centre} has no point. ${values.giver} is at the same place and has one: ${values.point}. It is proposed: the location shows it, and nothing is filled in here.`,
  },
  POINTS_DISAGREE: {
    farApart: (values: {
      readonly centre: string;
      readonly giver: string;
      readonly point: string;
      readonly distance: number;
      readonly isInDeclaredArea: boolean;
    }) => {
      const proposed = values.isInDeclaredArea
        ? "That point is proposed, because it lies in the area that the records declare."
        : "It is unknown which of the two is right.";
      return `The point of ${values.centre} is ${values.distance} m from that of ${values.giver}, at the same place: ${values.point}. ${proposed} Nothing is repaired: correct the point or the address.`;
    },
  },
  POSSIBLE_SAME_CENTRE: {
    pair: (values: {
      readonly centre: string;
      readonly other: string;
      readonly confidence: "HIGH" | "MEDIUM";
      readonly metres: number | null;
      readonly likenessPercent: number;
    }) => {
      const how = values.confidence === "HIGH" ? "are almost certainly" : "may be";
      const far = values.metres === null ? "one of them has no point" : `${values.metres} m apart`;
      return `${values.centre} and ${values.other} ${how} two records of one centre: ${far}, names ${values.likenessPercent} % alike. They count as two until a steward decides.`;
    },
  },
  POSSIBLE_SAME_PLACE: {
    pair: (values: {
      readonly centre: string;
      readonly other: string;
      readonly reasons: readonly string[];
      readonly metres: number | null;
    }) => {
      const why = values.reasons.flatMap((reason) => onePlace[reason] ?? []);
      const far = values.metres === null ? "one of them has no point" : `${values.metres} m apart`;
      return `${values.centre} may be at the same place as ${values.other}: ${list([...why, far])}. They are kept apart. If they are one place, write the same address; if not, nothing needs to be done.`;
    },
  },
  PROBLEMS_NOT_LISTED: {
    more: ({ count, kinds }: { readonly count: number; readonly kinds: readonly string[] }) =>
      `${count} more problems are counted but not listed: ${list(kinds)}. Correct the listed ones, or the structure of the file, and import it again.`,
  },
  QUOTE_NOT_CLOSED: {
    neverClosed:
      'A quotation mark opens on this line and never closes. Close it, or double it ("") if it is text.',
  },
  ROW_TOO_LONG: {
    tooLong: "The line is longer than 1 MB. Check whether line breaks are missing.",
  },
  SURFACE_DIFFERS: {
    otherThanDrawn: (values: {
      readonly areaCode: string;
      readonly drawnKm2: number;
      readonly fitsAreas: readonly string[];
    }) => {
      const whose =
        values.fitsAreas.length === 0 ? "" : ` The stated one is that of ${list(values.fitsAreas)}.`;
      return `The surface of ${values.areaCode} is ${values.drawnKm2} square kilometres by its boundary.${whose} Densities computed with the stated one are wrong.`;
    },
  },
  TOTAL_DIFFERS: {
    restOfNobody: (
      of: Readonly<Record<"indicator" | "people" | "period" | "word", string>> & { readonly count: number },
    ) =>
      `The row ${quoted(of.word)} of ${of.period} has ${of.count} ${of.indicator}, but ${of.people} is 0. The total keeps both as published.`,
    partAboveWhole: (values: { readonly part: number; readonly whole: number; readonly column: string }) =>
      `${values.part} is more than the whole in ${quoted(values.column)}, ${values.whole}. Kept as published.`,
    partsAreNotTotal: (values: {
      readonly parts: readonly { readonly value: number | null; readonly column: string }[];
      readonly sum: number;
      readonly total: number;
    }) =>
      `${values.parts.map(({ value, column }) => `${value} ${quoted(column)}`).join(" and ")} are ${values.sum}, not ${values.total}. Kept as published.`,
    unionIncomplete: (values: {
      readonly present: number;
      readonly needed: number | undefined;
      readonly name: string;
    }) =>
      `The file has ${values.present} sound areas of ${values.needed}: ${values.name} itself is not computed from them.`,
  },
  UNKNOWN_AREA: {
    noDeclaredArea: ({ code }: { readonly code: string }) =>
      `There is no area ${code}. The centre is kept without a declared one.`,
    noSuchArea: ({ code }: { readonly code: string }) =>
      `There is no area ${code}. Correct the row, or the template of the mapping file.`,
    notImported: ({ code }: { readonly code: string }) =>
      `There is no area ${code}. Correct sdmx.areas of the mapping file, or import the area first.`,
    notNamed: "The row names no area.",
    numberOutside: ({ type, ...bounds }: Bounds & { readonly type: string }) =>
      `The number of a ${type} is${within(bounds)}. ${leftOut}`,
  },
  UNKNOWN_CENTRE: {
    noSuchCentre: ({ code }: { readonly code: string }) =>
      `There is no centre ${code}. Import its source first, or correct the row. The statement about its kind is not imported.`,
    notNamed: "The row names no centre.",
  },
  UNKNOWN_WORD: {
    notInMap: ({ words }: { readonly words: readonly string[] }) =>
      `The mapping file does not say what this word means; it knows: ${list(words)}. Add the word to the map, or correct the cell.`,
  },
};
