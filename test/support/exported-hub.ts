import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type CatalogueSettings, readCatalogueSettings } from "../../src/app/catalogue/settings";
import { dataRoutes, type MoreRoutes } from "../../src/app/data-routes";
import type { ExportedSet, ExportManifest } from "../../src/app/exports/export-manifest";
import { exporter } from "../../src/app/exports/exporter";
import { fileFolder } from "../../src/storage/files/file-folder";
import type { FileStore } from "../../src/storage/files/file-store";
import { hubOver, type TestHub } from "./hub";
import { startPreparedHub } from "./prepared-hub";
import { kept } from "./prepared-table";
import { sharedData } from "./shared-data";
import { cloneTable, starterFolder } from "./starter-table";

const root = path.resolve(__dirname, "../..");

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

type Start = (options: { readonly routes: MoreRoutes }) => Promise<TestHub>;

/** A hub whose data was exported. The caller removes its folder. */
export async function exportedHub(start: Start): Promise<ExportedHub> {
  return exportedInto(await newFolder(), start);
}

/** The same of a hub with everything that comes with it, which many suites start: its files are made once and copied. */
export const exportedClone = (): Promise<ExportedHub> =>
  copyOf("exports of all that comes with the hub", [], async (options) =>
    hubOver(await cloneTable(), options),
  );

/** The same of a hub with all published files. Only where `sharedData(".")` is there. */
export const exportedFiles = (): Promise<ExportedHub> =>
  copyOf("exports of published files", [sharedData(".")!], startPreparedHub);

async function copyOf(name: string, from: readonly string[], start: Start): Promise<ExportedHub> {
  const made = await kept({ name, from: [path.join(root, "src"), ...from] }, async (own) => {
    await exportedInto(own, start);
  });
  const folder = await newFolder();
  await cp(made, folder, { recursive: true, preserveTimestamps: true });
  return exportedInto(folder, start);
}

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "vicinato-exported-"));

async function exportedInto(folder: string, start: Start): Promise<ExportedHub> {
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
