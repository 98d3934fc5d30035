import { limits } from "../../domain/kit/limits";
import { isBehind } from "../../projections/behind";
import { type RefreshOptions, refresh } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { type ImportLease, type LeaseRequest, takeLease } from "../../storage/imports/import-lease";
import type { SaveOptions } from "../../storage/records/save";
import type { Source } from "../kit/source";
import { inOrderOfNeeds } from "../kit/source-order";
import { type IngestReport, noDeletes, reportVersion, type SourceRunReport } from "../report/report";
import { type Choice, type Chosen, checkRequest, knownSources, leftOut } from "./choose-sources";
import { faultyMapping } from "./faulty-mapping";
import { type ImportProgress, reportOf } from "./import-source";
import { placeIssues } from "./place-issues";
import { markInterrupted, runSource } from "./run-source";
import { beforeFirst } from "./save-records";
import { findFile } from "./source-file";

export interface IngestRequest extends Choice, Partial<Omit<LeaseRequest, "holder">> {
  readonly table: Table;
  /** Folder with the published files. */
  readonly folder: string;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  /** Called before and after each source. */
  readonly onProgress?: (message: string) => void;
  /** Called after each batch of rows with the code of its source. */
  readonly onBatch?: (source: string, progress: ImportProgress) => void;
  /** Name of the importer, shown to others who want to import meanwhile. */
  readonly holder?: string;
  /** Reports the writes, and writes nothing. */
  readonly dryRun?: boolean;
  /** Share of a complete source's earlier records that may be deleted at once; 0.1 if absent. */
  readonly allowDeletes?: number;
  /** Stops the run between two batches. */
  readonly signal?: AbortSignal;
}

/**
 * Imports the known files of a folder, one source after the other, each after those it needs. Unchanged records are not
 * written: a second run over the same files writes only its own record. After a kill, another run ends in the same
 * state. One run at a time works on a hub.
 * @throws HubError BAD_USER_INPUT for a folder that does not exist or has no known file; UNKNOWN_CODE in `only`;
 * IMPORT_RUNNING if another run is active, LEASE_LOST if one replaced this one.
 */
export async function runIngest(request: IngestRequest): Promise<IngestReport> {
  const { table, holder = "an import", dryRun = false } = request;
  const { chosen: requested, faulty } = await checkRequest(request);
  const chosen = { chosen: inOrderOfNeeds(requested), faulty };
  if (dryRun) return importAll(chosen, request, null);
  const lease = await takeLease(table, { ...request, holder });
  const { hub } = tableRepositories(table);
  try {
    await closeAbandoned(table);
    const unfinished = await hub.isUnfinished();
    const whole = await isBehind(table);
    const report = await importAll(chosen, request, { lease, begin: beforeFirst(hub.markUnfinished) });
    if (request.signal?.aborted) return report;
    await lease.keep();
    // Even without writes: the next run completes one that was killed before this step, and gives it a version.
    await refreshAll(request, { written: unfinished, whole });
    const { version } = await hub.dataVersion();
    return { ...report, dataVersion: version };
  } finally {
    await lease.release();
  }
}

/** The tools of a run that writes. */
interface Writing {
  readonly lease: ImportLease;
  readonly begin: NonNullable<SaveOptions["before"]>;
}

/** @param writing `null` for a dry run. */
async function importAll(
  { chosen, faulty }: Chosen,
  request: IngestRequest,
  writing: Writing | null,
): Promise<IngestReport> {
  const { table, now, signal } = request;
  const reports: SourceRunReport[] = [];
  for (const source of chosen) if (!signal?.aborted) reports.push(await importOne(source, request, writing));
  for (const source of await staleSources(reports, request))
    if (!signal?.aborted) reports.push(await importOne(source, request, writing));
  for (const source of await leftOut(request)) {
    const report = reportOf(source, null, "LEFT_OUT");
    reports.push({ ...report, run: null, deletes: noDeletes, diff: null });
  }
  reports.push(...faulty.map(faultyMapping));
  const { version } = await tableRepositories(table).hub.dataVersion();
  return { reportVersion, now, dryRun: writing === null, sources: reports, dataVersion: version };
}

async function refreshAll(
  { table, now, onProgress = () => undefined }: IngestRequest,
  how: Pick<RefreshOptions, "whole" | "written">,
): Promise<void> {
  const located = placeIssues(table, now, onProgress);
  const { unreadable } = await refresh(table, "EVERYTHING", { now, ...how, located });
  for (const { key, reason } of unreadable) onProgress(`left out ${key.pk} ${key.sk}: ${reason}`);
}

async function importOne(
  source: Source,
  { onProgress = () => undefined, onBatch, ...request }: IngestRequest,
  writing: Writing | null,
): Promise<SourceRunReport> {
  const { table, now, signal, allowDeletes = limits.importDeletes.share } = request;
  const { code } = source.ref;
  onProgress(`${code}: reading`);
  const report = await runSource(source, {
    ...request,
    allowDeletes,
    lease: writing?.lease ?? null,
    ...(writing && { begin: writing.begin }),
    ...(onBatch && { onBatch: (progress) => onBatch(code, progress) }),
  }).catch(async (error: unknown) => {
    // Its writes until then get a version too.
    if (writing !== null && signal?.aborted) await tableRepositories(table).hub.bumpDataVersion(now);
    throw error;
  });
  const { rows, records, issues, deletes } = report;
  const written = records.created + records.changed;
  const deleted = deletes.deleted === 0 ? "" : `, ${deletes.deleted} deleted`;
  onProgress(`${code}: ${report.status}, ${rows.read} rows, ${written} records written${deleted}`);
  // After each source, so that a run that is killed half-way leaves no change without a version.
  const changed = written + deletes.deleted + issues.new + issues.changed + issues.resolved;
  if (changed > 0 && writing !== null) await tableRepositories(table).hub.bumpDataVersion(now);
  return report;
}

/**
 * Sources that were not requested but need one that has just changed: their records were computed from its old ones.
 */
async function staleSources(reports: readonly SourceRunReport[], request: IngestRequest): Promise<Source[]> {
  const { table, folder } = request;
  const done = new Set(reports.map(({ source }) => source));
  const changed = new Set(
    reports.flatMap(({ source, records, deletes }) =>
      records.created + records.changed + deletes.deleted > 0 ? [source] : [],
    ),
  );
  const stale = (await knownSources(request)).filter(
    ({ ref, needs = [] }) => !done.has(ref.code) && needs.some((code) => changed.has(code)),
  );
  const known = await tableRepositories(table).sourceRefs.byCodes(stale.map(({ ref }) => ref.code));
  const files = await Promise.all(stale.map((source) => findFile(folder, source.files)));
  return inOrderOfNeeds(stale.filter((_, i) => known[i]?.retrievedAt && files[i] !== null));
}

/** The holder of the lease knows that no other run is alive. */
async function closeAbandoned(table: Table): Promise<void> {
  const { importRuns } = tableRepositories(table);
  const { edges } = await importRuns.page({ status: "RUNNING" }, { first: 100 });
  for (const { node } of edges)
    if (node.status === "RUNNING") await markInterrupted(table, node, table.clock());
}
