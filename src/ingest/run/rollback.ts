import { HubError } from "../../domain/kit/errors";
import {
  fenceOfRun,
  type ImportRun,
  importRunCode,
  noImportedRecords,
  startedRun,
} from "../../domain/quality/import-run";
import { refresh } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { readJournal } from "../../storage/imports/import-journal";
import { type ImportLease, type LeaseRequest, takeLease } from "../../storage/imports/import-lease";
import { saveImportRun } from "../../storage/imports/import-run.repository";
import { restoreImportedKeys } from "../../storage/imports/imported-keys";
import { type RestoreOutcome, restore } from "../../storage/imports/restore";
import { idOf } from "../../storage/records/stored-item";
import type { RollbackReport } from "../report/report";
import { placeIssues } from "./place-issues";
import { runNote } from "./run-note";
import { followedRecords } from "./save-records";

export interface RollbackRequest extends Partial<Omit<LeaseRequest, "holder">> {
  readonly table: Table;
  /** Code of the run to revert. */
  readonly run: string;
  /** Instant, ISO 8601 UTC. */
  readonly now: string;
  readonly holder?: string;
}

/**
 * Reverts the creations, changes and deletions of a run, except for records with later changes by others. It is a run
 * itself: each record keeps the versions of both in its history. After a kill, a second call continues.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT for a run that cannot be reverted, IMPORT_RUNNING.
 */
export async function rollback(request: RollbackRequest): Promise<RollbackReport> {
  const { table, holder = "a rollback" } = request;
  await runToRevert(request);
  const lease = await takeLease(table, { ...request, holder });
  try {
    return await rollbackUnder(lease, request);
  } finally {
    await lease.release();
  }
}

async function rollbackUnder(lease: ImportLease, request: RollbackRequest): Promise<RollbackReport> {
  const { table, now } = request;
  // Again, because another process may have had the lease before.
  const run = await runToRevert(request);
  const code = importRunCode(run.sourceCode, lease.fence);
  const { sourceCode, file, sha256, mode } = run;
  const startedAt = new Date(now).toISOString();
  const own = startedRun({ code, sourceCode, file, sha256, mode, startedAt, rollbackOf: run.code });
  const { hub } = tableRepositories(table);
  await hub.markUnfinished();
  await saveImportRun(table, own, now);
  const { counts, conflicts } = await restoreAll(table, run, code, lease, now);
  await restoreImportedKeys(table, run.sourceCode, run.code, lease.fence);
  // If a centre appeared, disappeared or moved, the locations of others may change too.
  await refresh(table, "EVERYTHING", { now, written: true, located: placeIssues(table, now) });
  const message = conflicts.length === 0 ? null : runNote("changedSince", { count: conflicts.length });
  const records = {
    ...noImportedRecords,
    changed: counts.RESTORED,
    deleted: counts.REMOVED,
    kept: counts.CONFLICT,
  };
  const endedAt = table.clock();
  await saveImportRun(table, { ...run, status: "ROLLED_BACK" }, now);
  await saveImportRun(table, { ...own, status: "COMPLETED", endedAt, records, message }, now);
  return { run: code, rollbackOf: run.code, restored: counts.RESTORED, removed: counts.REMOVED, conflicts };
}

async function restoreAll(table: Table, run: ImportRun, changedBy: string, lease: ImportLease, now: string) {
  const author = { origin: run.sourceCode, fence: fenceOfRun(run) };
  const options = { changedBy, reason: `Rollback of ${run.code}.`, now, fence: lease.fence };
  const counts: Record<RestoreOutcome, number> = { CONFLICT: 0, REMOVED: 0, RESTORED: 0, UNTOUCHED: 0 };
  const conflicts: string[] = [];
  const followed = followedRecords(table, { origin: run.sourceCode, now, fence: lease.fence });
  const entries = await readJournal(table, run.code);
  // For a record that was written twice, the first entry has the state before the run.
  const first = new Map(entries.map((entry) => [idOf(entry.key), entry] as const).reverse());
  for (const entry of [...first.values()].reverse()) {
    await lease.keep();
    const restored = await restore(table, entry, author, options);
    counts[restored.outcome]++;
    if (restored.outcome === "CONFLICT") conflicts.push(`${entry.type} ${entry.code}`);
    await followed.add(restored.records);
  }
  await followed.end();
  return { counts, conflicts };
}

async function runToRevert({ table, run: code }: RollbackRequest): Promise<ImportRun> {
  const [run] = await tableRepositories(table).importRuns.byCodes([code]);
  const where = { where: "rollback" };
  if (!run)
    throw new HubError("UNKNOWN_CODE", "unknown", { list: "importRuns", code, suggestions: [] }, where);
  const { status } = run;
  const why = run.rollbackOf !== null ? "isRollback" : status;
  if (why === "isRollback" || why === "ROLLED_BACK" || why === "RUNNING")
    throw new HubError("BAD_USER_INPUT", "rollback", { code, why }, where);
  return run;
}
