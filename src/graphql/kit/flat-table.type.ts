import { GraphQLJSONObject } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { FlatColumn, FlatColumnType, FlatTable } from "../../domain/kit/flat-table";
import { enumType } from "./enum-type";

const FlatColumnTypeEnum = enumType<FlatColumnType>("FlatColumnType", "What stands in a column.", {
  BOOLEAN: "True or false.",
  NUMBER: "A number.",
  TEXT: "A text, code or date.",
});

@ObjectType("FlatColumn", { description: "A column of a flat table.", simpleResolvers: true })
class FlatColumnObjectType implements FlatColumn {
  @Field(() => String, { description: "Its name: the key in every row." })
  name!: string;

  @Field(() => FlatColumnTypeEnum, { description: "What stands in it." })
  type!: FlatColumnType;

  @Field(() => String, { nullable: true, description: "Unit of its numbers; null where there is none." })
  unit!: string | null;
}

@ObjectType("FlatTable", {
  description:
    "The same answer as rows of plain values, which Grafana (Infinity data source), a spreadsheet or a data frame reads as it is.",
  simpleResolvers: true,
})
export class FlatTableType implements FlatTable {
  @Field(() => [FlatColumnObjectType], { description: "The columns, in their order." })
  columns!: readonly FlatColumn[];

  @Field(() => [GraphQLJSONObject], {
    description: "One object for each cell, with the names of the columns as keys; unknown is null.",
  })
  rows!: FlatTable["rows"];
}

/** The description of every `flat` field. */
export const flatDescription = "The same cells as a flat table.";
