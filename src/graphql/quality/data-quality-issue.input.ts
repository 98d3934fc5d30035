import { Field, ID } from "type-graphql";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import type { DataQualityIssueFilter } from "../../queries/quality/find-data-quality-issues";
import { Input, Nullable } from "../kit/decorators";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@Input("DataQualityIssueFilter", "Which issues. All conditions must hold; none means all issues that stand.")
export class DataQualityIssueFilterInput implements DataQualityIssueFilter {
  @Nullable(() => DataQualityRuleEnum, "The rule that found them.")
  rule!: QualityRule | null | undefined;

  @Nullable(() => SeverityEnum, "How bad they are.")
  severity!: Severity | null | undefined;

  @Nullable(
    () => String,
    "Code of the source, for example ds3017; hub-matching for what the hub found by comparing records of several.",
  )
  source!: string | null | undefined;

  @Nullable(() => ID, "The id of a record that they are about, for example of a centre.")
  record!: string | null | undefined;

  @Nullable(() => String, "Code of the body that answers for the files, for example comune-milano.")
  organization!: string | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "False: those that stand. True: those that were mended, as the import after it found.",
  })
  resolved!: boolean | null | undefined;
}
