import { ID } from "type-graphql";
import { matchingOrigin } from "../../domain/kit/source-ref";
import { codeOf, optional } from "../kit/argument";
import { input } from "../kit/input";
import { DataQualityRuleEnum, SeverityEnum } from "./data-quality-issue.enum";

export const DataQualityIssueFilterInput = input(
  "DataQualityIssueFilter",
  "Filter of data quality issues. All conditions must be met; without conditions all open issues match.",
  {
    record: optional(() => ID, "Global id of the record concerned, for example of a centre."),
    rule: optional(() => DataQualityRuleEnum, "Rule of the issues."),
    severity: optional(() => SeverityEnum, "Severity of the issues."),
    source: optional(
      codeOf("sourceRef", { also: (code) => code === matchingOrigin }),
      "Code of the source, for example ds3017; hub-matching for comparisons of several sources.",
    ),
    organization: optional(
      codeOf("organization"),
      "Code of the organisation responsible for the files, for example comune-milano.",
    ),
    resolved: optional(
      () => Boolean,
      "False: open issues. True: issues that a later import no longer found.",
      false,
    ),
  },
);
