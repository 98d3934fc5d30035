import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readCatalogueSettings } from "../../src/app/catalogue/settings";
import type { MoreRoutes } from "../../src/app/create-hub";
import { dataRoutes } from "../../src/app/data-routes";
import type { ExportedSet, ExportManifest } from "../../src/app/exports/export-manifest";
import { fileFolder } from "../../src/storage/files/file-folder";
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

/** A hub whose data was exported. The caller removes its folder. */
export async function exportedHub(
  start: (options: { readonly routes: MoreRoutes }) => Promise<TestHub>,
): Promise<ExportedHub> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-exported-"));
  const hub = await start({
    routes: dataRoutes({ files: fileFolder(path.join(folder, "exports")), settings, publicUrl: null }),
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
