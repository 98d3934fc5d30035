import { GraphQLJSONObject } from "graphql-scalars";
import type { FlatColumn, FlatColumnType, FlatTable } from "../../domain/kit/flat-table";
import { type FieldOf, nonNullField } from "./declare";
import { NonNull, Nullable, Output } from "./decorators";
import { enumType } from "./enum-type";

const FlatColumnTypeEnum = enumType<FlatColumnType>("FlatColumnType", "What stands in a column.", {
  BOOLEAN: "True or false.",
  NUMBER: "A number.",
  TEXT: "A text, code or date.",
});

@Output("FlatColumn", "A column of a flat table.")
class FlatColumnObjectType implements FlatColumn {
  @NonNull(() => String, "Its name: the key in every row.")
  name!: string;

  @NonNull(() => FlatColumnTypeEnum, "What stands in it.")
  type!: FlatColumnType;

  @Nullable(() => String, "Unit of its numbers; null where there is none.")
  unit!: string | null;
}

@Output(
  "FlatTable",
  "The same answer as rows of plain values, which Grafana (Infinity data source), a spreadsheet or a data frame reads as it is.",
)
class FlatTableType implements FlatTable {
  @NonNull(() => [FlatColumnObjectType], "The columns, in their order.")
  columns!: readonly FlatColumn[];

  @NonNull(
    () => [GraphQLJSONObject],
    "One object for each cell, with the names of the columns as keys; unknown is null.",
  )
  rows!: FlatTable["rows"];
}

/** The same answer as a flat table. */
export const flatOf = <Source>(flatten: (answer: Source) => FlatTable): FieldOf<Source> =>
  nonNullField(() => FlatTableType, "The same cells as a flat table.", flatten);
