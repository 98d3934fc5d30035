import type * as z from "zod";
import { point } from "../geo/point";
import { choice, code, group, list, optional, sources } from "../kit/field";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { address } from "./centre";

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

const position = {
  position: optional(point()),
  geocodeQuality: optional(choice(geocodeQualities)),
  positionCentreCode: optional(code("centres")),
  positionReason: optional(choice(positionReasons)),
};
const _located = group(position);

/** Which point a location has, of which record, and why; all `null` where none of its records has one. */
export type LocationPosition = z.output<typeof _located>;

export const locationRecord = defineRecord(
  "Location",
  {
    /** From the address, as `it:milano:via-antonio-aldini-72`; the code of its first centre where there is no whole one. */
    code: ownCode(),
    locationType: choice(locationTypes),
    /** From the centre that states the most complete one. */
    address: optional(address()),
    ...position,
    /** Those that hold the position; where there is none, all that its centres name. */
    areaCodes: list(code("areas")),
    /** By code. */
    centreCodes: list(code("centres")),
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

/** A building or site (HSDS location): one, however many centres of however many sources are in it. Derived. */
export interface Location extends RecordOf<typeof locationRecord> {}

export const createLocation = locationRecord.create;

/** Where a centre is, so that a page of centres finds their locations by known keys. Derived. */
export interface CentreLocation {
  /** Code of the centre. */
  readonly code: string;
  readonly locationCode: string;
}
