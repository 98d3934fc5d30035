import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { importRunCode } from "../../domain/quality/import-run";
import type { Change } from "../../projections/projection";
import type { Key } from "../../storage/engine/key";
import type { Table } from "../../storage/engine/table";
import { takeLease } from "../../storage/imports/import-lease";
import { codecs } from "../../storage/records/codecs";
import type { Source } from "../kit/source";
import type { SourceRunReport } from "../report/report";
import { runSource, type Upload } from "./run-source";

interface UploadRequest extends Upload {
  readonly table: Table;
  readonly source: Source;
  readonly content: Uint8Array;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly dryRun: boolean;
  /** Stops the upload: the same file again goes on from there, unless it was a dry run. */
  readonly signal: AbortSignal;
}

interface Uploaded {
  /** `null` if it was stopped. */
  readonly report: SourceRunReport | null;
  /** What was written, without the import run. */
  readonly changes: readonly Change[];
  /** Key of the import run; `null` for a dry run. */
  readonly run: Key | null;
}

/** How long an upload waits for an import that runs. */
const waitMs = 2_000;

/**
 * Imports one file of a partner. It is read as a part: a record that it lacks stays, because a cut file must not retire the
 * records of an organisation.
 * @throws HubError IMPORT_RUNNING.
 */
export async function runUpload(request: UploadRequest): Promise<Uploaded> {
  const { table, content, now, dryRun, author, owner, signal } = request;
  const source: Source = { ...request.source, mode: "PARTIAL" };
  const folder = await mkdtemp(path.join(tmpdir(), "upload-"));
  const lease = dryRun ? null : await takeLease(table, { holder: `an upload ${randomUUID()}`, waitMs });
  const changes: Change[] = [];
  const refuse: Upload["refuse"] = async (record) => {
    signal.throwIfAborted();
    return request.refuse(record);
  };
  let report: SourceRunReport | null = null;
  try {
    const file = path.join(folder, source.files[0]!);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    report = await runSource(source, {
      ...{ table, folder, now, lease, signal },
      // Nothing is deleted.
      allowDeletes: 0,
      upload: { author, owner, refuse },
      begin: async (writes) => void changes.push(...writes.map(({ key, record }) => ({ key, record }))),
    });
  } catch (error) {
    if (error !== signal.reason) throw error;
  } finally {
    await lease?.release();
    await rm(folder, { recursive: true, force: true });
  }
  const run = lease && codecs.importRun.keyOf(importRunCode(source.ref.code, lease.fence));
  return { report, changes: dryRun ? [] : changes, run };
}
