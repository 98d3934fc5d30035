import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import { connectionType } from "../kit/connection.type";
import { NodeType } from "../kit/node.type";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@ObjectType("EntityRef", { description: "A record by its type and code.", simpleResolvers: true })
export class EntityRefType implements EntityRef {
  @Field(() => String, { description: "Name of its type in this schema, for example Centre." })
  type!: string;

  @Field(() => String, {
    description: "Its code, for example ds3017:10; of an observation births@nil:39@2020.",
  })
  code!: string;
}

@ObjectType("DataQualityIssue", {
  description:
    "Something wrong with one place of an imported file, or with what several say together, kept from the import that first found it. Nothing is repaired by the hub.",
  implements: NodeType,
  simpleResolvers: true,
})
export class DataQualityIssueType extends NodeType implements Omit<DataQualityIssue, "organizationCode"> {
  @Field(() => String, {
    description:
      "Stable key: the same fault of the same file keeps it over imports, also when its row moves.",
  })
  code!: string;

  @Field(() => DataQualityRuleEnum, { description: "The rule that it breaks." })
  rule!: QualityRule;

  @Field(() => SeverityEnum, { description: "How bad it is." })
  severity!: Severity;

  @Field(() => EntityRefType, {
    nullable: true,
    description: "The record concerned; null where no record came of the row, and for a file as a whole.",
  })
  entity!: EntityRefType | null;

  @Field(() => String, {
    description:
      "Code of the source; there is no such source yet where its file could never be read, and none behind hub-matching, which names what the hub found by comparing records of several.",
  })
  sourceCode!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Line of a CSV file, from 1; place of a GeoJSON feature, from 0; null for a file as a whole. As of the import that found or last changed it.",
  })
  line!: number | null;

  @Field(() => String, { nullable: true, description: "Column or property." })
  column!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What stands there, word for word, at most 200 characters; null where nothing does.",
  })
  value!: string | null;

  @Field(() => String, {
    description: "What is wrong in this place, in English; meaning and remedy are in both languages.",
  })
  message!: string;

  @Field(() => GraphQLDateTime, { description: "When an import first found it." })
  firstSeen!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When an import of the same source no longer found it; null while it stands.",
  })
  resolvedAt!: string | null;
}

export const DataQualityIssueConnectionType = connectionType(
  "DataQualityIssue",
  () => DataQualityIssueType,
  "data quality issues",
);
