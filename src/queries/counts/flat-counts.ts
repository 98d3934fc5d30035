import {
  type ColumnOf,
  type FlatTable,
  flatTable,
  numberColumn as number,
  textColumn as text,
} from "../../domain/kit/flat-table";
import { valueIn } from "../../domain/kit/localized-text";
import type { Aggregate, AggregateCell, AggregateValue } from "./make-aggregate";

/** An aggregate as rows: code and name of each group, value and state of each measure. */
export function flatAggregate({ groupBy, measures, per, cells }: Aggregate): FlatTable {
  const columns: readonly ColumnOf<AggregateCell>[] = [
    ...groupBy.flatMap((dimension, i): ColumnOf<AggregateCell>[] => [
      text(inCamelCase(dimension), ({ groups }) => groups[i]!.code),
      text(`${inCamelCase(dimension)}Name`, ({ groups }) => valueIn(groups[i]!.name, "it")),
    ]),
    ...measures.flatMap(({ measure, unit }, i): ColumnOf<AggregateCell>[] => {
      const name = inCamelCase(measure);
      return [
        number(name, ({ values }) => values[i]!.value, unit.code),
        text(`${name}Status`, ({ values }) => values[i]!.status),
        ...(per === null ? [] : ratioColumns(name, per.indicator.unit, ({ values }) => values[i]!)),
      ];
    }),
  ];
  return flatTable(columns, cells);
}

/** The parts of a ratio, and what to know of it. */
const ratioColumns = (
  name: string,
  people: string,
  of: (cell: AggregateCell) => AggregateValue,
): ColumnOf<AggregateCell>[] => [
  number(`${name}Numerator`, (cell) => of(cell).numerator, name),
  number(`${name}Denominator`, (cell) => of(cell).denominator, people),
  text(`${name}Reason`, (cell) => valueIn(of(cell).reason, "en")),
  { name: `${name}IsUnstable`, type: "BOOLEAN", value: (cell) => of(cell).isUnstable },
];

/** `CARE_DOMAIN` becomes `careDomain`. */
const inCamelCase = (word: string): string =>
  word.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
