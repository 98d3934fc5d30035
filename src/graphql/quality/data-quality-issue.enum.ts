import type { QualityGrouping } from "../../domain/quality/data-quality-summary";
import { type QualityRule, qualityRules, type Severity } from "../../domain/quality/quality-rule";
import { enumType } from "../kit/enum-type";

export const DataQualityRuleEnum = enumType<QualityRule>(
  "DataQualityRule",
  "Rule checked by imports. New rules can be added.",
  Object.fromEntries(
    Object.entries(qualityRules).map(([rule, { meaning }]) => [rule, meaning.en]),
  ) as Readonly<Record<QualityRule, string>>,
);

export const SeverityEnum = enumType<Severity>("Severity", "Severity of an issue.", {
  ERROR: "The value or row could not be imported.",
  NOTICE: "Information without need of correction.",
  WARNING: "The value or row was imported, but is probably wrong.",
});

export const DataQualityGroupingEnum = enumType<QualityGrouping>(
  "DataQualityGrouping",
  "Grouping dimension of data quality issues.",
  {
    ORGANIZATION: "By organisation responsible for the files; only organisations that have had issues.",
    RULE: "By rule, including rules without issues.",
    SEVERITY: "By severity, most severe first.",
    SOURCE: "By source; only sources that have had issues.",
  },
);
