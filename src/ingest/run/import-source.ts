import { HubError } from "../../domain/kit/errors";
import { createSourceRef, type SourceRef } from "../../domain/kit/source-ref";
import { noImportedRows } from "../../domain/quality/import-run";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { erasedPersons } from "../../storage/identity/erased-persons";
import type { Override } from "../../storage/records/override";
import type { SaveOptions } from "../../storage/records/save";
import { noneLeftOut } from "../kit/left-out";
import { type LineProblem, ofError, problem } from "../kit/problem";
import type { FinishedRecord, Source } from "../kit/source";
import { problemList } from "../report/problem-list";
import { noIssues, saveIssues, withIssueCodes } from "../report/quality-issues";
import { countOutcomes, type SourceReport } from "../report/report";
import { heldObservations } from "./held-observations";
import { type MappedRows, rowMapper } from "./map-rows";
import { personScreen } from "./person-screen";
import { contextFinder } from "./points-context";
import { rowTally, type TallyCounts } from "./row-tally";
import { type Refuse, saveEach } from "./save-each";
import { followedRecords, saveRecords } from "./save-records";
import { findFile, openSourceFile } from "./source-file";

/** Bytes of a file whose source keeps data of every row: 200 MB. */
const maxCarriedBytes = 200 * 1024 * 1024;

/** Where an earlier import of the same file stopped. */
export interface Checkpoint {
  /** All records from lines before this one are saved. */
  readonly nextLine: number;
  readonly counts: TallyCounts;
}

/** The progress of an import after a saved batch; it is a checkpoint too. */
export interface ImportProgress extends Checkpoint {
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Of the file, so that a checkpoint is only used for the same one. */
  readonly sha256: string;
}

export interface ImportRun {
  readonly table: Table;
  readonly folder: string;
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
  /** How everything is saved: the lease, the journal, or that nothing is written. */
  readonly how?: Pick<SaveOptions, "author" | "before" | "dryRun" | "fence" | "owner">;
  /** Why a record of a row must not be saved: it is a problem of its row. */
  readonly refuse?: Refuse;
  /** Awaited with the records of rows before they are saved. */
  readonly onRecords?: (records: readonly FinishedRecord[]) => Promise<void>;
  /** Awaited after each saved batch; an error stops the import there. */
  readonly onBatch?: (progress: ImportProgress) => Promise<void> | void;
  /**
   * Rows before it are read and mapped again, because totals, problems and duplicates depend on them, but they are not
   * compared with the hub again.
   */
  readonly startAt?: Checkpoint;
}

/** One source from its file to the table, batch by batch. A file that cannot be read writes nothing and is FAILED. */
export async function importSource(source: Source, run: ImportRun): Promise<SourceReport> {
  const file = await findFile(run.folder, source.files);
  if (file === null) return reportOf(source, null, "NOT_FOUND");
  const { table, now, startAt, how } = run;
  const overrides = new Map<string, Override>();
  const held = heldObservations(source, table);
  const options: SaveOptions = {
    isProtected: held.holds,
    origin: source.ref.code,
    now,
    publishedOn: () => source.ref.modified,
    onOverride: (each) => overrides.set(JSON.stringify([each.type, each.code, each.field, each.item]), each),
    ...how,
  };
  const found = problemList();
  const screen = personScreen(await erasedPersons(table));
  const needsAll = source.finish !== undefined || held.holds;
  const tally = rowTally(needsAll, startAt?.counts);
  const followed = followedRecords(table, options);
  let definitions = startAt === undefined ? screen.records(source.definitions ?? []) : [];

  /** @param firstLine records of rows before it are already saved. */
  async function save(read: MappedRows, firstLine: number): Promise<void> {
    const mapped = screen.rows(read);
    const fresh = mapped.records.map(({ lines }) => lines.every((line) => line >= firstLine));
    const records = mapped.records.filter((_, i) => fresh[i]);
    await run.onRecords?.(records);
    tally.addRecords(await saveRecords(table, definitions, options));
    definitions = [];
    const saved = await saveEach(table, records, options, run.refuse);
    const lost = new Set(records.filter((_, i) => saved.outcomes[i] === null));
    const kept = mapped.records.filter((record) => !lost.has(record));
    const keptLines = new Set(kept.flatMap(({ lines }) => lines));
    const rejected = [...lost].flatMap(({ lines }) => lines).filter((line) => !keptLines.has(line));
    const ofRows = saved.outcomes.values();
    tally.addRows(
      { ...mapped, rejected: new Set([...mapped.rejected, ...rejected]) },
      fresh.map((isFresh) => (isFresh ? ofRows.next().value! : null)),
    );
    found.add([...mapped.problems, ...saved.refused]);
    tally.addRecords(await followed.add(kept));
  }

  async function readAll(): Promise<string> {
    const { isSpreadsheet } = source.format;
    const how = { encoding: source.encoding, isSpreadsheet };
    const bounds = needsAll ? { maxBytes: maxCarriedBytes } : {};
    const input = await openSourceFile(run.folder, file!, { ...how, ...bounds });
    const { sha256, size } = input;
    found.add(screen.problems(input.problems));
    const mapper = rowMapper(await surveyed(source, () => openSourceFile(run.folder, file!, how)));
    const contextOf = contextFinder(source, table);
    for await (const batch of source.format.read(input.chunks)) {
      const { mapped, lines } = held.hold(mapper.map(batch, await contextOf(batch.rows)));
      tally.hold(lines);
      await save(mapped, startAt?.nextLine ?? 0);
      const { nextLine } = batch;
      const at = { sha256, bytesTotal: size, bytesRead: input.bytesRead(), nextLine, counts: tally.counts() };
      await run.onBatch?.({ ...at, rowsRead: tally.rows().read });
    }
    if (tally.rows().read === 0 && !mayBeEmpty(source))
      throw new HubError("SOURCE_UNREADABLE", "noRows", { file: file! });
    const { beside, parts } = await held.release(mapper.finish());
    tally.addRecords(await saveRecords(table, beside, options));
    for (const part of parts) await save(part, 0);
    return sha256;
  }

  const sha256 = await readAll().catch((error: unknown) => {
    found.add([unreadable(error)]);
    return null;
  });
  tally.addRecords(await followed.end());
  const problems = withIssueCodes(source, found.all());
  const complete = sha256 !== null && found.isComplete();
  const issues = await saveIssues(table, source, problems, { now, complete, ...how });
  if (sha256 !== null) {
    // The source comes last: without it, a killed run is recognised as unfinished.
    const record = await sourceRefOf(source, sha256, run);
    tally.addRecords(await saveRecords(table, [{ type: "sourceRef", record }], options));
  }
  return {
    ...reportOf(source, file, sha256 === null ? "FAILED" : "IMPORTED"),
    sha256,
    rows: tally.rows(),
    leftOut: tally.leftOut(),
    records: tally.counts().records,
    problems,
    issues,
    overrides: [...overrides.values()],
  };
}

/** A list of changes may have none; of any other file, none is what a broken publication looks like. */
const mayBeEmpty = ({ format, mode }: Source): boolean => mode === "PARTIAL" && format.rowsAre === "records";

/** The source for this file, after a first reading of it where the source needs one. */
async function surveyed(source: Source, open: () => ReturnType<typeof openSourceFile>): Promise<Source> {
  const survey = source.survey?.();
  if (survey === undefined) return source;
  const { chunks } = await open();
  for await (const { rows } of source.format.read(chunks)) for (const row of rows) survey.see(row);
  return survey.source();
}

export const reportOf = (
  source: Source,
  file: string | null,
  status: SourceReport["status"],
): SourceReport => ({
  source: source.ref.code,
  title: source.ref.title,
  file,
  status,
  mode: source.mode,
  sha256: null,
  rowsAre: source.format.rowsAre,
  rows: noImportedRows,
  leftOut: noneLeftOut,
  records: countOutcomes([]),
  problems: [],
  issues: noIssues,
  overrides: [],
});

/** Only an unreadable file is a problem of the source. */
function unreadable(error: unknown): LineProblem {
  if (!(error instanceof HubError) || error.code !== "SOURCE_UNREADABLE") throw error;
  return { line: null, ...problem("ERROR", ofError("SOURCE_UNREADABLE", error), null, null) };
}

/** An unchanged file keeps the instant of its first reading, so that a second run changes nothing. */
async function sourceRefOf(
  { ref, mode }: Source,
  sha256: string,
  { table, now }: ImportRun,
): Promise<SourceRef> {
  const [known] = await tableRepositories(table).sourceRefs.byCodes([ref.code]);
  const readBefore = known?.sha256 === sha256 ? known.retrievedAt : null;
  const isOther = known != null && known.sha256 !== null && known.sha256 !== sha256;
  const earlierFiles = mode === "PARTIAL" && (isOther || known?.earlierFiles === true);
  const file = { sha256, retrievedAt: readBefore ?? now, ...(earlierFiles && { earlierFiles }) };
  return createSourceRef({ ...ref, ...file });
}
