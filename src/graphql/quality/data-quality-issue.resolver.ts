import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import { ruleText } from "../../domain/quality/quality-rule";
import { findRecord } from "../../queries/kit/find-node";
import { findDataQualityIssues } from "../../queries/quality/find-data-quality-issues";
import { optional } from "../kit/argument";
import { field, fields, nonNullField, operation, queries } from "../kit/declare";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PageArgs } from "../kit/page.input";
import { toSource } from "../kit/source-ref.type";
import { toOrganization } from "../places/organization.type";
import { DataQualityIssueFilterInput } from "./data-quality-issue.input";
import { DataQualityIssueConnectionType, DataQualityIssueType, toIssue } from "./data-quality-issue.type";

queries({
  dataQualityIssues: operation(
    () => DataQualityIssueConnectionType,
    "What is wrong with the imported files: the worst first, then by source and line.",
    {
      filter: optional(() => DataQualityIssueFilterInput, "Which issues; all that stand when absent."),
      page: PageArgs,
    },
    ({ filter, page }, context) => findDataQualityIssues(filter, page, context),
  ),
  dataQualityIssue: toIssue.byCode(
    "One issue by its code, whether it stands or not; null if there is none.",
    "As the report of an import names it.",
  ),
});

fields<DataQualityIssue>(() => DataQualityIssueType, {
  meaning: nonNullField(
    () => LocalizedTextType,
    "What the rule means.",
    ({ rule }) => ruleText(rule, "meaning"),
  ),
  remedy: nonNullField(
    () => LocalizedTextType,
    "What whoever keeps the file can do about it.",
    ({ rule }) => ruleText(rule, "remedy"),
  ),
  record: field(
    () => NodeType,
    "The record concerned; null where no record came of the row, and for a file as a whole. Cheap for whole lists.",
    ({ entity }, { loaders }) => entity && findRecord(entity, loaders),
  ),
  organization: toOrganization.one(
    "organizationCode",
    "The body that answers for what the file says and can mend it: for a city's datasets the municipality; null where none is known.",
  ),
  source: toSource.one(
    "sourceCode",
    "The source with publisher and licence; null where its file could never be read, and where records of several sources were compared.",
  ),
});
