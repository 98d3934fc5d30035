import { Field, ID } from "type-graphql";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import type { DataQualityIssueFilter } from "../../queries/quality/find-data-quality-issues";
import { Input, Nullable } from "../kit/decorators";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

@Input(
  "DataQualityIssueFilter",
  "Filter of data quality issues. All conditions must be met; without conditions all open issues match.",
)
export class DataQualityIssueFilterInput implements DataQualityIssueFilter {
  @Nullable(() => DataQualityRuleEnum, "Rule of the issues.")
  rule!: QualityRule | null | undefined;

  @Nullable(() => SeverityEnum, "Severity of the issues.")
  severity!: Severity | null | undefined;

  @Nullable(
    () => String,
    "Code of the source, for example ds3017; hub-matching for comparisons of several sources.",
  )
  source!: string | null | undefined;

  @Nullable(() => ID, "Global id of the record concerned, for example of a centre.")
  record!: string | null | undefined;

  @Nullable(() => String, "Code of the organisation responsible for the files, for example comune-milano.")
  organization!: string | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "False: open issues. True: issues that a later import no longer found.",
  })
  resolved!: boolean | null | undefined;
}
