import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { CompositePartValue, CompositeValue } from "../../domain/indicators/composite/composite-value";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { MapExclusion } from "../../domain/indicators/indicator-map";
import type { Coverage } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { Distribution } from "../../domain/statistics/quantiles";

/** A part of an index, with its scale. */
export interface AnsweredPart {
  readonly indicator: IndicatorDefinition;
  /** The part of the year that it speaks of; `null` where it speaks of the periods themselves. */
  readonly period: string | null;
  readonly weight: number;
  /** Share of all weights, 0 to 1. */
  readonly share: number;
  readonly polarity: Direction;
  /** Whether its polarity is not the direction of the index. */
  readonly reversed: boolean;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the goalposts were given with the request. */
  readonly frozen: boolean;
  readonly referenceValue: number | null;
}

/** All that an index depends on, so that it can be made again. */
export interface AnsweredRecipe {
  readonly notice: LocalizedText;
  readonly method: CompositeMethod;
  readonly formula: string;
  readonly comparableOverTime: boolean;
  readonly direction: Direction;
  readonly missing: MissingPolicy;
  readonly level: AreaLevel;
  readonly minimumResidents: number;
  readonly referenceArea: Area;
  readonly referencePeriod: string;
  readonly goalpostPeriods: readonly string[];
  readonly parts: readonly AnsweredPart[];
}

export interface AnsweredPartValue extends Omit<CompositePartValue, "code" | "raw"> {
  /** Code of the indicator. */
  readonly indicator: string;
  readonly value: number | null;
}

/** The index of an area in a period. */
export interface AnsweredPoint extends Omit<CompositeValue, "parts"> {
  readonly period: string;
  readonly roundedValue: number | null;
  readonly parts: readonly AnsweredPartValue[];
}

/** The same beside the other areas. */
export interface RankedPoint extends AnsweredPoint {
  readonly rank: number | null;
  readonly residents: number | null;
  readonly exclusion: MapExclusion | null;
  readonly reason: LocalizedText | null;
}

/** A period over all areas of the level. */
export interface AnsweredPeriod {
  readonly period: string;
  readonly coverage: Coverage;
  /** How many areas have a rank. */
  readonly ranked: number;
  readonly distribution: Distribution | null;
}

export interface AnsweredArea {
  readonly area: Area;
  /** In the order of the periods. */
  readonly values: readonly RankedPoint[];
  /** Change of the area less change of the reference; `null` where the method cannot tell, or one is not known. */
  readonly relativeChange: number | null;
}

/** An index as it is answered. */
export interface CompositeAnswer {
  readonly name: string | null;
  readonly recipe: AnsweredRecipe;
  readonly periods: readonly AnsweredPeriod[];
  /** The area that is compared with, in the order of the periods. */
  readonly reference: readonly AnsweredPoint[];
  readonly areas: readonly AnsweredArea[];
}
