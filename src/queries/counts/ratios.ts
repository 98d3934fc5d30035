import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage } from "../../domain/indicators/observation";
import type { Ratio } from "../../domain/indicators/ratio";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import type { AreaNumber } from "../indicators/read-area-numbers";

export type RatioSubject = "CENTRES" | "SERVICES";
export type RatioDimension = "AREA" | "CARE_DOMAIN" | "KIND" | "TARGET_GROUP";

/** Ratios as they are asked for. */
export interface RatioRequest {
  readonly of: RatioSubject;
  readonly groupBy: readonly RatioDimension[];
  /** Code of the indicator that counts the people. */
  readonly per: string;
  readonly period: string;
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** Only these, by code; all of the level when absent. */
  readonly areas: readonly string[] | null | undefined;
  /** Today when absent. */
  readonly on: string | null | undefined;
}

export interface RatioCell extends Ratio {
  readonly area: Area | null;
  readonly careDomain: CareDomain | null;
  readonly kind: TaxonomyTerm | null;
  readonly targetGroup: TaxonomyTerm | null;
  /** Dimensions of which the group is not known. */
  readonly unknown: readonly RatioDimension[];
  readonly count: number;
  readonly people: AreaNumber | null;
}

/** Ratios as they are answered. */
export interface Ratios {
  readonly of: RatioSubject;
  readonly groupBy: readonly RatioDimension[];
  readonly level: AreaLevel;
  /** The day of the kinds of centres; `null` for services. */
  readonly on: string | null;
  readonly per: IndicatorDefinition;
  readonly period: string;
  /** Things for so many people. */
  readonly factor: number;
  readonly cells: readonly RatioCell[];
  /** Things, each once. */
  readonly total: number;
  readonly coverage: Coverage;
  readonly peopleCoverage: Coverage;
  readonly method: string;
}
