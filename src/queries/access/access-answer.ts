import type { RoundedAccess } from "../../domain/access/rounded-access";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage, Observation } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Area } from "../../domain/places/area";
import type { PlacingMethod } from "../../domain/places/population-points";
import type { AccessExclusion } from "./access-exclusion";
import type { AccessRequest } from "./access-request";

/** Access in one area; without a result exactly if `exclusion` is set. */
export interface AccessArea {
  readonly area: Area;
  /** The population; `null` if no source gives it. */
  readonly observation: Observation | null;
  readonly result: RoundedAccess | null;
  readonly exclusion: AccessExclusion | null;
  readonly reason: LocalizedText | null;
}

/** The answer about access, with its parameters. */
export interface AccessAnswer
  extends Pick<AccessRequest, "detourFactor" | "level" | "minutes" | "period" | "sort" | "walkingSpeedKmh"> {
  readonly population: IndicatorDefinition;
  readonly radiusMetres: number;
  readonly kindsOn: string | null;
  /** Names of the centres that the scenario opens. */
  readonly added: readonly string[];
  /** Codes of the centres that it closes. */
  readonly closed: readonly string[];
  /** Centres that count. */
  readonly centres: number;
  /** Those of them that somebody reaches; `null` if kinds are not known. */
  readonly centresReached: number | null;
  readonly centresNotWorking: number;
  readonly centresWithoutPosition: number;
  readonly centresOfUnknownKind: number;
  readonly areas: readonly AccessArea[];
  /** All areas together, also those outside the answer. */
  readonly total: RoundedAccess | null;
  readonly coverage: Coverage;
  readonly distanceMethod: "STRAIGHT_LINE";
  readonly placingMethod: PlacingMethod;
  readonly method: string;
  readonly uncertainty: string;
}
