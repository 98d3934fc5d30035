import {
  checkCombination,
  type Dimension,
  filterFor,
  type Measure,
  measureRules,
} from "../../domain/counts/aggregate-rules";
import { joinTables, type MeasureTable } from "../../domain/counts/measured";
import { distinct } from "../../domain/kit/distinct";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { type AreaLevel, isZoneLevel } from "../../domain/places/area";
import type { GroupFilter } from "../../domain/statistics/cube";
import { checkBounds, checkCount, dayOrToday } from "../kit/check-bounds";
import { knownIfGiven, knownPopulation } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { groupNames } from "./group-names";
import { readMeasure } from "./read-measure";
import { readPeople } from "./read-people";

export interface GivenAggregate {
  readonly measures: readonly Measure[];
  readonly groupBy: readonly Dimension[];
  readonly filter: readonly AggregateSelection[];
  readonly level: AreaLevel;
  readonly city: string | null | undefined;
  readonly on: string | null | undefined;
  readonly strategy: string | null | undefined;
  readonly budgetVersion: string | null | undefined;
  readonly indicator: string | null | undefined;
  readonly per: GivenRelation | null | undefined;
}

interface GivenRelation {
  readonly indicator: string;
  readonly period: string;
  readonly factor: number;
}

interface AggregateSelection {
  readonly dimension: Dimension;
  readonly codes: readonly string[];
}

/** The answer: the request and its cells. */
export type Aggregate = Awaited<ReturnType<typeof makeAggregate>>;
export type AggregateCell = Aggregate["cells"][number];
export type AggregateGroup = AggregateCell["groups"][number];
export type AggregateMeasure = Aggregate["measures"][number];
export type AggregateValue = AggregateCell["values"][number];

/**
 * Any measures by any dimensions that all of them have.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
export function makeAggregate(given: GivenAggregate, context: QueryContext) {
  const measures = [...new Set(given.measures)];
  checkCount("measures", measures, limits.aggregateMeasures);
  const groupBy = [...new Set(given.groupBy)];
  const filter = filterOf(given);
  const { level } = given;
  if (given.per) checkBounds("per.factor", given.per.factor, limits.aggregateFactor);
  checkCombination({
    measures,
    groupBy,
    filter,
    given: { indicator: typeof given.indicator === "string", strategy: typeof given.strategy === "string" },
    isRelated: Boolean(given.per),
  });
  const isByArea = groupBy.includes("AREA") || filter.has("AREA");
  // Places and services lie in no zone: their counts would be 0, which nobody knows.
  if (isByArea && isZoneLevel(level) && measures.some((measure) => measure !== "OBSERVATION"))
    throw new HubError("BAD_USER_INPUT", "zoneLevel", { level }, { where: "level" });
  const on = dayOrToday(given.on, context);
  return context.records.shared(
    `aggregate ${JSON.stringify({ ...given, on })}`,
    () => computed({ ...given, measures, groupBy, on }, filter, context),
    ({ cells }) => cells.length * (groupBy.length + measures.length),
  );
}

/** A checked request, for one day. */
interface CheckedAggregate extends GivenAggregate {
  readonly on: string;
}

function computed(
  { measures, groupBy, level, city, budgetVersion, on, ...given }: CheckedAggregate,
  filter: GroupFilter<Dimension>,
  context: QueryContext,
) {
  const { records } = context;
  const [strategy, indicator, population] = [
    knownIfGiven(records, "strategy", "strategy", given.strategy),
    knownIfGiven(records, "indicator", "indicator", given.indicator),
    given.per ? knownPopulation(records, "per.indicator", given.per.indicator) : null,
  ];
  const scope = { level, city: city ?? null, on, budgetVersion: budgetVersion ?? null };
  const people =
    population &&
    readPeople({ ...given.per!, indicator: population }, groupBy, filter.get("AREA"), scope, context);
  const request = { groupBy, ...scope, strategy, indicator, people };
  const [per, ...tables] = [
    people,
    ...measures.map((measure): MeasureTable => {
      const read = readMeasure[measure]({ ...request, filter: filterFor(measure, filter) }, context);
      return { measure, ...read };
    }),
  ];
  const cells = joinTables(tables);
  const nameOf = groupNames(groupBy, cells, context);
  return {
    groupBy,
    filter: [...filter].map(([dimension, codes]) => ({ dimension, codes })),
    level,
    city: scope.city,
    on,
    strategy: strategy?.code ?? null,
    budgetVersion: scope.budgetVersion,
    indicator: indicator?.code ?? null,
    per,
    measures: tables.map(({ measure, unit, total }) => ({
      measure,
      unit,
      dimensions: measureRules[measure].dimensions,
      total: { measure, ...total },
    })),
    cells: cells.map(({ groups, values }) => ({
      groups: groupBy.map((dimension, i) => {
        const code = groups[i] ?? null;
        return { dimension, code, name: code === null ? null : nameOf(dimension, code) };
      }),
      values: values.map((value, i) => ({ measure: measures[i]!, ...value })),
    })),
  };
}

/** @throws HubError BAD_USER_INPUT if a dimension is repeated or has no values: the intention is unclear. */
function filterOf({ filter }: GivenAggregate): GroupFilter<Dimension> {
  for (const [i, { dimension, codes }] of filter.entries()) {
    const isRepeated = filter.findIndex((each) => each.dimension === dimension) !== i;
    if (isRepeated || codes.length === 0)
      throw new HubError(
        "BAD_USER_INPUT",
        isRepeated ? "dimensionTwice" : "emptyDimension",
        { dimension },
        { where: "filter" },
      );
  }
  return new Map(filter.map(({ dimension, codes }) => [dimension, distinct(codes)]));
}
