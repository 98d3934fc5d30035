import type { Dimension } from "../../domain/counts/aggregate-rules";
import { type Measured, type MeasureTable, notSummed } from "../../domain/counts/measured";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage } from "../../domain/indicators/observation";
import type { Unit } from "../../domain/kit/unit";
import type { Cube, GroupFilter } from "../../domain/statistics/cube";
import type { Strategy } from "../../domain/strategy/strategy";
import type { QueryContext } from "../kit/query-context";
import type { CountScope } from "./read-counted";
import type { People } from "./read-people";

/** The checked request to every measure. */
export interface AggregateRequest extends CountScope {
  readonly groupBy: readonly Dimension[];
  readonly filter: GroupFilter<Dimension>;
  readonly strategy: Strategy | null;
  readonly budgetVersion: string | null;
  readonly indicator: IndicatorDefinition | null;
  /** Counts become ratios to these people; `null` for plain counts. */
  readonly people: People | null;
}

/** The answer of a measure. */
export type ReadMeasure = Omit<MeasureTable, "measure">;

export type MeasureReader = (request: AggregateRequest, context: QueryContext) => ReadMeasure;

/**
 * The answer from a cube.
 * @param coverageOf the total, if its value does not state it: of the selected facts.
 */
export function answerOf(
  unit: Unit,
  cube: Cube<Dimension, Measured>,
  { groupBy, filter }: AggregateRequest,
  coverageOf?: (kept: Coverage) => Coverage,
): ReadMeasure {
  const { cells, total, coverage } = cube.slice(groupBy, filter);
  const whole = total ?? notSummed(cube.neverSummed!);
  return { unit, cells, total: coverageOf ? { ...whole, coverage: coverageOf(coverage) } : whole };
}
