import { rules } from "../../domain/kit/messages/en/rules";
import type { QualityGrouping } from "../../domain/quality/data-quality-summary";
import type { QualityRule, Severity } from "../../domain/quality/quality-rule";
import { enumType } from "../kit/enum-type";

export const DataQualityRuleEnum = enumType<QualityRule>(
  "DataQualityRule",
  "What an import checks. More rules come as more is checked.",
  Object.fromEntries(Object.entries(rules).map(([rule, { meaning }]) => [rule, meaning])) as Readonly<
    Record<QualityRule, string>
  >,
);

export const SeverityEnum = enumType<Severity>("Severity", "How bad an issue is.", {
  ERROR: "Something that the file says could not be taken over.",
  NOTICE: "Nothing to mend, good to know.",
  WARNING: "It was taken over as it stands, but looks wrong.",
});

export const DataQualityGroupingEnum = enumType<QualityGrouping>(
  "DataQualityGrouping",
  "What issues are counted by.",
  {
    ORGANIZATION: "By the body that answers for the files; only bodies that have had issues.",
    RULE: "By rule, also those that found nothing.",
    SEVERITY: "By how bad they are, the worst first.",
    SOURCE: "By source; only sources that have had issues.",
  },
);
