import { HubError } from "../domain/errors";
import type { GeoPoint } from "../domain/geo/point";
import { createSourceRef, type SourceRef } from "../domain/source-ref";
import { applyChanges } from "../projections/apply-changes";
import { createRepositories } from "../storage";
import { chunks } from "../storage/chunks";
import type { HubRecord } from "../storage/hub-record";
import type { SaveOutcome } from "../storage/save";
import type { Table } from "../storage/table";
import { type MappedRows, mapRows } from "./map-rows";
import type { LineProblem } from "./problem";
import { noIssues, saveIssues, withIssueCodes } from "./quality-issues";
import { countOutcomes, noRows, type RowCounts, type SourceReport } from "./report";
import { saveRecords } from "./save-records";
import type { FinishedRecord, MappingContext, ReadRows, Source } from "./source";
import { findFile, readSourceFile, type SourceFile } from "./source-file";

export interface ImportRun {
  readonly table: Table;
  readonly folder: string;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
}

/** One source from its file to the table. A file that cannot be read writes nothing and is FAILED. */
export async function importSource(source: Source, run: ImportRun): Promise<SourceReport> {
  const file = await findFile(run.folder, source.files);
  if (file === null) return reportOf(source, null, "NOT_FOUND");
  let input: SourceFile;
  let rows: ReadRows<{ readonly line: number }>;
  try {
    input = await readSourceFile(run.folder, file);
    rows = source.format.read(input.bytes);
  } catch (error) {
    const problems = withIssueCodes(source, [unreadable(error)]);
    const issues = await saveIssues(run.table, source, problems, { now: run.now, complete: false });
    return { ...reportOf(source, file, "FAILED"), problems, issues };
  }
  const mapped = mapRows(source, rows, await contextOf(source, rows.rows, run.table));
  const ref = await sourceRefOf(source, input.sha256, run);
  const definitions = source.definitions ?? [];
  const records: HubRecord[] = [...definitions, ...mapped.records];
  const options = { origin: source.ref.code, now: run.now, publishedOn: () => source.ref.modified };
  const outcomes = await saveRecords(run.table, records, options);
  const followed = await applyChanges(run.table, records, options);
  const problems = withIssueCodes(source, mapped.problems);
  const issues = await saveIssues(run.table, source, problems, { now: run.now, complete: true });
  // The source comes last: while it is not there, a run that was killed is seen to be unfinished.
  const last = await saveRecords(run.table, [{ type: "sourceRef", record: ref }], options);
  return {
    ...reportOf(source, file, "IMPORTED"),
    sha256: input.sha256,
    rows: rowCounts(mapped, outcomes.slice(definitions.length)),
    records: countOutcomes([...outcomes, ...followed, ...last]),
    problems,
    issues,
  };
}

const reportOf = (source: Source, file: string | null, status: SourceReport["status"]): SourceReport => ({
  source: source.ref.code,
  title: source.ref.title,
  file,
  status,
  mode: source.mode,
  sha256: null,
  rowsAre: source.format.rowsAre,
  rows: noRows,
  records: countOutcomes([]),
  problems: [],
  issues: noIssues,
});

function unreadable(error: unknown): LineProblem {
  if (!(error instanceof HubError)) throw error;
  return {
    line: null,
    column: null,
    value: null,
    rule: "SOURCE_UNREADABLE",
    severity: "ERROR",
    message: `${error.message} ${error.hint}`,
  };
}

/** Looks up beforehand what the mapping may ask for; a source without points needs nothing. */
async function contextOf(
  source: Source,
  rows: readonly { readonly line: number }[],
  table: Table,
): Promise<MappingContext> {
  const points = rows.flatMap((row) => source.points?.(row) ?? []);
  const { areas } = createRepositories(table);
  const known = new Map<string, readonly string[]>();
  for (const group of chunks(points, 8))
    await Promise.all(group.map(async (point) => known.set(idOf(point), await areas.codesAt(point))));
  const named = [...new Set(rows.flatMap((row) => source.areaCodes?.(row) ?? []))];
  const found = await areas.byCodes(named);
  const existing = new Set(named.filter((_, i) => found[i] !== null));
  return {
    areaExists: (code) => existing.has(code),
    areaCodesAt: (point) => known.get(idOf(point)) ?? [],
    levelsWithBoundary: new Set(points.length > 0 ? await areas.levelsWithBoundary() : []),
  };
}

const idOf = ({ latitude, longitude }: GeoPoint): string => `${latitude} ${longitude}`;

/** A file that was read before keeps the instant of that reading, so that a second run changes nothing. */
async function sourceRefOf({ ref }: Source, sha256: string, { table, now }: ImportRun): Promise<SourceRef> {
  const [known] = await createRepositories(table).sourceRefs.byCodes([ref.code]);
  const readBefore = known?.sha256 === sha256 ? known.retrievedAt : null;
  return createSourceRef({ ...ref, sha256, retrievedAt: readBefore ?? now });
}

/** A row counts by the best that came of it. */
function rowCounts(
  { records, read, rejected, unreadable }: MappedRows,
  outcomes: readonly SaveOutcome[],
): RowCounts {
  const linesWith = (wanted: SaveOutcome): Set<number> =>
    new Set(records.flatMap(({ lines }: FinishedRecord, i) => (outcomes[i] === wanted ? lines : [])));
  const created = linesWith("CREATED");
  const changed = [...linesWith("CHANGED")].filter((line) => !created.has(line));
  const none = rejected.size + unreadable;
  return {
    read,
    new: created.size,
    changed: changed.length,
    unchanged: read - none - created.size - changed.length,
    rejected: none,
  };
}
