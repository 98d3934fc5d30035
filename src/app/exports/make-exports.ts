import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isFollowed } from "../../queries/exports/changed-rows";
import type { AnySet } from "../../queries/exports/export-set";
import { exportSets } from "../../queries/exports/export-sets";
import { type ExportVersion, readSet } from "../../queries/exports/read-set";
import { hsdsServices } from "../../queries/hsds/all-rows";
import { cursorAt } from "../../storage/changes/change-cursor";
import { loaded } from "../../storage/engine/reader";
import type { FileStore } from "../../storage/files/file-store";
import type { Unreadable } from "../../storage/records/readable";
import {
  type ExportedSet,
  type ExportFile,
  type ExportManifest,
  type ExportSource,
  exportId,
  storedNames,
} from "./export-manifest";
import { fileFormats } from "./formats/file-formats";
import { givingWay } from "./giving-way";
import { OutputFile } from "./output-file";
import { writeHsdsTables } from "./write-hsds-tables";

interface MadeExports {
  readonly manifest: ExportManifest;
  /** Stored items that were left out. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Writes every set of a version in every form, and then the manifest: readers find a version whole or not at all. It reads the version
 * once for each set, page by page, and gives way to requests after each page.
 * @public Loaded when it is needed.
 */
export async function makeExports(
  version: ExportVersion,
  into: FileStore,
  now: () => number,
): Promise<MadeExports> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-exports-"));
  const unreadable: Unreadable[] = [];
  const skip = (each: Unreadable): void => void unreadable.push(each);
  try {
    const sets: ExportedSet[] = [];
    for (const set of exportSets) {
      const found = await writeSet(version, set, { folder, skip });
      const files =
        set.name === "services" ? [...found.files, ...(await writeHsds(version, folder))] : found.files;
      const made = { ...found, files };
      for (const file of made.files) await store(file, path.join(folder, file.name), into);
      sets.push(made);
    }
    const { version: number, dataVersion, publishedAt } = version.root;
    const madeAt = new Date(now()).toISOString();
    const changesCursor = cursorAt(version.root);
    const id = exportId(number, publishedAt);
    const manifest: ExportManifest = {
      id,
      version: number,
      dataVersion,
      publishedAt,
      madeAt,
      changesCursor,
      sets,
    };
    const text = JSON.stringify(manifest);
    await into.write(storedNames.manifest(id), text);
    await into.write(storedNames.latest, text);
    return { manifest, unreadable };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeSet(
  version: ExportVersion,
  set: AnySet,
  { folder, skip }: { readonly folder: string; readonly skip: (each: Unreadable) => void },
): Promise<ExportedSet> {
  const outputs = fileFormats
    .filter((format) => format.fits(set))
    .map((format) => {
      const name = `${set.name}.${format.extension}`;
      const file = new OutputFile(path.join(folder, name), { compress: !format.isCompressed });
      return { name, format, file, writer: format.writer(set) };
    });
  for (const { file, writer } of outputs) await file.write(writer.begin());
  const sources = new Set<string>();
  let rows = 0;
  for await (const batch of givingWay(readSet(version, set, skip), 1)) {
    rows += batch.objects.length;
    for (const code of batch.sources) sources.add(code);
    for (const { file, writer } of outputs) await file.write(writer.rows(batch));
  }
  const written: ExportFile[] = [];
  for (const { name, format, file, writer } of outputs) {
    await file.write(writer.end());
    written.push({ name, mediaType: format.mediaType, use: format.use, ...(await file.end()) });
  }
  const { name, title, description, columns, primaryKey, recordKey } = set;
  return {
    ...{ name, title, description, rows, primaryKey, recordKey, isFollowed: isFollowed(set) },
    columns: columns.map(({ value: _, ...facts }) => facts),
    sources: await loaded(() => sourcesOf([...sources].sort(), version)),
    files: written,
  };
}

/** Everything of HSDS 3.0 in both of its forms. */
const writeHsds = async (version: ExportVersion, folder: string): Promise<ExportFile[]> => [
  await writeHsdsServices(version, folder),
  await writeHsdsTables(version.context, folder, (codes) =>
    loaded(() => sourcesOf([...codes].sort(), version)),
  ),
];

/** Every service with its organisation and its places, as HSDS 3.0 compiles them: a list in JSON. */
async function writeHsdsServices({ context }: ExportVersion, folder: string): Promise<ExportFile> {
  const name = "services.hsds.json";
  const file = new OutputFile(path.join(folder, name), { compress: true });
  await file.write("[");
  let separator = "";
  for await (const row of givingWay(hsdsServices(context), 100)) {
    await file.write(`${separator}\n${JSON.stringify(row)}`);
    separator = ",";
  }
  await file.write("\n]\n");
  const use = {
    it: "Altri elenchi di servizi: HSDS 3.0 di Open Referral, con organizzazione e sedi.",
    en: "Other directories of services: HSDS 3.0 of Open Referral, with organisation and places.",
  };
  return { name, mediaType: "application/json", use, ...(await file.end()) };
}

/** What is known of sources; the results of the hub itself have none. */
const sourcesOf = (codes: readonly string[], { context: { records } }: ExportVersion): ExportSource[] =>
  records.sourceRef.all(codes).map(({ code, title, publisher, licence, rights, landingPage }) => ({
    ...{ code, title, publisher, licence, rights, landingPage },
  }));

/** What is there already is not stored again: its name is the hash of its bytes. */
async function store(
  { sha256, gzipBytes, mediaType }: ExportFile,
  from: string,
  files: FileStore,
): Promise<void> {
  if (gzipBytes !== null && !(await files.has(storedNames.zipped(sha256))))
    await files.take(storedNames.zipped(sha256), `${from}.gz`, mediaType);
  if (!(await files.has(storedNames.content(sha256))))
    await files.take(storedNames.content(sha256), from, mediaType);
}
