import type { Override } from "../../storage/records/override";
import { alignedTable } from "../kit/aligned-table";
import { type LeftOutReason, leftOutReasons } from "../kit/left-out";
import { type SourceProblem, shown } from "../kit/problem";
import type { DiffEntry } from "./import-diff";
import type { IngestReport, RollbackReport, SourceRunReport } from "./report";

const mostShown = 20;

const why: Readonly<Record<LeftOutReason, string>> = {
  COMMENT: "by commentPrefix",
  CONDITION: "by when",
  WORD: "by null in a map",
  BLANK: "because their cells are empty",
};

const header = [
  "source",
  "status",
  "mode",
  "rows",
  "new",
  "changed",
  "same",
  "rejected",
  "records",
  "written",
  "deleted",
];

/** The report for people: a table, then the first problems of each source. All problems are in the JSON form. */
export function formatReport({ sources, dataVersion, dryRun }: IngestReport): string {
  const table = alignedTable([header, ...sources.map(cellsOf)], 3);
  const problems = sources.filter((source) => source.problems.length > 0).map(problemsOf);
  const drops = sources.flatMap(({ source, deletes }) =>
    deletes.message === null ? [] : [`${source}: ${deletes.message.en}`],
  );
  const edits = sources.flatMap(({ source, overrides }) =>
    overrides.length === 0 ? [] : [formatOverrides(source, overrides)],
  );
  const without = sources.flatMap(({ source, leftOut, rows }) => {
    const reasons = leftOutReasons.filter((reason) => leftOut[reason] > 0);
    const told = reasons.map((reason) => `${leftOut[reason]} ${why[reason]}`).join(", ");
    return told === "" ? [] : [`${source}: of ${rows.read} rows these give nothing: ${told}`];
  });
  const diffs = sources.flatMap(({ source, diff }) => (diff === null ? [] : [formatDiff(source, diff)]));
  const runs = sources.flatMap(({ run }) => run ?? []);
  const ends = [`Runs: ${runs.join(", ")}`, `Data version: ${dataVersion}`];
  const end = dryRun ? "Dry run: nothing was written." : ends.join("\n");
  return [table, ...drops, ...edits, ...without, ...diffs, ...problems, end].join("\n\n");
}

export function formatRollback({ run, rollbackOf, restored, removed, conflicts }: RollbackReport): string {
  const summary = `${rollbackOf} was taken back by ${run}: ${restored} records restored, ${removed} removed, ${conflicts.length} changed since and left as they are`;
  return firstOf(summary, conflicts, (name) => [name]);
}

/** A summary, and the lines of the first items below it. */
function firstOf<T>(summary: string, items: readonly T[], linesOf: (item: T) => readonly string[]): string {
  const lines = items.slice(0, mostShown).flatMap(linesOf);
  const more = items.length - mostShown;
  const rest = more > 0 ? [`and ${more} more: use --json for all of them`] : [];
  return [summary, ...[...lines, ...rest].map((line) => `  ${line}`)].join("\n");
}

const sign = { CREATE: "+", DELETE: "-", UPDATE: "~" } as const;
// Deletions are what people must see.
const rank = { DELETE: 0, UPDATE: 1, CREATE: 2 } as const;

/** The changes that an import of a source would make: the first records. */
function formatDiff(source: string, diff: readonly DiffEntry[]): string {
  const of = (action: DiffEntry["action"]): number => diff.filter((entry) => entry.action === action).length;
  const counts = `${of("CREATE")} to create, ${of("UPDATE")} to change, ${of("DELETE")} to delete`;
  const order = [...diff].sort((a, b) => rank[a.action] - rank[b.action]);
  return firstOf(`${source}: ${counts}`, order, ({ action, type, code, fields }) => [
    `${sign[action]} ${type} ${code}`,
    ...fields.map(
      ({ field, before, after }) =>
        `    ${field}: ${shown(before) ?? "nothing"} -> ${shown(after) ?? "nothing"}`,
    ),
  ]);
}

/** What editors corrected and the source still states otherwise. */
function formatOverrides(source: string, overrides: readonly Override[]): string {
  const summary = `${source}: ${overrides.length} edit${overrides.length === 1 ? " has" : "s have"} priority over the source`;
  return firstOf(summary, overrides, ({ type, code, field, item, source: stated, editor }) => {
    if (field === null) return [`${type} ${code}: retired or merged by an editor`];
    const where = item === null ? field : `${field} ${item}`;
    const kept = editor === null ? "nothing" : shown(editor);
    return [`${type} ${code}, ${where}: source ${shown(stated)}, editor ${kept}`];
  });
}

function cellsOf({ source, status, mode, rows, records, deletes }: SourceRunReport): string[] {
  const written = records.created + records.changed;
  const all = written + records.unchanged + records.kept;
  const numbers = [
    rows.read,
    rows.new,
    rows.changed,
    rows.unchanged,
    rows.rejected,
    all,
    written,
    deletes.deleted,
  ];
  return [source, status, mode, ...numbers.map((n) => n.toLocaleString("en-GB"))];
}

function problemsOf({ source, title, file, rowsAre, problems }: SourceRunReport): string {
  const bySeverity = (["ERROR", "WARNING", "NOTICE"] as const)
    .map(
      (severity) => [problems.filter((p) => p.severity === severity).length, severity.toLowerCase()] as const,
    )
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${severity}${n === 1 ? "" : "s"}`);
  const summary = `${source} ${title}${file === null ? "" : ` (${file})`}: ${bySeverity.join(", ")}`;
  return firstOf(summary, [...problems].sort(worstFirst), (each) => [lineOf(each, rowsAre)]);
}

const ranks = { ERROR: 0, WARNING: 1, NOTICE: 2 } as const;
const worstFirst = (a: SourceProblem, b: SourceProblem): number =>
  ranks[a.severity] - ranks[b.severity] || (a.line ?? -1) - (b.line ?? -1);

function lineOf(
  { line, column, value, rule, severity, message }: SourceProblem,
  rowsAre: SourceRunReport["rowsAre"],
) {
  const place = line === null ? "file" : rowsAre === "lines" ? `line ${line}` : `${rowsAre}[${line}]`;
  const where = column === null ? place : `${place}, ${column}`;
  const what = value === null ? "" : ` = ${JSON.stringify(value)}`;
  return `${severity} ${rule} at ${where}${what}: ${message}`;
}
