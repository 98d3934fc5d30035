import type { Dimension, GroupFilter } from "../../domain/counts/aggregate-rules";
import type { Measured, MeasuredCell } from "../../domain/counts/measured";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { AreaLevel } from "../../domain/places/area";
import type { Strategy } from "../../domain/strategy/strategy";
import type { QueryContext } from "../kit/query-context";

/** What is asked of every measure, checked. */
export interface AggregateRequest {
  readonly groupBy: readonly Dimension[];
  readonly filter: GroupFilter;
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** A whole day. */
  readonly on: string;
  readonly strategy: Strategy | null;
  readonly budgetVersion: string | null;
  readonly indicator: IndicatorDefinition | null;
}

/** What a measure answers. */
export interface ReadMeasure {
  readonly unit: string;
  readonly cells: readonly MeasuredCell[];
  readonly total: Measured;
}

export type MeasureReader = (request: AggregateRequest, context: QueryContext) => Promise<ReadMeasure>;
