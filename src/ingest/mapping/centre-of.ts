import type { LocalizedText } from "../../domain/kit/localized-text";
import {
  type Accessibility,
  type Availability,
  type Centre,
  type CentreKindPeriod,
  createCentre,
} from "../../domain/places/centre";
import { problem } from "../kit/cells";
import { type Placed, placePoint, shownPoint } from "../kit/position";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { columnOf, dateOf, type RowReader, readText, textOf, unreadable } from "./read-value";
import type { CentreMapping } from "./record.schema";
import { hoursOf } from "./row-hours";
import { rowPosition } from "./row-position";
import { foldWord } from "./value.schema";

/** The centre of a row; `null`, with a problem, where it has no name. */
export function centreOf(
  mapping: CentreMapping,
  { source }: Mapping,
  key: string,
  row: MappedRow,
  reader: RowReader,
  context: RowContext,
): Centre | null {
  const name = readText(mapping.name, reader);
  if (name.kind === "blank")
    unreadable(reader, "NOT_A_CODE", columnOf(mapping.name, row.cells), "", "A centre needs a name.");
  if (name.kind !== "value") return null;
  const declared = declaredArea(mapping, reader, context);
  const placed = place(mapping, declared, row, reader, context);
  const hours = hoursOf(mapping.hours, source, reader);
  return createCentre({
    code: `${source.code}:${key}`,
    name: name.value,
    alternateName: textOf(mapping.alternateName, reader),
    kindHistory: kindsOf(mapping, source, reader),
    status: textOf(mapping.status, reader) as Centre["status"],
    address: addressOf(mapping.address, reader),
    position: placed.position,
    areaCodes: areasOf(mapping, placed, declared, context),
    declaredAreaCode: declared,
    equipment: featuresOf(mapping.equipment, reader).map(({ feature, availability }) => ({
      feature,
      availability,
    })),
    accessibility: featuresOf(mapping.accessibility, reader),
    openingHoursText: hours.hoursText,
    closuresText: hours.closuresText,
    openingRules: hours.openingRules,
    capacity: [],
    alert: null,
    managerCode: mapping.managerCode,
    ownerCode: mapping.ownerCode,
    activities: textOf(mapping.activities, reader),
    notes: textOf(mapping.notes, reader),
    externalIdentifiers: [
      { scheme: source.code, value: key },
      ...mapping.externalIdentifiers.flatMap(({ scheme, value }) => {
        const text = textOf(value, reader);
        return text === null ? [] : [{ scheme, value: text }];
      }),
    ],
    strategyCodes: [],
    sourceCodes: [source.code],
  });
}

function declaredArea({ areas }: CentreMapping, reader: RowReader, context: RowContext): string | null {
  const code = textOf(areas.declared, reader);
  if (code === null || context.areaExists(code)) return code;
  const column = columnOf(areas.declared!, reader.cells);
  const message = `There is no area ${code}. The centre is kept without a declared one.`;
  unreadable(reader, "UNKNOWN_AREA", column, code, message);
  return null;
}

const nowhere: Placed = { position: null, areaCodes: [], problems: [] };

function place(
  mapping: CentreMapping,
  declared: string | null,
  row: MappedRow,
  reader: RowReader,
  context: RowContext,
): Placed {
  if (mapping.position === undefined) return nowhere;
  const { point, column } = rowPosition(mapping.position, row, reader);
  if (point === null) return nowhere;
  if (!mapping.areas.byPoint) return { position: point, areaCodes: [], problems: [] };
  const placed = placePoint(point, column, context);
  reader.problems.push(...placed.problems);
  if (declared !== null && placed.areaCodes.length > 0 && !placed.areaCodes.includes(declared)) {
    const where = columnOf(mapping.areas.declared!, reader.cells);
    const message = `The point ${shownPoint(point)} lies in ${placed.areaCodes.join(", ")}, the row says ${declared}. Correct one of them.`;
    reader.problems.push(problem("WARNING", "AREA_MISMATCH", where, declared, message));
  }
  return placed;
}

/** Those that always hold it, then what the point says; the declared one only where no point tells. */
function areasOf(
  { areas }: CentreMapping,
  { areaCodes }: Placed,
  declared: string | null,
  { areaExists }: RowContext,
): string[] {
  const told = areaCodes.length > 0 || declared === null ? areaCodes : [declared];
  return [...new Set([...areas.always.filter(areaExists), ...told])];
}

function kindsOf({ kinds }: CentreMapping, source: Mapping["source"], reader: RowReader): CentreKindPeriod[] {
  return kinds.flatMap(({ term, validFrom, validTo }) => {
    const kindCode = textOf(term, reader);
    if (kindCode === null) return [];
    return [
      {
        kindCode,
        validFrom: dateOf(validFrom, reader),
        validTo: dateOf(validTo, reader),
        assertedOn: source.modified!,
        sourceCode: source.code,
      },
    ];
  });
}

/** Nothing where no street is given: a town alone is no address. */
function addressOf(mapping: CentreMapping["address"], reader: RowReader): Centre["address"] {
  if (mapping === undefined) return null;
  const [streetAddress, locality, country] = [mapping.streetAddress, mapping.locality, mapping.country].map(
    (spec) => textOf(spec, reader),
  );
  if (streetAddress == null || locality == null || country == null) return null;
  return { streetAddress, locality, postalCode: textOf(mapping.postalCode, reader), country };
}

type Features<F extends string> = Partial<
  Record<F, { readonly column: string | string[]; readonly yesNo: YesNo }>
>;
interface YesNo {
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

function featuresOf<F extends string>(features: Features<F>, reader: RowReader) {
  return (Object.keys(features) as F[]).map((feature) => {
    const { availability, note } = availabilityOf(features[feature]!, reader);
    return { feature, availability, note } as { feature: F } & Omit<Accessibility, "feature">;
  });
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
  const words = `${yesNo.yes.join(", ")} for yes, ${yesNo.no.join(", ")} for no`;
  const message = `The mapping file knows ${words}. Another word is kept as unknown.`;
  const name = columnOf({ column }, reader.cells);
  unreadable(reader, "NOT_YES_OR_NO", name, read.value, message);
  const quoted = JSON.stringify(`${name}: ${read.value}`);
  return {
    availability: "UNKNOWN",
    note: { it: `La fonte scrive ${quoted}.`, en: `The source says ${quoted}.` },
  };
}
