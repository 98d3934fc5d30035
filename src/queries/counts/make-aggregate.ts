import {
  checkCombination,
  type Dimension,
  filterFor,
  type GroupFilter,
  type Measure,
} from "../../domain/counts/aggregate-rules";
import { type JoinedCell, joinTables, type MeasureTable } from "../../domain/counts/measured";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { checkBounds, checkWholeDay } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { AggregateRequest, MeasureReader } from "./aggregate-request";
import { type GroupNames, groupNames } from "./group-names";
import { readCentres, readServices } from "./read-counts";
import { readExpenditure, readPlan } from "./read-money";
import { readNumbers } from "./read-numbers";
import { readParticipants } from "./read-participants";

const readers: Readonly<Record<Measure, MeasureReader>> = {
  CENTRES: readCentres,
  EXPENDITURE: readExpenditure,
  OBSERVATION: readNumbers,
  PARTICIPANTS: readParticipants,
  PLAN: readPlan,
  SERVICES: readServices,
};

export interface GivenAggregate {
  readonly measures: readonly Measure[];
  readonly groupBy: readonly Dimension[];
  readonly filter: readonly { readonly dimension: Dimension; readonly codes: readonly string[] }[];
  readonly level: AreaLevel;
  readonly city: string | null | undefined;
  readonly on: string | null | undefined;
  readonly strategy: string | null | undefined;
  readonly budgetVersion: string | null | undefined;
  readonly indicator: string | null | undefined;
}

/** An aggregate as it is answered. */
export interface Aggregate {
  readonly request: AggregateRequest;
  readonly tables: readonly MeasureTable[];
  readonly cells: readonly JoinedCell[];
  readonly names: GroupNames;
}

/**
 * Any measures by any dimensions that all of them have: the reads of each measure, side by side, and one batch for names.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
export async function makeAggregate(given: GivenAggregate, context: QueryContext): Promise<Aggregate> {
  const asked = [...new Set(given.measures)];
  checkBounds("the number of measures", asked.length, limits.aggregateMeasures);
  const groupBy = [...new Set(given.groupBy)];
  checkCombination({
    measures: asked,
    groupBy,
    filter: filterOf(given),
    given: { indicator: isGiven(given.indicator), strategy: isGiven(given.strategy) },
  });
  const on = given.on ?? context.receivedAt.slice(0, 10);
  checkWholeDay("on", on);
  const { loaders } = context;
  const [strategy, indicator] = await Promise.all([
    isGiven(given.strategy) ? knownCode(loaders.strategy, "strategy", given.strategy) : null,
    isGiven(given.indicator) ? knownCode(loaders.indicator, "indicator", given.indicator) : null,
  ]);
  const request: AggregateRequest = {
    groupBy,
    filter: filterOf(given),
    level: given.level,
    city: given.city ?? null,
    on,
    strategy,
    budgetVersion: given.budgetVersion ?? null,
    indicator,
  };
  const tables = await Promise.all(
    asked.map(
      async (measure): Promise<MeasureTable> => ({
        measure,
        ...(await readers[measure]({ ...request, filter: filterFor(measure, request.filter) }, context)),
      }),
    ),
  );
  const cells = joinTables(tables);
  return { request, tables, cells, names: await groupNames(groupBy, cells, context) };
}

const isGiven = (code: string | null | undefined): code is string => code !== null && code !== undefined;

/** @throws HubError BAD_USER_INPUT where a dimension stands twice, or keeps nothing: nobody can tell what is meant. */
function filterOf({ filter }: GivenAggregate): GroupFilter {
  const twice = filter.find(({ dimension }, i) => filter.findIndex((e) => e.dimension === dimension) !== i);
  if (twice !== undefined)
    throw new HubError("BAD_USER_INPUT", {
      message: `filter names ${twice.dimension} twice.`,
      messageIt: `filter indica ${twice.dimension} due volte.`,
      hint: "Put all codes of a dimension into one entry.",
      where: "filter",
    });
  const empty = filter.find(({ codes }) => codes.length === 0);
  if (empty !== undefined)
    throw new HubError("BAD_USER_INPUT", {
      message: `filter names no code of ${empty.dimension}.`,
      messageIt: `filter non indica nessun codice di ${empty.dimension}.`,
      hint: "Name at least one code, or leave the dimension out to keep all.",
      where: "filter",
    });
  return new Map(filter.map(({ dimension, codes }) => [dimension, [...new Set(codes)]]));
}
