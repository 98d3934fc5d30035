import { limits } from "../../domain/kit/limits";
import { withCommas } from "../../domain/kit/with-commas";
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
    `Number of open and resolved issues. At most ${withCommas(limits.summarisedIssues)} of either.`,
    { groupBy: required(() => DataQualityGroupingEnum, "Grouping dimension.") },
    ({ groupBy }, context) => findDataQualitySummary(groupBy, context),
  ),
});

fields<QualityGroup>(() => DataQualityGroupType, {
  meaning: field(
    () => LocalizedTextType,
    "Meaning of the rule; null unless issues are grouped by rule.",
    ({ groupBy, key }) => (groupBy === "RULE" ? ruleText(key as QualityRule, "meaning") : null),
  ),
  source: toSource.oneBy(
    ({ groupBy, key }) => (groupBy === "SOURCE" ? key : null),
    "Source; null unless issues are grouped by source, or if its file could never be read.",
  ),
  organization: toOrganization.oneBy(
    ({ groupBy, key }) => (groupBy === "ORGANIZATION" ? key : null),
    "Organisation responsible for the files; null unless issues are grouped by organisation.",
  ),
});
