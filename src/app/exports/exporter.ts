import { exportVersion } from "../../queries/exports/read-set";
import type { Table } from "../../storage/engine/table";
import type { FileStore } from "../../storage/files/file-store";
import { whileKept } from "../../storage/snapshots/long-reader";
import type { Root } from "../../storage/snapshots/root";
import { SnapshotStore } from "../../storage/snapshots/snapshot-store";
import { type Log, stackOf } from "../log";
import { exportId, storedNames } from "./export-manifest";
import { type Exports, exportsIn, lookEveryMs, readManifest } from "./exports";
import { removeOld } from "./remove-old";

/** Milliseconds from one export to the next, at least: each reads the whole version. */
const leastBetween = 15 * 60_000;

/** Characters of pages that it keeps for the look-ups of rows. */
const mostKept = 8_000_000;

/** Makes the exports of a hub. */
export interface Exporter extends Exports {
  /**
   * Makes those of the current version, unless they are there or others were made in the last quarter of an hour.
   * @throws what kept it from that: nothing of the version is there then.
   */
  refresh(): Promise<void>;
}

interface ExporterOptions {
  readonly table: Table;
  readonly files: FileStore;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Exports that follow the data as long as somebody asks for them: newer data is exported meanwhile, if it is time, and only the first
 * export is waited for.
 */
export function exporter({ table, files, log, now = Date.now }: ExporterOptions): Exporter {
  const exports = exportsIn(files, now);
  let running: Promise<void> | null = null;
  /** The last run that a request began: a failure is logged once, and what was exported before stays. */
  let tried: Promise<void> = Promise.resolve();
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function make(): Promise<void> {
    // Of its own: it reads everything once, and what requests read stays in memory.
    const store = new SnapshotStore(table, mostKept);
    if (!(await isDue(await store.look()))) return;
    await whileKept(table, async () => write(store, await store.look()));
    await removeOld(files, now());
  }

  async function isDue(root: Root): Promise<boolean> {
    if (root.version === 0) return false;
    const before = await readManifest(files, storedNames.latest);
    if (before?.id === exportId(root.version, root.publishedAt)) return false;
    // A later version comes from data that was replaced.
    const isEarlier = before !== null && before.version <= root.version;
    return !isEarlier || now() - Date.parse(before.madeAt) >= leastBetween;
  }

  async function write(store: SnapshotStore, root: Root): Promise<void> {
    const started = performance.now();
    // Loaded for the first export: a start does not wait for the writers of files.
    const { makeExports } = require("./make-exports") as typeof import("./make-exports");
    const { manifest, unreadable } = await makeExports(exportVersion(store, root), files, now);
    for (const { key, reason } of unreadable)
      log({ level: "error", message: `Left out ${key.pk} ${key.sk} of the exports: ${reason}` });
    const ms = Math.round(performance.now() - started);
    log({ level: "info", message: "Exports were made.", version: manifest.id, ms });
  }

  function refresh(): Promise<void> {
    running ??= make().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    ...exports,
    refresh,
    async current() {
      const isTime = now() - lookedAt > lookEveryMs;
      if (isTime) lookedAt = now();
      if (isTime && running === null)
        tried = refresh().catch((error: unknown) => {
          log({ level: "error", message: "The exports could not be made.", error: stackOf(error) });
        });
      const known = await exports.current();
      if (known !== null) return known;
      await tried;
      return exports.current();
    },
  };
}
