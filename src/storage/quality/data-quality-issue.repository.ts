import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { DataQualityIssue, EntityRef, RecordIssues } from "../../domain/quality/data-quality-issue";
import type { CountedIssue } from "../../domain/quality/data-quality-summary";
import { type QualityRule, type Severity, severities } from "../../domain/quality/quality-rule";
import { type Page, type PageRequest, readPage } from "../engine/page";
import { given, type ItemFilter } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { dataQualityIssueCodec, issueLists } from "../records/data-quality-issue.codec";
import { type IssueState, keys } from "../records/keys";
import { recordOf, recordsByKeys } from "../records/records.repository";

/** All conditions must hold; absent ones exclude nothing. */
export interface DataQualityIssueCriteria {
  readonly state: IssueState;
  readonly entity?: EntityRef;
  readonly organizationCode?: string;
  readonly rule?: QualityRule;
  readonly severity?: Severity;
  readonly sourceCode?: string;
}

/** More open issues of one source than this suggest that the file is not the declared one. */
const maxOfSource = 100_000;

export function dataQualityIssueRepository(reader: Reader) {
  const { byCodes, listedIn } = dataQualityIssueCodec.repository(reader);
  return {
    byCodes,

    /** Issues that meet the criteria, the worst first, then by source and line. */
    page: (criteria: DataQualityIssueCriteria, request: PageRequest): Page<DataQualityIssue> =>
      isOfSourceOnly(criteria)
        ? readPage(reader, ofSource(criteria), request, (items) => items.map(recordOf<DataQualityIssue>))
        : listedIn(inList(criteria), request),

    /** The issues of records, in the order of the records; `null` for a record that never had any. */
    ofRecords: (entities: readonly EntityRef[]): (RecordIssues | null)[] =>
      recordsByKeys<RecordIssues>(reader, entities.map(keys.recordIssues)),

    /** Codes of all open issues of a source. */
    standingOfSource(sourceCode: string): string[] {
      const { listPk } = keys.list.sourceIssues("STANDING", sourceCode, "", "");
      const { items, more } = reader.query({ index: "list", partition: listPk }, maxOfSource);
      if (more) throw tooMany(maxOfSource, sourceCode);
      return items.map((item) => recordOf<DataQualityIssue>(item).code);
    },

    /** All open issues, the worst first; an error beyond what a summary counts. */
    standing(): DataQualityIssue[] {
      const { pk } = keys.dataQualityIssue("STANDING", issueLists.all(), "", "");
      const { items, more } = reader.query({ partition: pk }, limits.summarisedIssues);
      if (more) throw tooMany(limits.summarisedIssues, "dataQuality");
      return byCodes(items.map(({ code }) => String(code))).filter((issue) => issue !== null);
    },

    /** The input of a summary, for all issues in a state. */
    counted(state: IssueState): CountedIssue[] {
      const { pk } = keys.dataQualityIssue(state, issueLists.all(), "", "");
      const { items, more } = reader.query({ partition: pk }, limits.summarisedIssues);
      if (more) throw tooMany(limits.summarisedIssues, "dataQualitySummary");
      return items as unknown as CountedIssue[];
    },
  };
}

const isOfSourceOnly = ({ entity, rule, organizationCode, sourceCode }: DataQualityIssueCriteria): boolean =>
  sourceCode !== undefined && entity === undefined && rule === undefined && organizationCode === undefined;

const prefixOf = ({ severity }: DataQualityIssueCriteria) =>
  severity === undefined ? {} : { prefix: `${severities.indexOf(severity)}#` };

const ofSource = (criteria: DataQualityIssueCriteria) => ({
  index: "list" as const,
  partition: keys.list.sourceIssues(criteria.state, criteria.sourceCode!, "", "").listPk,
  ...prefixOf(criteria),
});

const inList = (criteria: DataQualityIssueCriteria) => ({
  partition: keys.dataQualityIssue(criteria.state, listOf(criteria), "", "").pk,
  where: filtersOf(criteria),
  ...prefixOf(criteria),
});

/** The shortest list that covers the criteria. */
function listOf({ entity, rule, organizationCode }: DataQualityIssueCriteria): string {
  if (entity !== undefined) return issueLists.entity(entity.type, entity.code);
  if (rule !== undefined) return issueLists.rule(rule);
  return organizationCode === undefined ? issueLists.all() : issueLists.organization(organizationCode);
}

const filtersOf = (criteria: DataQualityIssueCriteria): ItemFilter[] =>
  given(
    (["organizationCode", "rule", "sourceCode"] as const).map((name) => [name, "equals", criteria[name]]),
  );

const tooMany = (most: number, where: string): HubError =>
  new HubError("LIMIT_EXCEEDED", "issues", { most }, { where });
