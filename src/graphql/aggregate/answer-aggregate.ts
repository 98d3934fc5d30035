import { type Measure, measureRules } from "../../domain/aggregate-rules";
import { type ColumnOf, type FlatTable, flatTable } from "../../domain/flat-table";
import type { Measured } from "../../domain/measured";
import type { AggregateType, AggregateValueType } from "./aggregate.type";
import type { Aggregate } from "./make-aggregate";

/** An aggregate in the words of the schema. */
export function answerOf({ request, tables, cells, names }: Aggregate): AggregateType {
  const { groupBy, filter, level, on, strategy, budgetVersion, indicator } = request;
  const told = (measure: Measure, value: Measured): AggregateValueType => ({ measure, ...value });
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
export function flatAggregate({ groupBy, measures, cells }: AggregateType): FlatTable {
  const columns: ColumnOf<AggregateType["cells"][number]>[] = [
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
