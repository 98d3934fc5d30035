import type { BoundingBox } from "../geo/bounding-box";
import { checkPoint, type GeoPoint } from "../geo/point";
import { type Checking, checkCode, checking, checkSources } from "../kit/check";
import { checkDateOrder, checkPartialDate, type PartialDate } from "../kit/dates";
import { checkIdentifiers, type ExternalIdentifier } from "../kit/external-identifier";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";

/** Levels of area, from large to small. What a city calls them (Municipio, NIL) is `localType`, which is data. */
export const areaLevels = ["CITY", "DISTRICT", "NEIGHBOURHOOD"] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** A named part of a city. Areas are no tree: see AreaOverlaps. */
export interface Area {
  /** `<scheme>:<number>` as the city uses it, for example `nil:42`, `municipio:5`, `comune:015146`. */
  readonly code: string;
  readonly level: AreaLevel;
  /** What the city calls this kind of area. */
  readonly localType: LocalizedText;
  readonly name: string;
  /** The city it belongs to; `null` for a city. */
  readonly cityCode: string | null;
  readonly centroid: GeoPoint | null;
  readonly boundingBox: BoundingBox | null;
  /** Surface in square kilometres, measured on the polygon. */
  readonly areaKm2: number | null;
  /** Which drawing of the boundaries this is, for example "PGT Milano 2030". */
  readonly boundaryVersion: string | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  readonly externalIdentifiers: readonly ExternalIdentifier[];
  readonly sourceCodes: readonly string[];
}

export function createArea(fields: Area): Area {
  const record = checking("Area", fields.code, fields);
  checkCode(record, "code", fields.code);
  record.check(
    /^[a-z0-9]+:./.test(fields.code),
    "code",
    fields.code,
    "an area code is <scheme>:<number>, as in nil:42",
  );
  checkLocalizedText(record, "localType", fields.localType);
  record.check(fields.name.trim() !== "", "name", fields.name, "must not be empty");
  record.check(
    (fields.cityCode === null) === (fields.level === "CITY"),
    "cityCode",
    fields.cityCode,
    "a city has no city above it; every other area has one",
  );
  if (fields.centroid) checkPoint(record, "centroid", fields.centroid);
  const { areaKm2 } = fields;
  record.check(
    areaKm2 === null || (Number.isFinite(areaKm2) && areaKm2 > 0),
    "areaKm2",
    areaKm2,
    "a surface is positive; use null when unknown",
  );
  checkPartialDate(record, "validFrom", fields.validFrom);
  checkPartialDate(record, "validTo", fields.validTo);
  checkDateOrder(record, "validTo", fields.validFrom, fields.validTo);
  checkIdentifiers(record, "externalIdentifiers", fields.externalIdentifiers);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

/** How much of one area lies in another. Shares are 0..1 of the surface; `null` where the source gives none. */
export interface AreaOverlap {
  readonly areaCode: string;
  /** Share of this area that lies in the other. */
  readonly share: number | null;
  /** Share of the other area that lies in this one. */
  readonly shareOfOther: number | null;
}

/** The overlaps of one area with the areas of other levels, largest first. */
export interface AreaOverlaps {
  readonly code: string;
  readonly overlaps: readonly AreaOverlap[];
  readonly sourceCodes: readonly string[];
}

export function createAreaOverlaps(fields: AreaOverlaps): AreaOverlaps {
  const record = checking("AreaOverlaps", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkSources(record, fields.sourceCodes);
  for (const [i, overlap] of fields.overlaps.entries()) {
    checkCode(record, `overlaps[${i}].areaCode`, overlap.areaCode);
    record.check(
      overlap.areaCode !== fields.code,
      `overlaps[${i}].areaCode`,
      overlap.areaCode,
      "an area does not overlap itself",
    );
    checkShare(record, `overlaps[${i}].share`, overlap.share);
    checkShare(record, `overlaps[${i}].shareOfOther`, overlap.shareOfOther);
  }
  const others = fields.overlaps.map((overlap) => overlap.areaCode);
  record.check(new Set(others).size === others.length, "overlaps", others, "each other area stands once");
  return record.passed();
}

function checkShare({ check }: Checking, field: string, share: number | null): void {
  check(share === null || (share > 0 && share <= 1), field, share, "a share is above 0 and at most 1");
}
