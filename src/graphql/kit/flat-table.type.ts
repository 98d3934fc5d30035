import type { FlatColumn, FlatColumnType, FlatTable } from "../../domain/kit/flat-table";
import { limits } from "../../domain/kit/limits";
import { type FieldOf, nonNullField } from "./declare";
import { enumType } from "./enum-type";
import { nonNull, nullable, output } from "./output";
import { JSONObjectScalar } from "./scalars";
import { UnitType } from "./unit.type";

const FlatColumnTypeEnum = enumType<FlatColumnType>("FlatColumnType", "Type of the values of a column.", {
  BOOLEAN: "True or false.",
  NUMBER: "Number.",
  TEXT: "Text, code or date.",
});

const FlatColumnObjectType = output<FlatColumn>("FlatColumn", "Column of a flat table.", {
  name: nonNull(() => String, "Name of the column, used as key in every row."),
  type: nonNull(() => FlatColumnTypeEnum, "Type of the values."),
  unit: nullable(() => UnitType, "Unit of the values; null if there is none."),
});

const FlatTableType = output<FlatTable>(
  "FlatTable",
  "The answer as a table of plain values for spreadsheets, data frames and Grafana (Infinity data source).",
  {
    columns: nonNull(() => [FlatColumnObjectType], "Columns in order."),
    rows: nonNull(
      () => [JSONObjectScalar],
      "One object for each cell. Keys are the names of the columns; unknown values are null.",
      limits.seriesObservations,
    ),
  },
);

/** Field with the answer as a flat table. */
export const flatOf = <Source>(flatten: (answer: Source) => FlatTable | FlatTable): FieldOf<Source> =>
  nonNullField(() => FlatTableType, "The same cells as a flat table.", flatten);
