import { limits } from "../../domain/kit/limits";
import type { QualityGroup } from "../../domain/quality/data-quality-summary";
import { type QualityRule, ruleText } from "../../domain/quality/quality-rule";
import { findDataQualitySummary } from "../../queries/quality/find-data-quality-summary";
import { required } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { LocalizedTextType } from "../kit/localized-text.type";
import { toSource } from "../kit/source-ref.type";
import { toOrganization } from "../places/organization.type";
import { DataQualityGroupingEnum } from "./data-quality-issue.enum";
import { DataQualityGroupType, DataQualitySummaryType } from "./data-quality-summary.type";

queries({
  dataQualitySummary: operation(
    () => DataQualitySummaryType,
    `How many issues stand and how many were mended. Refused beyond ${limits.summarisedIssues} of either.`,
    { groupBy: required(() => DataQualityGroupingEnum, "What to count by.") },
    ({ groupBy }, context) => findDataQualitySummary(groupBy, context),
  ),
});

fields<QualityGroup>(() => DataQualityGroupType, {
  meaning: field(
    () => LocalizedTextType,
    "What the rule means; null where issues are not counted by rule.",
    ({ groupBy, key }) => (groupBy === "RULE" ? ruleText(key as QualityRule, "meaning") : null),
  ),
  source: toSource.oneBy(
    ({ groupBy, key }) => (groupBy === "SOURCE" ? key : null),
    "The source; null where issues are not counted by source, or its file could never be read.",
  ),
  organization: toOrganization.oneBy(
    ({ groupBy, key }) => (groupBy === "ORGANIZATION" ? key : null),
    "The body that answers for the files; null where issues are not counted by it.",
  ),
});
