import type { FileStore } from "../../storage/files/file-store";
import { type ExportManifest, isExportId, storedNames } from "./export-manifest";

/** A process looks so often for another manifest, in milliseconds. */
export const lookEveryMs = 5_000;

/** What was exported, as clients get it. */
export interface Exports {
  readonly files: FileStore;
  /** What was exported last; `null` if nothing was. */
  current(): Promise<ExportManifest | null>;
  /** What was exported of a version; `null` if it never was, or was removed since. */
  version(id: string): Promise<ExportManifest | null>;
}

export async function readManifest(files: FileStore, name: string): Promise<ExportManifest | null> {
  const text = await files.read(name);
  return text === null ? null : (JSON.parse(text) as ExportManifest);
}

/**
 * What others exported into a store.
 * @param now milliseconds since 1970.
 */
export function exportsIn(files: FileStore, now: () => number = Date.now): Exports {
  let known: { readonly manifest: ExportManifest | null; readonly at: number } | null = null;

  return {
    files,
    async current() {
      if (known?.manifest == null || now() - known.at > lookEveryMs)
        known = { manifest: await readManifest(files, storedNames.latest), at: now() };
      return known.manifest;
    },
    version: (id) => (isExportId(id) ? readManifest(files, storedNames.manifest(id)) : Promise.resolve(null)),
  };
}
