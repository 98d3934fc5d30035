import type * as z from "zod";
import { point } from "../geo/point";
import { choice, code, group, list, optional, sources } from "../kit/field";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { address } from "./centre";

/** HSDS: a place to visit, an address for letters only, or no place. */
const locationTypes = ["PHYSICAL", "POSTAL", "VIRTUAL"] as const;
export type LocationType = (typeof locationTypes)[number];

/** Precision of a point; UNKNOWN when its source does not say. */
const geocodeQualities = ["ROOFTOP", "STREET", "AREA", "UNKNOWN"] as const;
export type GeocodeQuality = (typeof geocodeQualities)[number];

/** Reasons for the point of a location. */
const positionReasons = [
  /** The points differ; these are the only ones in the declared area. */
  "IN_DECLARED_AREA",
  /** The only record with a point. */
  "ONLY_POINT",
  /** All points of its records lie close together. */
  "POINTS_AGREE",
  /** The points differ, and the right one is unknown: most are here, or it is the first. */
  "UNDECIDED",
] as const;
export type PositionReason = (typeof positionReasons)[number];

const position = {
  position: optional(point()),
  geocodeQuality: optional(choice(geocodeQualities)),
  positionCentreCode: optional(code("centres")),
  positionReason: optional(choice(positionReasons)),
};
const _located = group(position);

/** All `null` when no record of the location has a point. */
export type LocationPosition = z.output<typeof _located>;

export const locationRecord = defineRecord(
  "Location",
  {
    /** From the address, for example `it:milano:via-antonio-aldini-72`; without a complete one, the code of the first centre. */
    code: ownCode(),
    locationType: choice(locationTypes),
    /** The most complete one of its centres. */
    address: optional(address()),
    ...position,
    /** The areas of the position; without one, all areas of its centres. */
    areaCodes: list(code("areas")),
    /** In the order of codes. */
    centreCodes: list(code("centres"), null),
    sourceCodes: sources(),
  },
  ({ centreCodes, position, positionCentreCode, ...fields }, check) => {
    check(centreCodes.length > 0, "centreCodes", (text) => text.locationCentres);
    const ofPosition = { ...fields, positionCentreCode };
    for (const field of ["geocodeQuality", "positionCentreCode", "positionReason"] as const)
      check((ofPosition[field] === null) === (position === null), field, (text) => text.locationPosition);
    const isOfCentre = positionCentreCode === null || centreCodes.includes(positionCentreCode);
    check(isOfCentre, "positionCentreCode", (text) => text.locationCentre);
  },
);

/** A building or site (HSDS location), derived from all centres at its address, of all sources. */
export interface Location extends RecordOf<typeof locationRecord> {}

export const createLocation = locationRecord.create;

/** Derived, so that a page of centres finds their locations by known keys. */
export interface CentreLocation {
  /** Code of the centre. */
  readonly code: string;
  readonly locationCode: string;
}
