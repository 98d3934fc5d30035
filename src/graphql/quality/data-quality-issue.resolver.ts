import type { Area } from "../../domain/places/area";
import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import { ruleText } from "../../domain/quality/quality-rule";
import { filterUnder } from "../../queries/kit/filter-under";
import { findRecord } from "../../queries/kit/find-node";
import { toGlobalId } from "../../queries/kit/global-id";
import { findDataQualityIssues } from "../../queries/quality/find-data-quality-issues";
import { optional } from "../kit/argument";
import { field, fields, fieldWith, nonNullField, operation, queries } from "../kit/declare";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { pageArguments } from "../kit/page.input";
import { toSource } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { toOrganization } from "../places/organization.type";
import { DataQualityIssueFilterInput } from "./data-quality-issue.input";
import { DataQualityIssueConnectionType, DataQualityIssueType, toIssue } from "./data-quality-issue.type";

queries({
  dataQualityIssues: operation(
    () => DataQualityIssueConnectionType,
    "Data quality issues of imported files, most severe first, then by source and line.",
    {
      filter: optional(() => DataQualityIssueFilterInput, "Filter of issues; all open issues when absent."),
      ...pageArguments,
    },
    ({ filter, ...page }, context) => findDataQualityIssues(filter, page, context),
  ),
  dataQualityIssue: toIssue.byCode("open or resolved issue", "ds3017:HOURS_NOT_UNDERSTOOD:02f9148049d65670"),
});

fields<DataQualityIssue>(() => DataQualityIssueType, {
  meaning: nonNullField(
    () => LocalizedTextType,
    "Meaning of the rule.",
    ({ rule }) => ruleText(rule, "meaning"),
  ),
  remedy: nonNullField(
    () => LocalizedTextType,
    "Remedy for the maintainer of the file.",
    ({ rule }) => ruleText(rule, "remedy"),
  ),
  record: field(
    () => NodeType,
    "The record concerned, to read its fields. Null if `entity` is null or no longer exists. Efficient in lists.",
    ({ entity }, { records }) => entity && findRecord(entity, records),
  ),
  organization: toOrganization.one(
    "organizationCode",
    "Organisation responsible for the content of the file, which can correct it; null if unknown. For datasets of a city, the municipality.",
  ),
  source: toSource.one(
    "sourceCode",
    "Source with publisher and licence. Null if its file could never be read, or if the issue concerns several sources.",
  ),
});

fields<Area>(() => AreaType, {
  qualityIssues: fieldWith(
    () => DataQualityIssueConnectionType,
    "Data quality issues of the area itself, such as a wrong surface, most severe first. Issues of its centres are under the centres.",
    {
      filter: optional(
        () => DataQualityIssueFilterInput,
        "Filter of issues; all open issues when absent. `record` is rejected.",
      ),
      ...pageArguments,
    },
    ({ code }: Area, { filter, ...page }, context) =>
      findDataQualityIssues(filterUnder(filter, "record", toGlobalId("Area", code)), page, context),
  ),
});
