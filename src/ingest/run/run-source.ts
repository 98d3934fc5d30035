import { HubError } from "../../domain/kit/errors";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { countProblems, type ImportRun, importRunCode, startedRun } from "../../domain/quality/import-run";
import { ruleText } from "../../domain/quality/quality-rule";
import { tableRepositories } from "../../storage";
import { storeErrorOf } from "../../storage/engine/store-error";
import type { Table } from "../../storage/engine/table";
import { openJournal } from "../../storage/imports/import-journal";
import type { ImportLease } from "../../storage/imports/import-lease";
import { saveImportRun } from "../../storage/imports/import-run.repository";
import { openImportedKeys } from "../../storage/imports/imported-keys";
import { codecOf, type HubRecord, identityOf } from "../../storage/records/hub-record";
import type { RecordPlace } from "../../storage/records/retire";
import type { SaveOptions } from "../../storage/records/save";
import type { Source } from "../kit/source";
import { importDiff } from "../report/import-diff";
import { type Deletes, noDeletes, type SourceReport, type SourceRunReport } from "../report/report";
import { deleteMissing } from "./delete-missing";
import {
  type Checkpoint,
  type ImportProgress,
  type ImportRun as ImportRunOptions,
  importSource,
} from "./import-source";
import { runNote } from "./run-note";
import type { Refuse } from "./save-each";
import { findFile, openSourceFile } from "./source-file";

/** A file that a partner gives, and not the schedule. */
export interface Upload extends Required<Pick<SaveOptions, "author" | "owner">> {
  /** Why a record of a row must not be saved; `null` if it may. */
  readonly refuse: Refuse;
}

export interface SourceRun {
  readonly table: Table;
  readonly folder: string;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  /** `null` for a dry run: nothing is written. */
  readonly lease: ImportLease | null;
  /** Called before anything is written. */
  readonly upload?: Upload;
  readonly begin?: NonNullable<SaveOptions["before"]>;
  /** Share of a complete source's earlier records that may be deleted at once. */
  readonly allowDeletes: number;
  readonly signal?: AbortSignal;
  /** Called after each batch of rows. */
  readonly onBatch?: (progress: ImportProgress) => void;
}

/**
 * Imports one source under a lease: writes a journal, retires records that a complete file no longer has, and stores an
 * ImportRun. Without a lease it only reports the writes.
 * @throws the error that stopped it, after the run was marked as interrupted.
 */
export async function runSource(source: Source, context: SourceRun): Promise<SourceRunReport> {
  const { table, folder, now, lease } = context;
  const file = await findFile(folder, source.files);
  if (file === null)
    return { ...(await importSource(source, context)), run: null, deletes: noDeletes, diff: null };
  const code = importRunCode(source.ref.code, lease?.fence ?? 0);
  const startedAt = new Date(now).toISOString();
  const started = startedRun({ code, sourceCode: source.ref.code, file, mode: source.mode, startedAt });
  const startAt = lease && (await continueAt(source, file, context));
  if (lease !== null) await saveImportRun(table, started, now);
  const diff = lease === null ? importDiff(table) : null;
  let checkpoint: ImportRun["checkpoint"] = null;
  const onBatch = (progress: ImportProgress): void => {
    checkpoint = checkpointOf(progress);
    context.onBatch?.(progress);
  };
  try {
    const { report, deletes } = await importUnder(source, code, { ...context, onBatch, startAt }, diff);
    if (lease !== null) await saveImportRun(table, endedRun(started, report, deletes, table.clock()), now);
    const status = deletes.refused ? "REFUSED" : report.status;
    return { ...report, status, run: lease && code, deletes, diff: diff?.entries ?? null };
  } catch (error) {
    // If the store failed, the next import marks it.
    if (lease !== null && !isLost(error) && storeErrorOf(error) === null)
      await markInterrupted(table, { ...started, checkpoint }, table.clock()).catch(() => undefined);
    throw error;
  }
}

interface StartedRun extends SourceRun {
  /** Where an earlier run of the same file stopped. */
  readonly startAt: Checkpoint | null;
}

async function importUnder(
  source: Source,
  code: string,
  { table, folder, now, lease, begin, upload, allowDeletes, signal, onBatch, startAt }: StartedRun,
  diff: ReturnType<typeof importDiff> | null,
): Promise<{ readonly report: SourceReport; readonly deletes: Deletes }> {
  const journal = lease && openJournal(table, code);
  const [fence, dryRun] = [lease?.fence ?? 0, lease === null];
  const given =
    source.mode === "FULL" ? await openImportedKeys(table, source.ref.code, { code, fence, dryRun }) : null;
  const { refuse, ...owned } = upload ?? {};
  const how: NonNullable<ImportRunOptions["how"]> = {
    ...owned,
    ...(lease && { fence }),
    dryRun,
    async before(writes) {
      signal?.throwIfAborted();
      await lease?.keep();
      await begin?.(writes);
      await journal?.note(writes);
      await diff?.note(writes);
    },
  };
  // Definitions come with every import: no file adds or removes them.
  const defined = new Set((source.definitions ?? []).map(identityOf));
  const report = await importSource(source, {
    table,
    folder,
    now,
    how,
    ...(refuse && { refuse }),
    onRecords: async (records) =>
      given?.add(records.filter((each) => !defined.has(identityOf(each))).map(placeOf)),
    ...(startAt && { startAt }),
    ...(onBatch && {
      onBatch: (progress) => {
        signal?.throwIfAborted();
        onBatch(progress);
      },
    }),
  });
  if (given === null || report.status !== "IMPORTED") return { report, deletes: noDeletes };
  const deletes = await deleteMissing(table, given, {
    ...how,
    origin: source.ref.code,
    sourceCode: source.ref.code,
    publishedOn: () => source.ref.modified,
    now,
    complete: report.rows.rejected === 0,
    allowed: allowDeletes,
  });
  return { report, deletes };
}

/**
 * Where the last import of a source stopped, if it can continue: it read the same file, and its results do not depend
 * on other sources. An import that deletes missing records reads everything again. `null` to start at the beginning.
 */
async function continueAt(
  source: Source,
  file: string,
  { table, folder }: { readonly table: Table; readonly folder: string },
): Promise<Checkpoint | null> {
  if (source.mode === "FULL" || (source.needs ?? []).length > 0) return null;
  const [last] = await tableRepositories(table).importRuns.lastOf([source.ref.code]);
  const { status, checkpoint } = last?.lastRun ?? {};
  if (status !== "INTERRUPTED" || !checkpoint) return null;
  const sha256 = await openSourceFile(folder, file, {
    encoding: source.encoding,
    isSpreadsheet: source.format.isSpreadsheet,
  }).then(
    (opened) => opened.sha256,
    () => null,
  );
  if (sha256 !== checkpoint.sha256) return null;
  const { nextLine, rows, records } = checkpoint.reached;
  return { nextLine, counts: { rows, records } };
}

function placeOf({ type, record }: HubRecord): RecordPlace {
  const codec = codecOf(type);
  return { type, key: codec.key(record), code: codec.code(record) };
}

const checkpointOf = ({ bytesRead, rowsRead, sha256, nextLine, counts }: ImportProgress) => ({
  bytes: bytesRead,
  rows: rowsRead,
  sha256,
  reached: { nextLine, ...counts },
});

function endedRun(started: ImportRun, report: SourceReport, deletes: Deletes, endedAt: string): ImportRun {
  const failed = report.status === "FAILED";
  return {
    ...started,
    status: failed ? "FAILED" : deletes.refused ? "REFUSED" : "COMPLETED",
    endedAt,
    sha256: report.sha256,
    rows: report.rows,
    records: { ...report.records, deleted: deletes.deleted },
    problems: countProblems(report.problems),
    message: failed ? unreadable(report) : deletes.message,
  };
}

function unreadable({ problems }: SourceReport): LocalizedText {
  const found = problems.find(({ rule }) => rule === "SOURCE_UNREADABLE");
  return found ? { it: found.messageIt, en: found.message } : ruleText("SOURCE_UNREADABLE", "meaning");
}

const isLost = (error: unknown): boolean => error instanceof HubError && error.code === "LEASE_LOST";

/** Also for a run whose process was killed, when the next one begins. */
export const markInterrupted = (table: Table, run: ImportRun, endedAt: string): Promise<void> =>
  saveImportRun(
    table,
    {
      ...run,
      status: "INTERRUPTED",
      endedAt,
      message: runNote("interrupted"),
    },
    endedAt,
  );
