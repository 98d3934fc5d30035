import { exportVersion } from "../../queries/exports/read-set";
import type { Table } from "../../storage/engine/table";
import type { FileStore } from "../../storage/files/file-store";
import { snapshotsOf } from "../../storage/snapshots/snapshot-store";
import { type Log, stackOf } from "../log";
import { type ExportManifest, exportId, isExportId, storedNames } from "./export-manifest";
import { removeOld } from "./remove-old";

/** Milliseconds from one export to the next, at least: each reads the whole version. */
const leastBetween = 15 * 60_000;
/** A process looks so often for another manifest, and for a version that is not exported, in milliseconds. */
const lookEveryMs = 5_000;

/** The exports of a hub. */
export interface Exporter {
  /** Makes those of the current version, unless they are there or others were made in the last quarter of an hour. */
  refresh(): Promise<void>;
  /**
   * What was exported last; `null` if nothing could be. Newer data is exported meanwhile, if it is time: only the first export is
   * waited for.
   */
  current(): Promise<ExportManifest | null>;
  /** What was exported of a version; `null` if it never was, or was removed since. */
  version(id: string): Promise<ExportManifest | null>;
  readonly files: FileStore;
}

interface ExporterOptions {
  readonly table: Table;
  readonly files: FileStore;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function exporter({ table, files, log, now = Date.now }: ExporterOptions): Exporter {
  let known: { readonly manifest: ExportManifest | null; readonly at: number } | null = null;
  let running: Promise<void> | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function read(name: string): Promise<ExportManifest | null> {
    const text = await files.read(name);
    return text === null ? null : (JSON.parse(text) as ExportManifest);
  }

  async function latest(): Promise<ExportManifest | null> {
    if (known?.manifest == null || now() - known.at > lookEveryMs)
      known = { manifest: await read(storedNames.latest), at: now() };
    return known.manifest;
  }

  async function make(): Promise<void> {
    const store = snapshotsOf(table);
    const root = await store.look();
    if (root.version === 0) return;
    const before = await read(storedNames.latest);
    if (before?.id === exportId(root.version, root.publishedAt)) return;
    // A later version comes from data that was replaced.
    const isEarlier = before !== null && before.version <= root.version;
    if (isEarlier && now() - Date.parse(before.madeAt) < leastBetween) return;
    const started = performance.now();
    // Loaded for the first export: a start does not wait for the writers of files.
    const { makeExports } = require("./make-exports") as typeof import("./make-exports");
    const { manifest, unreadable } = await makeExports(exportVersion(store, root), files, now);
    known = { manifest, at: now() };
    for (const { key, reason } of unreadable)
      log({ level: "error", message: `Left out ${key.pk} ${key.sk} of the exports: ${reason}` });
    const ms = Math.round(performance.now() - started);
    log({ level: "info", message: "Exports were made.", version: manifest.id, ms });
    await removeOld(files, now());
  }

  function refresh(): Promise<void> {
    running ??= make()
      .catch((error: unknown) => {
        log({ level: "error", message: "The exports could not be made.", error: stackOf(error) });
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  return {
    files,
    refresh,
    version: (id) => (isExportId(id) ? read(storedNames.manifest(id)) : Promise.resolve(null)),
    async current() {
      const isDue = now() - lookedAt > lookEveryMs;
      if (isDue) lookedAt = now();
      const making = isDue ? refresh() : running;
      const known = await latest();
      if (known !== null) return known;
      await making;
      return latest();
    },
  };
}
