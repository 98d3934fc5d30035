import * as z from "zod";
import { point } from "../geo/point";
import { isInOrder } from "../kit/dates";
import { identifiers } from "../kit/external-identifier";
import { choice, code, distinct, group, optional, partialDate, sources, text } from "../kit/field";
import { limits } from "../kit/limits";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

/**
 * From large to small, then zones that others than the city drew. The city's own word (Municipio, NIL) is `localType`, which
 * is data.
 */
export const areaLevels = ["CITY", "DISTRICT", "NEIGHBOURHOOD", "POSTAL_CODE", "OMI_ZONE"] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Zones of others than the city: they fit no other level, so that values never pass between them and other areas. */
export const isZoneLevel = (level: AreaLevel): boolean => level === "POSTAL_CODE" || level === "OMI_ZONE";

/** Whether areas of a level may be sums of those of another one. */
export const isMadeOf = (level: AreaLevel, parts: AreaLevel): boolean =>
  !isZoneLevel(level) && !isZoneLevel(parts) && areaLevels.indexOf(level) < areaLevels.indexOf(parts);

export const areaRecord = defineRecord(
  "Area",
  {
    /** `<scheme>:<number>` of the city, for example `nil:42`, `municipio:5`, `comune:015146`. */
    code: ownCode(),
    level: choice(areaLevels),
    /** What the city calls this kind of area. */
    localType: localizedText(),
    name: text(),
    /** `null` for a city. */
    cityCode: optional(code("areas")),
    centroid: optional(point()),
    boundingBox: optional(
      group({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
    ),
    /** Measured on the polygon. */
    areaKm2: optional(z.number(checks.surface).positive(checks.surface)),
    /** Edition of the boundaries, for example "PGT Milano 2030". */
    boundaryVersion: optional(z.string()),
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
    externalIdentifiers: identifiers(),
    sourceCodes: sources(),
  },
  ({ code, level, cityCode, validFrom, validTo }, check) => {
    check(/^[a-z0-9]+:./.test(code), "code", (text) => text.areaCode);
    check((cityCode === null) === (level === "CITY"), "cityCode", (text) => text.cityAbove);
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder);
  },
);

/** A city or a named part of one. Areas are not a tree: see AreaOverlaps. */
export interface Area extends RecordOf<typeof areaRecord> {}

export const createArea = areaRecord.create;

/** A share of a surface, above 0 and at most 1. */
const share = () => z.number(checks.share).gt(0, checks.share).lte(1, checks.share);

const overlap = group({
  areaCode: code("areas"),
  /** Share of this area that lies in the other; `null` when the source gives none. */
  share: optional(share()),
  /** Share of the other area that lies in this one; `null` when the source gives none. */
  shareOfOther: optional(share()),
});

/** How much of one area lies in another. */
export type AreaOverlap = z.output<typeof overlap>;

export const areaOverlapsRecord = defineRecord(
  "AreaOverlaps",
  {
    code: ownCode(),
    overlaps: distinct(overlap, ({ areaCode }) => areaCode, limits.mapAreas),
    sourceCodes: sources(),
  },
  ({ code, overlaps }, check) => {
    for (const [i, { areaCode }] of overlaps.entries())
      check(areaCode !== code, `overlaps[${i}].areaCode`, (text) => text.areaOverlapsItself);
  },
);

/** The overlaps of one area with the areas of other levels, largest first. */
export interface AreaOverlaps extends RecordOf<typeof areaOverlapsRecord> {}

export const createAreaOverlaps = areaOverlapsRecord.create;
