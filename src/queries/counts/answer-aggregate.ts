import { type Dimension, type Measure, measureRules } from "../../domain/counts/aggregate-rules";
import type { Measured } from "../../domain/counts/measured";
import { type ColumnOf, type FlatTable, flatTable } from "../../domain/kit/flat-table";
import type { AreaLevel } from "../../domain/places/area";
import type { QueryContext } from "../kit/query-context";
import { type Aggregate, type GivenAggregate, makeAggregate } from "./make-aggregate";

/** A number of an aggregate, with what it measures. */
export interface AggregateValue extends Measured {
  readonly measure: Measure;
}

/** A group of a cell; without code and name where it is not known. */
export interface AggregateGroup {
  readonly dimension: Dimension;
  readonly code: string | null;
  readonly name: string | null;
}

export interface AggregateCell {
  /** In the order of `groupBy`. */
  readonly groups: readonly AggregateGroup[];
  /** In the order of the measures. */
  readonly values: readonly AggregateValue[];
}

export interface AggregateMeasure {
  readonly measure: Measure;
  readonly unit: string;
  /** All that it can be grouped by. */
  readonly dimensions: readonly Dimension[];
  readonly total: AggregateValue;
}

/** An aggregate as it is answered. */
export interface AggregateAnswer {
  readonly measures: readonly AggregateMeasure[];
  readonly groupBy: readonly Dimension[];
  readonly filter: readonly { readonly dimension: Dimension; readonly codes: readonly string[] }[];
  readonly level: AreaLevel;
  readonly on: string;
  readonly strategy: string | null;
  readonly budgetVersion: string | null;
  readonly indicator: string | null;
  readonly cells: readonly AggregateCell[];
}

/** @throws HubError as `makeAggregate`. */
export const answerAggregate = async (
  given: GivenAggregate,
  context: QueryContext,
): Promise<AggregateAnswer> => answerOf(await makeAggregate(given, context));

function answerOf({ request, tables, cells, names }: Aggregate): AggregateAnswer {
  const { groupBy, filter, level, on, strategy, budgetVersion, indicator } = request;
  const told = (measure: Measure, value: Measured): AggregateValue => ({ measure, ...value });
  return {
    measures: tables.map(({ measure, unit, total }) => ({
      measure,
      unit,
      dimensions: measureRules[measure].dimensions,
      total: told(measure, total),
    })),
    groupBy,
    filter: [...filter].map(([dimension, codes]) => ({ dimension, codes })),
    level,
    on,
    strategy: strategy?.code ?? null,
    budgetVersion,
    indicator: indicator?.code ?? null,
    cells: cells.map(({ groups, values }) => ({
      groups: groups.map((code, i) => {
        const dimension = groupBy[i]!;
        return { dimension, code, name: code === null ? null : names(dimension, code) };
      }),
      values: values.map((value, i) => told(tables[i]!.measure, value)),
    })),
  };
}

/** The same as rows: code and name of each group, number and state of each measure. */
export function flatAggregate({ groupBy, measures, cells }: AggregateAnswer): FlatTable {
  const columns: ColumnOf<AggregateCell>[] = [
    ...groupBy.flatMap((dimension, i): typeof columns => [
      { name: inCamelCase(dimension), type: "TEXT", value: ({ groups }) => groups[i]!.code },
      { name: `${inCamelCase(dimension)}Name`, type: "TEXT", value: ({ groups }) => groups[i]!.name },
    ]),
    ...measures.flatMap(({ measure, unit }, i): typeof columns => [
      { name: inCamelCase(measure), type: "NUMBER", unit, value: ({ values }) => values[i]!.value },
      { name: `${inCamelCase(measure)}Status`, type: "TEXT", value: ({ values }) => values[i]!.status },
    ]),
  ];
  return flatTable(columns, cells);
}

/** `CARE_DOMAIN` becomes `careDomain`. */
const inCamelCase = (word: string): string =>
  word.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
