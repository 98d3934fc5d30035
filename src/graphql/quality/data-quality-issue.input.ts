import { Field, ID, InputType } from "type-graphql";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import type { DataQualityIssueFilter } from "../../queries/quality/find-data-quality-issues";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@InputType("DataQualityIssueFilter", {
  description: "Which issues. All conditions must hold; none means all issues that stand.",
})
export class DataQualityIssueFilterInput implements DataQualityIssueFilter {
  @Field(() => DataQualityRuleEnum, { nullable: true, description: "The rule that found them." })
  rule!: QualityRule | null | undefined;

  @Field(() => SeverityEnum, { nullable: true, description: "How bad they are." })
  severity!: Severity | null | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of the source, for example ds3017; hub-matching for what the hub found by comparing records of several.",
  })
  source!: string | null | undefined;

  @Field(() => ID, {
    nullable: true,
    description: "The id of a record that they are about, for example of a centre.",
  })
  record!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the body that answers for the files, for example comune-milano.",
  })
  organization!: string | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "False: those that stand. True: those that were mended, as the import after it found.",
  })
  resolved!: boolean | null | undefined;
}
