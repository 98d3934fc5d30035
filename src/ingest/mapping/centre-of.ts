import type { LocalizedText } from "../../domain/kit/localized-text";
import {
  type Accessibility,
  type Availability,
  type Centre,
  centreRecord,
  createCentre,
  type Equipment,
} from "../../domain/places/centre";
import type { CentreKindPeriod } from "../../domain/places/kind-period";
import { finding } from "../kit/problem";
import { type CentreMapping, centreOthers } from "./centre.schema";
import { citationsOf } from "./citations-of";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { plainValues } from "./plain-values";
import { properName } from "./proper-name";
import { dateOf } from "./read-date";
import {
  columnOf,
  identifiersOf,
  localizedOf,
  type RowReader,
  readText,
  textOf,
  unreadable,
} from "./read-value";
import { hoursOf } from "./row-hours";
import type { RowKey } from "./row-key";
import { placeOfRow } from "./row-place";
import { foldWord } from "./value.schema";

/** The centre of a row; `null`, with a problem, without a name. */
export function centreOf(
  mapping: CentreMapping,
  { source }: Mapping,
  key: RowKey,
  row: MappedRow,
  reader: RowReader,
  context: RowContext,
): Centre | null {
  const name = properName(mapping.name, reader, finding("NOT_A_CODE", "centreWithoutName"));
  if (name === null) return null;
  const place = placeOfRow(mapping, row, reader, context);
  const { caution: _, ...hours } = hoursOf(mapping.hours, source, reader);
  return createCentre({
    code: `${source.code}:${key.text}`,
    name,
    kindHistory: kindsOf(mapping, source, reader),
    ...plainValues<Centre, (typeof centreOthers)[number]>(centreRecord, mapping, reader, centreOthers),
    address: addressOf(mapping.address, reader),
    ...place,
    equipment: equipmentOf(mapping, reader),
    accessibility: accessibilityOf(mapping, reader),
    ...hours,
    managerCode: mapping.managerCode,
    ownerCode: mapping.ownerCode,
    externalIdentifiers: [
      ...(key.isOfRegister ? [{ scheme: source.code, value: key.text }] : []),
      ...identifiersOf(mapping.externalIdentifiers, reader),
    ],
    citations: citationsOf(mapping.citations, reader),
    sourceCodes: [source.code],
  });
}

function kindsOf({ kinds }: CentreMapping, source: Mapping["source"], reader: RowReader): CentreKindPeriod[] {
  return kinds.flatMap(({ term, validFrom, validTo, assertedOn }) => {
    const kindCode = textOf(term, reader);
    if (kindCode === null) return [];
    return [
      {
        kindCode,
        validFrom: dateOf(validFrom, reader),
        validTo: dateOf(validTo, reader),
        assertedOn: assertedOn === undefined ? source.modified! : dateOf(assertedOn, reader),
        sourceCode: source.code,
      },
    ];
  });
}

/** `null` without a street: a town alone is not an address. */
function addressOf(mapping: CentreMapping["address"], reader: RowReader): Centre["address"] {
  if (mapping === undefined) return null;
  const [streetAddress, locality, country] = [mapping.streetAddress, mapping.locality, mapping.country].map(
    (spec) => textOf(spec, reader),
  );
  if (streetAddress == null || locality == null || country == null) return null;
  return { streetAddress, locality, postalCode: textOf(mapping.postalCode, reader), country };
}

/** A column that states neither yes nor no gives an unknown with a note; an empty cell gives nothing. */
function accessibilityOf({ accessibility }: CentreMapping, reader: RowReader): Accessibility[] {
  const features = Object.keys(accessibility) as (keyof typeof accessibility)[];
  return features.flatMap((feature): Accessibility[] => {
    const spec = accessibility[feature]!;
    if ("yesNo" in spec) return [{ feature, ...availabilityOf(spec, reader) }];
    const note = localizedOf(spec.unclear, reader);
    return note === null ? [] : [{ feature, availability: "UNKNOWN", note }];
  });
}

function equipmentOf({ equipment }: CentreMapping, reader: RowReader): Equipment[] {
  const features = Object.keys(equipment) as (keyof typeof equipment)[];
  return features.map((feature) => ({
    feature,
    availability: availabilityOf(equipment[feature]!, reader).availability,
  }));
}

interface YesNo {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Blank stays unknown; so does a word that is neither yes nor no, with a problem and the word as a note. */
function availabilityOf(
  { column, yesNo }: { readonly column: string | string[]; readonly yesNo: YesNo },
  reader: RowReader,
): { readonly availability: Availability; readonly note: LocalizedText | null } {
  const read = readText({ column }, reader);
  if (read.kind !== "value") return { availability: "UNKNOWN", note: null };
  const word = foldWord(read.value);
  if (yesNo.yes.some((yes) => foldWord(yes) === word)) return { availability: "YES", note: null };
  if (yesNo.no.some((no) => foldWord(no) === word)) return { availability: "NO", note: null };
  const name = columnOf({ column }, reader.cells);
  unreadable(reader, finding("NOT_YES_OR_NO", "otherWord", yesNo), name, read.value);
  const quoted = JSON.stringify(`${name}: ${read.value}`);
  return {
    availability: "UNKNOWN",
    note: { it: `La fonte scrive ${quoted}.`, en: `The source says ${quoted}.` },
  };
}
