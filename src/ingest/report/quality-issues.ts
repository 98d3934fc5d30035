import { createHash } from "node:crypto";
import { limits } from "../../domain/kit/limits";
import {
  createDataQualityIssue,
  type DataQualityIssue,
  type EntityRef,
  type RecordIssues,
} from "../../domain/quality/data-quality-issue";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { codecs } from "../../storage/records/codecs";
import { type SaveOptions, saveAll } from "../../storage/records/save";
import { type LineProblem, type SourceProblem, shown } from "../kit/problem";
import type { Source } from "../kit/source";

/** The origin of an issue, and the organisation responsible for it. */
export interface IssueOrigin extends Pick<Source, "organizationCode"> {
  readonly ref: Pick<Source["ref"], "code">;
}

/** The outcome for the issues of a source. */
export interface IssueCounts {
  readonly new: number;
  /** Found before too, but with another line or message, or marked as resolved. */
  readonly changed: number;
  readonly unchanged: number;
  /** Found before and no longer. */
  readonly resolved: number;
}

export const noIssues: IssueCounts = { new: 0, changed: 0, unchanged: 0, resolved: 0 };

/**
 * Gives each problem the code of its issue. The code depends on the problem and its record, not on the line, so that it
 * stays the same when rows move; among equal ones it depends on their order in the file.
 */
export function withIssueCodes(source: IssueOrigin, problems: readonly LineProblem[]): SourceProblem[] {
  const alike = new Map<string, number>();
  return problems.map(({ about = null, quotes: _, ...problem }) => {
    const { rule, column, value } = problem;
    const fault = JSON.stringify([about?.type, about?.code, column, value]);
    const nth = (alike.get(rule + fault) ?? 0) + 1;
    alike.set(rule + fault, nth);
    const hash = createHash("sha256").update(`${nth}${fault}`).digest("hex").slice(0, 16);
    return { source: source.ref.code, ...problem, about, issue: `${source.ref.code}:${rule}:${hash}` };
  });
}

export interface IssueOptions extends Pick<SaveOptions, "before" | "dryRun" | "fence"> {
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  /** Whether the whole file was read, so that a missing problem is resolved. */
  readonly complete: boolean;
}

/**
 * Stores the problems of a run as issues, and marks earlier ones that were not found as resolved. Nothing is deleted,
 * and unchanged issues are not written.
 */
export const saveIssues = (
  table: Table,
  source: IssueOrigin,
  problems: readonly SourceProblem[],
  options: IssueOptions,
): Promise<IssueCounts> =>
  saveFoundIssues(
    table,
    source.ref.code,
    problems.map((each) => issueOf(source, each, options.now)),
    options,
  );

/**
 * The same for issues that are made.
 * @param given all of a source. One that was found before keeps the instant of then.
 */
export async function saveFoundIssues(
  table: Table,
  sourceCode: string,
  given: readonly DataQualityIssue[],
  { complete, ...how }: IssueOptions,
): Promise<IssueCounts> {
  const { now } = how;
  const { dataQualityIssues } = tableRepositories(table);
  const before = await dataQualityIssues.byCodes(given.map(({ code }) => code));
  const found = given.map((issue, i) => ({ ...issue, firstSeen: before[i]?.firstSeen ?? now }));
  const codes = new Set(found.map(({ code }) => code));
  const standing = complete ? await dataQualityIssues.standingOfSource(sourceCode) : [];
  const gone = await dataQualityIssues.byCodes(standing.filter((code) => !codes.has(code)));
  const resolved = gone.flatMap((issue) => (issue?.resolvedAt === null ? { ...issue, resolvedAt: now } : []));
  const options = { origin: sourceCode, ...how };
  // Before the issues: for an issue that is already resolved, the next run would not know that its record still lists
  // it.
  await saveIssuesOfRecords(table, found, resolved, options);
  const outcomes = await saveAll(table, codecs.dataQualityIssue, [...found, ...resolved], options);
  const ofFound = outcomes.slice(0, found.length);
  const count = (wanted: string): number => ofFound.filter((outcome) => outcome === wanted).length;
  return {
    new: count("CREATED"),
    changed: count("CHANGED"),
    unchanged: count("UNCHANGED"),
    resolved: resolved.length,
  };
}

/**
 * Stores with each record the codes of its issues, so that a list of records shows them without a query for each.
 * Issues from other sources stay. One more than the limit is stored, so that reading can fail.
 * @param found all present problems of a source, changed or not: the next run completes one that was killed.
 */
async function saveIssuesOfRecords(
  table: Table,
  found: readonly DataQualityIssue[],
  resolved: readonly DataQualityIssue[],
  options: SaveOptions,
): Promise<void> {
  const codesOf = new Map<string, { readonly entity: EntityRef; readonly codes: string[] }>();
  for (const { entity, code, resolvedAt } of [...found, ...resolved]) {
    if (entity === null) continue;
    const id = `${entity.type} ${entity.code}`;
    const of = codesOf.get(id) ?? { entity, codes: [] };
    if (resolvedAt === null) of.codes.push(code);
    codesOf.set(id, of);
  }
  const groups = [...codesOf.values()];
  const { dataQualityIssues } = tableRepositories(table);
  const known = await dataQualityIssues.ofRecords(groups.map(({ entity }) => entity));
  const records = groups.map(({ entity, codes }, i): RecordIssues => {
    const ofOthers = (known[i]?.issueCodes ?? []).filter((code) => !code.startsWith(`${options.origin}:`));
    return { entity, issueCodes: [...ofOthers, ...codes].sort().slice(0, limits.issuesOfRecord + 1) };
  });
  await saveAll(table, codecs.recordIssues, records, options);
}

const issueOf = (source: IssueOrigin, problem: SourceProblem, firstSeen: string): DataQualityIssue =>
  createDataQualityIssue({
    code: problem.issue,
    rule: problem.rule,
    severity: problem.severity,
    entity: problem.about,
    organizationCode: source.organizationCode,
    sourceCode: problem.source,
    line: problem.line,
    column: storable(problem.column),
    value: storable(shown(problem.value)),
    message: { it: storable(problem.messageIt), en: storable(problem.message) },
    firstSeen,
  });

const maxKept = 2_000;

/** The table cannot store half a character, which JSON may contain; and a cell may be as long as a file. */
const storable = <T extends string | null>(text: T): T =>
  (text === null ? null : Buffer.from(text.slice(0, maxKept)).toString()) as T;
