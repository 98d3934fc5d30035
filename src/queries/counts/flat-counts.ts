import type { CountDimension } from "../../domain/counts/countable";
import {
  type ColumnOf,
  type FlatTable,
  flatTable,
  numberColumn as number,
  textColumn as text,
} from "../../domain/kit/flat-table";
import type { Aggregate, AggregateCell } from "./make-aggregate";
import type { RatioCell, Ratios } from "./make-ratios";

/** An aggregate as rows: code and name of each group, value and state of each measure. */
export function flatAggregate({ groupBy, measures, cells }: Aggregate): FlatTable {
  const columns: readonly ColumnOf<AggregateCell>[] = [
    ...groupBy.flatMap((dimension, i): ColumnOf<AggregateCell>[] => [
      text(inCamelCase(dimension), ({ groups }) => groups[i]!.code),
      text(`${inCamelCase(dimension)}Name`, ({ groups }) => groups[i]!.name),
    ]),
    ...measures.flatMap(({ measure, unit }, i): ColumnOf<AggregateCell>[] => [
      number(inCamelCase(measure), ({ values }) => values[i]!.value, unit),
      text(`${inCamelCase(measure)}Status`, ({ values }) => values[i]!.status),
    ]),
  ];
  return flatTable(columns, cells);
}

const ratioGroups: Readonly<Record<CountDimension, readonly ColumnOf<RatioCell>[]>> = {
  AREA: [text("area", ({ area }) => area?.code), text("areaName", ({ area }) => area?.name)],
  CARE_DOMAIN: [text("careDomain", ({ careDomain }) => careDomain)],
  KIND: [text("kind", ({ kind }) => kind?.code), text("kindName", ({ kind }) => kind?.name.it)],
  TARGET_GROUP: [
    text("targetGroup", ({ targetGroup }) => targetGroup?.code),
    text("targetGroupName", ({ targetGroup }) => targetGroup?.name.it),
  ],
};

/** Ratios as rows: the requested groups, the parts, the ratio and its state. */
export function flatRatios({ groupBy, per, of, period, cells }: Ratios): FlatTable {
  const things = of.toLowerCase();
  const columns: readonly ColumnOf<RatioCell>[] = [
    ...groupBy.flatMap((dimension) => ratioGroups[dimension]),
    number("count", ({ count }) => count, things),
    number("people", ({ people }) => people?.value, per.unit),
    text("period", () => period),
    number("value", ({ value }) => value, `${things} per 1000 (${per.code})`),
    text("status", ({ status }) => status),
    text("reason", ({ reason }) => reason?.en),
    { name: "isUnstable", type: "BOOLEAN", value: ({ isUnstable }) => isUnstable },
  ];
  return flatTable(columns, cells);
}

/** `CARE_DOMAIN` becomes `careDomain`. */
const inCamelCase = (word: string): string =>
  word.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
