import { checkPoint, type GeoPoint } from "../geo/point";
import { checkCode, checking, checkSources } from "../kit/check";
import type { Address } from "./centre";

/** Of HSDS: a place to go to, an address for letters only, or no place at all. */
const locationTypes = ["PHYSICAL", "POSTAL", "VIRTUAL"] as const;
export type LocationType = (typeof locationTypes)[number];

/** What a point stands for; UNKNOWN where its source does not say. */
const geocodeQualities = ["ROOFTOP", "STREET", "AREA", "UNKNOWN"] as const;
export type GeocodeQuality = (typeof geocodeQualities)[number];

/** Why a location has the point that it has. */
const positionReasons = [
  /** Of several that differ, the only ones in the area that the records declare. */
  "IN_DECLARED_AREA",
  /** The only record with a point. */
  "ONLY_POINT",
  /** All points of its records lie close together. */
  "POINTS_AGREE",
  /** They differ, and nothing tells which is right: most of them lie here, or it is the first. */
  "UNDECIDED",
] as const;
export type PositionReason = (typeof positionReasons)[number];

/** Which point a location has, of which record, and why; all `null` where none of its records has one. */
export interface LocationPosition {
  readonly position: GeoPoint | null;
  readonly geocodeQuality: GeocodeQuality | null;
  /** The centre that the point is of. */
  readonly positionCentreCode: string | null;
  readonly positionReason: PositionReason | null;
}

/** A building or site (HSDS location): one, however many centres of however many sources are in it. Derived. */
export interface Location extends LocationPosition {
  /** From the address, as `it:milano:via-antonio-aldini-72`; the code of its first centre where there is no whole one. */
  readonly code: string;
  readonly locationType: LocationType;
  /** As the centre writes it that writes most of it. */
  readonly address: Address | null;
  /** Those that hold the position; where there is none, all that its centres name. */
  readonly areaCodes: readonly string[];
  /** By code. */
  readonly centreCodes: readonly string[];
  readonly sourceCodes: readonly string[];
}

/** Where a centre is, so that a page of centres finds their locations by known keys. Derived. */
export interface CentreLocation {
  /** Code of the centre. */
  readonly code: string;
  readonly locationCode: string;
}

export function createLocation(fields: Location): Location {
  const record = checking("Location", fields.code, fields);
  const { position, positionCentreCode, centreCodes } = fields;
  checkCode(record, "code", fields.code);
  for (const [i, code] of centreCodes.entries()) checkCode(record, `centreCodes[${i}]`, code);
  record.check(centreCodes.length > 0, "centreCodes", centreCodes, "a location has at least one centre");
  if (position !== null) checkPoint(record, "position", position);
  for (const field of ["geocodeQuality", "positionCentreCode", "positionReason"] as const) {
    const isTold = (fields[field] === null) === (position === null);
    record.check(isTold, field, fields[field], "comes with a position, and only with one");
  }
  const isOfCentre = positionCentreCode === null || centreCodes.includes(positionCentreCode);
  record.check(isOfCentre, "positionCentreCode", positionCentreCode, "must be one of its centres");
  for (const [i, code] of fields.areaCodes.entries()) checkCode(record, `areaCodes[${i}]`, code);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
