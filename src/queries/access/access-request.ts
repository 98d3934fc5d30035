import type { GeoPoint } from "../../domain/geo/point";
import type { AreaLevel } from "../../domain/places/area";
import type { CentreFilter } from "../places/find-centres";

export type AccessOrder = "AREA" | "GAP" | "GAP_PER_1000";

/** A centre that does not exist yet. */
interface PlannedCentre extends GeoPoint {
  readonly name: string;
}

/** Centres that a scenario opens and closes. */
export interface CentreChanges {
  readonly add: readonly PlannedCentre[];
  /** Codes of centres that count. */
  readonly close: readonly string[];
}

export interface AccessRequest {
  /** Of the population. */
  readonly period: string;
  /** Code of the indicator that counts people. */
  readonly population: string;
  readonly level: AreaLevel;
  /** The whole hub if absent. */
  readonly city?: string | null | undefined;
  /** Codes of the areas in the answer; all of the level if absent. */
  readonly areas?: readonly string[] | null | undefined;
  readonly minutes: number;
  readonly walkingSpeedKmh: number;
  readonly detourFactor: number;
  /** Which centres count. */
  readonly filter?: CentreFilter | null | undefined;
  /** A whole day: the filter applies to the kind on this day. */
  readonly on?: string | null | undefined;
  readonly whatIf?: CentreChanges | null | undefined;
  readonly sort: AccessOrder;
  readonly first?: number | null | undefined;
}
