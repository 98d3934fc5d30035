import { checkPoint, type GeoPoint } from "../geo/point";
import { type Capacity, capacityKey, checkCapacity } from "../kit/capacity";
import { checkCode, checking, checkSources, checkText } from "../kit/check";
import { checkDateOrder, checkPartialDate, type PartialDate } from "../kit/dates";
import { checkIdentifiers, type ExternalIdentifier, foldIdentifier } from "../kit/external-identifier";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { byText } from "../kit/order";
import { checkOneZone } from "../schedule/one-zone";
import type { OpeningRules } from "../schedule/opening-answer";

/** Yes and no are facts; UNKNOWN says that no source tells, and is never read as no. */
const availabilities = ["YES", "NO", "LIMITED", "UNKNOWN"] as const;
export type Availability = (typeof availabilities)[number];

export const equipmentFeatures = ["AIR_CONDITIONING", "BAR", "GARDEN", "VENDING_MACHINE", "WIFI"] as const;
export type EquipmentFeature = (typeof equipmentFeatures)[number];

export const accessibilityFeatures = ["STEP_FREE_ACCESS"] as const;
export type AccessibilityFeature = (typeof accessibilityFeatures)[number];

export const centreStatuses = ["ACTIVE", "INACTIVE", "TEMPORARILY_CLOSED", "DEFUNCT", "PLANNED"] as const;
export type CentreStatus = (typeof centreStatuses)[number];

/** What kind of centre it was said to be, by whom and when. Kinds change: a CAM became a Casa di Quartiere. */
export interface CentreKindPeriod {
  /** Code of a term of the taxonomy `centre-kind`. */
  readonly kindCode: string;
  /** When the kind began to hold; `null` where no source says. */
  readonly validFrom: PartialDate | null;
  /** When it ceased to hold; `null` where no source says or it still holds. */
  readonly validTo: PartialDate | null;
  /** When the source said so: the order of the history where validity is unknown. */
  readonly assertedOn: PartialDate;
  readonly sourceCode: string;
}

export interface Equipment {
  readonly feature: EquipmentFeature;
  readonly availability: Availability;
}

export interface Accessibility {
  readonly feature: AccessibilityFeature;
  readonly availability: Availability;
  /** What the source says literally, where that is not clear enough for a yes or no. */
  readonly note: LocalizedText | null;
}

export interface Address {
  readonly streetAddress: string;
  readonly locality: string;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** A place of the neighbourhood where people meet and services are given. */
export interface Centre {
  /** `<dataset>:<number>` of the register that first named it, for example `ds3017:25`. */
  readonly code: string;
  readonly name: string;
  readonly alternateName: string | null;
  /** In the order of `assertedOn`; the last is the kind now. */
  readonly kindHistory: readonly CentreKindPeriod[];
  /** As the source states it; `null` where the source states none. */
  readonly status: CentreStatus | null;
  readonly address: Address | null;
  readonly position: GeoPoint | null;
  /** The areas of every level that hold the position, by the boundaries in force; the declared one where there is no position. */
  readonly areaCodes: readonly string[];
  /** The area in which the source says that it lies, to be checked against the position. */
  readonly declaredAreaCode: string | null;
  readonly equipment: readonly Equipment[];
  readonly accessibility: readonly Accessibility[];
  /** Opening hours, word for word. */
  readonly openingHoursText: string | null;
  /** Closures, word for word. */
  readonly closuresText: string | null;
  /** What the two texts, or rows of a source, say of when it is open; `null` where no source says anything. */
  readonly openingRules: OpeningRules | null;
  /** How many places, tables and the like it has. */
  readonly capacity: readonly Capacity[];
  /** What people must know now, for example works at the entrance. */
  readonly alert: LocalizedText | null;
  /** The organisation that runs it; `null` where no source says. */
  readonly managerCode: string | null;
  /** The organisation to which the building belongs; `null` where no source says. */
  readonly ownerCode: string | null;
  readonly activities: string | null;
  readonly notes: string | null;
  readonly externalIdentifiers: readonly ExternalIdentifier[];
  readonly strategyCodes: readonly string[];
  readonly sourceCodes: readonly string[];
}

export function createCentre(fields: Centre): Centre {
  const record = checking("Centre", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkText(record, "name", fields.name);
  if (fields.position) checkPoint(record, "position", fields.position);
  for (const [i, period] of fields.kindHistory.entries()) {
    checkPartialDate(record, `kindHistory[${i}].validFrom`, period.validFrom);
    checkPartialDate(record, `kindHistory[${i}].validTo`, period.validTo);
    checkPartialDate(record, `kindHistory[${i}].assertedOn`, period.assertedOn);
    checkDateOrder(record, `kindHistory[${i}].validTo`, period.validFrom, period.validTo);
  }
  const asserted = fields.kindHistory.map((k) => k.assertedOn);
  record.check(isSorted(asserted), "kindHistory", asserted, "must be in the order of assertedOn");
  const features = [...fields.equipment, ...fields.accessibility].map((e) => e.feature);
  record.check(new Set(features).size === features.length, "equipment", features, "each feature stands once");
  for (const [i, areaCode] of fields.areaCodes.entries()) checkCode(record, `areaCodes[${i}]`, areaCode);
  record.check(
    new Set(fields.areaCodes).size === fields.areaCodes.length,
    "areaCodes",
    fields.areaCodes,
    "each area stands once",
  );
  checkOneZone(record, fields.openingRules);
  checkCapacity(record, "capacity", fields.capacity);
  if (fields.alert) checkLocalizedText(record, "alert", fields.alert);
  for (const field of ["managerCode", "ownerCode"] as const)
    if (fields[field] !== null) checkCode(record, field, fields[field]);
  checkIdentifiers(record, "externalIdentifiers", fields.externalIdentifiers);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

/** Of a centre of which nobody has said anything. */
export const unknownEquipment: readonly Equipment[] = equipmentFeatures.map((feature) => ({
  feature,
  availability: "UNKNOWN",
}));
export const unknownAccessibility: readonly Accessibility[] = accessibilityFeatures.map((feature) => ({
  feature,
  availability: "UNKNOWN",
  note: null,
}));

/** The kind that the newest assertion gives; `null` where nobody ever said. */
export const currentKindCode = ({ kindHistory }: Pick<Centre, "kindHistory">): string | null =>
  kindHistory.at(-1)?.kindCode ?? null;

/** Whether there is access without steps; `UNKNOWN` where no source tells. */
export const stepFreeAccess = ({ accessibility }: Pick<Centre, "accessibility">): Availability =>
  accessibility.find(({ feature }) => feature === "STEP_FREE_ACCESS")?.availability ?? "UNKNOWN";

/** What a record that an earlier version of the hub stored has not. */
const notStored = { capacity: [], alert: null, managerCode: null, ownerCode: null } as const;

/**
 * What is known after a source spoke again: its new facts win, but what it is silent about stays,
 * and the history that other sources told is never lost. Merging the same record twice changes nothing.
 */
export function mergeCentre(stored: Centre, incoming: Centre): Centre {
  const known: Centre = { ...notStored, ...stored };
  const told = new Set(incoming.kindHistory.map((k) => k.sourceCode));
  const kindHistory = [...known.kindHistory.filter((k) => !told.has(k.sourceCode)), ...incoming.kindHistory];
  // The areas belong to the position: they come from whoever gives it.
  const placed = incoming.position === null && known.position !== null ? known : incoming;
  return createCentre({
    code: known.code,
    name: incoming.name,
    alternateName: incoming.alternateName ?? known.alternateName,
    kindHistory: kindHistory.sort((a, b) => byText(a.assertedOn, b.assertedOn)),
    status: incoming.status ?? known.status,
    address: incoming.address ?? known.address,
    position: incoming.position ?? known.position,
    areaCodes: placed.areaCodes.length > 0 ? placed.areaCodes : known.areaCodes,
    declaredAreaCode: incoming.declaredAreaCode ?? known.declaredAreaCode,
    equipment: mergeFeatures(known.equipment, incoming.equipment),
    accessibility: mergeFeatures(known.accessibility, incoming.accessibility),
    openingHoursText: incoming.openingHoursText ?? known.openingHoursText,
    closuresText: incoming.closuresText ?? known.closuresText,
    openingRules: incoming.openingRules ?? known.openingRules,
    capacity: unionBy(incoming.capacity, known.capacity, capacityKey),
    alert: incoming.alert ?? known.alert,
    managerCode: incoming.managerCode ?? known.managerCode,
    ownerCode: incoming.ownerCode ?? known.ownerCode,
    activities: incoming.activities ?? known.activities,
    notes: incoming.notes ?? known.notes,
    externalIdentifiers: unionBy(incoming.externalIdentifiers, known.externalIdentifiers, (x) =>
      JSON.stringify(foldIdentifier(x)),
    ),
    strategyCodes: unionBy(known.strategyCodes, incoming.strategyCodes, (code) => code),
    sourceCodes: unionBy(known.sourceCodes, incoming.sourceCodes, (code) => code),
  });
}

/** A bare UNKNOWN is silence: it replaces nothing that is known. */
function mergeFeatures<T extends Equipment | Accessibility>(
  known: readonly T[],
  incoming: readonly T[],
): T[] {
  const isSilent = (item: T) => item.availability === "UNKNOWN" && !("note" in item && item.note);
  const told = incoming.map((item) =>
    isSilent(item) ? (known.find(({ feature }) => feature === item.feature) ?? item) : item,
  );
  return unionBy(told, known, ({ feature }) => feature);
}

/** The first list, then what only the second has. */
function unionBy<T>(first: readonly T[], second: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set(first.map(key));
  return [...first, ...second.filter((item) => !seen.has(key(item)))];
}

const isSorted = (values: readonly string[]): boolean =>
  values.every((v, i) => i === 0 || values[i - 1]! <= v);
