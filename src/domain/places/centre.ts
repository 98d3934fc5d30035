import * as z from "zod";
import { point } from "../geo/point";
import { capacity } from "../kit/capacity";
import { identifiers } from "../kit/external-identifier";
import {
  areasAround,
  choice,
  code,
  codes,
  distinct,
  group,
  list,
  meanings,
  optional,
  sources,
  text,
} from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf, unionBy } from "../kit/record";
import { standing } from "../kit/status";
import { openingRules } from "../schedule/opening-answer";
import { inOrderOfDates, isInOrderOfDates, kindPeriod } from "./kind-period";

/** UNKNOWN means that no source says; it is never read as NO. */
const availabilities = ["YES", "NO", "LIMITED", "UNKNOWN"] as const;
export type Availability = (typeof availabilities)[number];

export const equipmentFeatures = ["AIR_CONDITIONING", "BAR", "GARDEN", "VENDING_MACHINE", "WIFI"] as const;
export type EquipmentFeature = (typeof equipmentFeatures)[number];

export const accessibilityFeatures = ["STEP_FREE_ACCESS"] as const;
export type AccessibilityFeature = (typeof accessibilityFeatures)[number];

const equipment = group({ feature: choice(equipmentFeatures), availability: choice(availabilities) });
export type Equipment = z.output<typeof equipment>;

const accessibility = group({
  feature: choice(accessibilityFeatures),
  availability: choice(availabilities),
  /** The words of the source when they are not a clear yes or no. */
  note: optional(localizedText()),
});
export type Accessibility = z.output<typeof accessibility>;

export const address = () =>
  group({
    streetAddress: z.string(),
    locality: z.string(),
    postalCode: optional(z.string()),
    /** ISO 3166-1 alpha-2. */
    country: z.string(),
  });
export type Address = z.output<ReturnType<typeof address>>;

/** For a centre without any statement. */
export const unknownEquipment: readonly Equipment[] = equipmentFeatures.map((feature) => ({
  feature,
  availability: "UNKNOWN",
}));
export const unknownAccessibility: readonly Accessibility[] = accessibilityFeatures.map((feature) => ({
  feature,
  availability: "UNKNOWN",
  note: null,
}));

const featureOf = ({ feature }: Equipment | Accessibility): string => feature;

const features = <Item extends z.ZodType<Equipment | Accessibility>>(
  item: Item,
  blank: readonly z.output<Item>[],
) => distinct(item, featureOf).register(meanings, { blank, merged: mergedFeatures, key: featureOf });

export const centreRecord = defineRecord(
  "Centre",
  {
    /** `<dataset>:<number>` of the register that first named it, for example `ds3017:25`. */
    code: ownCode(),
    name: text(),
    alternateName: optional(z.string()),
    /** In the order of `assertedOn`; the last is the current kind. */
    kindHistory: list(kindPeriod),
    ...standing(),
    address: optional(address()),
    position: optional(point()),
    /** Areas of every level around the position, by current boundaries; without a position, the declared area. */
    areaCodes: areasAround(),
    /** The area that the source states, for comparison with the position. */
    declaredAreaCode: optional(code("areas")),
    equipment: features(equipment, unknownEquipment),
    accessibility: features(accessibility, unknownAccessibility),
    /** Opening hours, word for word. */
    openingHoursText: optional(z.string()),
    /** Closures, word for word. */
    closuresText: optional(z.string()),
    /** Opening hours and closures as rows; `null` when no source says anything. */
    openingRules: optional(openingRules()),
    /** Number of places, tables and the like. */
    capacity: capacity(),
    /** An urgent notice, for example works at the entrance. */
    alert: optional(localizedText()),
    /** The organisation that runs it; `null` when no source says. */
    managerCode: optional(code("organizations")),
    /** The organisation that owns the building; `null` when no source says. */
    ownerCode: optional(code("organizations")),
    activities: optional(z.string()),
    /** Public or private transport to the centre (HSDS location.transportation). */
    transportation: optional(localizedText()),
    notes: optional(z.string()),
    externalIdentifiers: identifiers(),
    strategyCodes: codes("strategies"),
    /**
     * The record that stands for the place, if a steward decided that this one is another record of it; absent or `null` for a
     * record that stands for itself.
     */
    sameAsCode: optional(code("centres")).optional(),
    /** Records that a steward compared with this one: they are other places. */
    distinctFromCodes: codes("centres").optional(),
    sourceCodes: sources(),
  },
  ({ kindHistory }, check) => check(isInOrderOfDates(kindHistory), "kindHistory", (text) => text.kindOrder),
);

/** A neighbourhood place for meetings and services. */
export interface Centre extends RecordOf<typeof centreRecord> {}

export const createCentre = centreRecord.create;

/** The kind of the newest statement; `null` without one. */
export const currentKindCode = ({ kindHistory }: Pick<Centre, "kindHistory">): string | null =>
  kindHistory.at(-1)?.kindCode ?? null;

/** Whether it stands for its place; another record of the place is in no list. */
export const standsForItself = ({ sameAsCode }: Pick<Centre, "sameAsCode">): boolean => sameAsCode == null;

/** Access without steps; `UNKNOWN` when no source says. */
export const stepFreeAccess = ({ accessibility }: Pick<Centre, "accessibility">): Availability =>
  accessibility.find(({ feature }) => feature === "STEP_FREE_ACCESS")?.availability ?? "UNKNOWN";

/**
 * New facts of a source win. Facts that it no longer states stay, and so does the history from other sources. Merging the
 * same record twice changes nothing.
 */
export function mergeCentre(stored: Centre, incoming: Centre): Centre {
  const restated = new Set(incoming.kindHistory.map(({ sourceCode }) => sourceCode));
  const others = stored.kindHistory.filter(({ sourceCode }) => !restated.has(sourceCode));
  // Areas follow from the position, so they come from the record that has it.
  const placed = incoming.position === null && stored.position !== null ? stored : incoming;
  const [a, b] = [placed.position, stored.position];
  const hasMoved = a !== null && (a.latitude !== b?.latitude || a.longitude !== b.longitude);
  const { strategyCodes, sourceCodes } = centreRecord.merged(stored, incoming);
  return createCentre({
    ...centreRecord.merged(incoming, stored),
    code: stored.code,
    kindHistory: inOrderOfDates(stored.code, [...others, ...incoming.kindHistory]),
    areaCodes: placed.areaCodes.length > 0 || hasMoved ? placed.areaCodes : stored.areaCodes,
    strategyCodes,
    sourceCodes,
  });
}

/** UNKNOWN without a note replaces no known value. */
function mergedFeatures<Item extends Equipment | Accessibility>(
  first: readonly Item[],
  second: readonly Item[],
): Item[] {
  const isSilent = (item: Item) => item.availability === "UNKNOWN" && !("note" in item && item.note);
  const stated = first.map((item) =>
    isSilent(item) ? (second.find(({ feature }) => feature === item.feature) ?? item) : item,
  );
  return unionBy(stated, second, ({ feature }) => feature);
}
