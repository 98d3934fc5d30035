import {
  type DataQualityIssue,
  dataQualityIssueRecord,
  type RecordIssues,
} from "../../domain/quality/data-quality-issue";
import { severities } from "../../domain/quality/quality-rule";
import type { Item } from "../engine/key";
import type { Codec } from "./codec";
import { followed } from "./entity";
import { type IssueState, keys } from "./keys";

/** The lists of an issue, beside that of its source, which is an index. */
export const issueLists = {
  all: () => "ALL",
  entity: (entityType: string, entityCode: string) => `ENTITY#${entityType}#${entityCode}`,
  organization: (organizationCode: string) => `ORGANIZATION#${organizationCode}`,
  rule: (rule: string) => `RULE#${rule}`,
} as const;

const issueState = ({ resolvedAt }: Pick<DataQualityIssue, "resolvedAt">): IssueState =>
  resolvedAt === null ? "STANDING" : "RESOLVED";

/** Most severe first; then by source and line. */
const orderOf = ({ severity, sourceCode, line }: DataQualityIssue): string =>
  `${severities.indexOf(severity)}#${sourceCode}#${String(line ?? "").padStart(9, "0")}`;

/**
 * The list of a source is an index, because an index follows from the record alone. So the next import finds all issues,
 * also those that a killed run left half written.
 */
export const dataQualityIssueCodec = {
  ...followed(dataQualityIssueRecord, "dataQualityIssues", "A data quality issue of an import."),
  index: (issue) => keys.list.sourceIssues(issueState(issue), issue.sourceCode, orderOf(issue), issue.code),
  edges: (issue): Item[] => {
    const { code, entity, organizationCode, rule, severity, sourceCode } = issue;
    const lists = [
      issueLists.all(),
      issueLists.rule(rule),
      ...(entity === null ? [] : [issueLists.entity(entity.type, entity.code)]),
      ...(organizationCode === null ? [] : [issueLists.organization(organizationCode)]),
    ];
    return lists.map((list) => ({
      ...keys.dataQualityIssue(issueState(issue), list, orderOf(issue), code),
      ...{ code, rule, severity, sourceCode, organizationCode },
    }));
  },
} satisfies Codec<DataQualityIssue>;

export const recordIssuesCodec = {
  type: "RecordIssues",
  code: ({ entity }) => `${entity.type} ${entity.code}`,
  key: ({ entity }) => keys.recordIssues(entity),
} satisfies Codec<RecordIssues>;
