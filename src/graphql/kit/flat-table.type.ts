import type { FlatColumn, FlatColumnType, FlatTable } from "../../domain/kit/flat-table";
import { type FieldOf, nonNullField } from "./declare";
import { NonNull, Nullable, Output } from "./decorators";
import { enumType } from "./enum-type";
import { JSONObjectScalar } from "./scalars";

const FlatColumnTypeEnum = enumType<FlatColumnType>("FlatColumnType", "Type of the values of a column.", {
  BOOLEAN: "True or false.",
  NUMBER: "Number.",
  TEXT: "Text, code or date.",
});

@Output("FlatColumn", "Column of a flat table.")
class FlatColumnObjectType implements FlatColumn {
  @NonNull(() => String, "Name of the column, used as key in every row.")
  name!: string;

  @NonNull(() => FlatColumnTypeEnum, "Type of the values.")
  type!: FlatColumnType;

  @Nullable(() => String, "Unit of the values; null if there is none.")
  unit!: string | null;
}

@Output(
  "FlatTable",
  "The answer as a table of plain values for spreadsheets, data frames and Grafana (Infinity data source).",
)
class FlatTableType implements FlatTable {
  @NonNull(() => [FlatColumnObjectType], "Columns in order.")
  columns!: readonly FlatColumn[];

  @NonNull(
    () => [JSONObjectScalar],
    "One object for each cell. Keys are the names of the columns; unknown values are null.",
  )
  rows!: FlatTable["rows"];
}

/** Field with the answer as a flat table. */
export const flatOf = <Source>(flatten: (answer: Source) => FlatTable): FieldOf<Source> =>
  nonNullField(() => FlatTableType, "The same cells as a flat table.", flatten);
