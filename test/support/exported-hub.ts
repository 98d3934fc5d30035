import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CatalogueSettings, readCatalogueSettings } from "../../src/app/catalogue/settings";
import { dataRoutes, type MoreRoutes } from "../../src/app/data-routes";
import type { ExportedSet, ExportManifest } from "../../src/app/exports/export-manifest";
import { exporter } from "../../src/app/exports/exporter";
import { fileFolder } from "../../src/storage/files/file-folder";
import type { FileStore } from "../../src/storage/files/file-store";
import type { TestHub } from "./hub";
import { starterFolder } from "./starter-table";

const settings = readCatalogueSettings([starterFolder]);

export interface ExportedHub extends TestHub {
  readonly manifest: ExportManifest;
  set(name: string): ExportedSet;
  /** The bytes of a file of the latest version. */
  bytes(name: string): Promise<Buffer>;
  text(name: string): Promise<string>;
  /** The rows of a set as objects. */
  rows<Row = Record<string, unknown>>(name: string): Promise<Row[]>;
  /** A folder for files of a test. */
  readonly folder: string;
}

/** What a server of its own gives besides GraphQL. */
export const exportingRoutes = (files: FileStore, settings: CatalogueSettings | null = null): MoreRoutes =>
  dataRoutes({ exportsOf: (parts) => exporter({ ...parts, files }), settings, publicUrl: null });

/** A hub whose data was exported. The caller removes its folder. */
export async function exportedHub(
  start: (options: { readonly routes: MoreRoutes }) => Promise<TestHub>,
): Promise<ExportedHub> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-exported-"));
  const hub = await start({
    routes: exportingRoutes(fileFolder(path.join(folder, "exports")), settings),
  });
  const bytes = async (name: string): Promise<Buffer> => {
    const response = await hub.request(`/exports/${name}`);
    if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const text = async (name: string): Promise<string> => (await bytes(name)).toString();
  const manifest = JSON.parse(await text("index.json")) as ExportManifest;
  return {
    ...hub,
    ...{ bytes, folder, manifest, text },
    set: (name) => manifest.sets.find((each) => each.name === name)!,
    rows: async (name) =>
      (await text(`${name}.ndjson`))
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
  };
}
