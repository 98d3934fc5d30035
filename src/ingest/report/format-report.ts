import type { SourceProblem } from "../kit/problem";
import { formatDiff } from "./format-diff";
import type { IngestReport, SourceRunReport } from "./report";
import type { RollbackReport } from "./rollback-report";

const mostShown = 20;

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
  const table = alignedTable([header, ...sources.map(cellsOf)]);
  const problems = sources.filter((source) => source.problems.length > 0).map(problemsOf);
  const drops = sources.flatMap(({ source, deletes }) =>
    deletes.message === null ? [] : [`${source}: ${deletes.message.en}`],
  );
  const diffs = sources.flatMap(({ source, diff }) => (diff === null ? [] : [formatDiff(source, diff)]));
  const runs = sources.flatMap(({ run }) => run ?? []);
  const ends = [`Runs: ${runs.join(", ")}`, `Data version: ${dataVersion}`];
  const end = dryRun ? "Dry run: nothing was written." : ends.join("\n");
  return [table, ...drops, ...diffs, ...problems, end].join("\n\n");
}

export function formatRollback({ run, rollbackOf, restored, removed, conflicts }: RollbackReport): string {
  const shown = conflicts.slice(0, mostShown).map((name) => `  ${name}`);
  const more = conflicts.length - shown.length;
  return [
    `${rollbackOf} was taken back by ${run}: ${restored} records restored, ${removed} removed, ${conflicts.length} changed since and left as they are`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more: use --json for all of them`] : []),
  ].join("\n");
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

/** Text columns aligned left, number columns aligned right. */
function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, c) => Math.max(...rows.map((row) => row[c]!.length)));
  return rows
    .map((row) =>
      row.map((cell, c) => (c < 3 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join("  "),
    )
    .map((line) => line.trimEnd())
    .join("\n");
}

function problemsOf({ source, title, file, rowsAre, problems }: SourceRunReport): string {
  const bySeverity = (["ERROR", "WARNING", "NOTICE"] as const)
    .map(
      (severity) => [problems.filter((p) => p.severity === severity).length, severity.toLowerCase()] as const,
    )
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${severity}${n === 1 ? "" : "s"}`);
  const shown = [...problems].sort(worstFirst).slice(0, mostShown);
  const more = problems.length - shown.length;
  return [
    `${source} ${title}${file === null ? "" : ` (${file})`}: ${bySeverity.join(", ")}`,
    ...shown.map((problem) => `  ${lineOf(problem, rowsAre)}`),
    ...(more > 0 ? [`  and ${more} more: use --json for all of them`] : []),
  ].join("\n");
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
