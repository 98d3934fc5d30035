import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { HubError } from "../../src/domain/errors";
import { withFolder } from "../../src/ingest/acquire/folder-lock";
import type { IngestReport } from "../../src/ingest/report";
import { runIngest } from "../../src/ingest/run";
import { loadStarter } from "../../src/ingest/starter";
import { contentKey } from "./content-key";
import { ownFolder } from "./own-folder";
import { sharedData } from "./shared-data";
import { openTableIn } from "./test-table";

const root = path.resolve(__dirname, "../..");
/** Beside the packages: outside git, and `npm ci` clears it. */
export const cacheFolder = path.join(root, "node_modules/.cache/vicinato");

/** The instant at which everything was loaded. */
export const preparedAt = "2026-01-01T00:00:00.000Z";

/** Layers that an import cannot reach (test/architecture.test.ts): a change there needs no new import. */
const afterImports: ReadonlySet<string> = new Set(["app", "editing", "entry", "graphql", "queries", "web"]);
/** Both kinds, of this state of the code and of the one before. */
const mostKept = 4;

export interface PreparedData {
  /** The data folder of an embedded engine. To be copied, never opened: an engine writes when it opens. */
  readonly dataDir: string;
  /** What the import reported. */
  readonly report: IngestReport;
}

/**
 * All published files imported once, after the starter data where that is asked for; kept until something changes that an
 * import depends on. While one process builds it, others wait.
 */
export async function preparedData({ starter }: { readonly starter: boolean }): Promise<PreparedData> {
  const folder = path.join(cacheFolder, await keyOf(starter));
  const complete = path.join(folder, "complete");
  await mkdir(folder, { recursive: true });
  while (!(await isThere(complete)))
    await withFolder(folder, () => build(folder, complete, starter)).catch(waitForOther);
  const now = new Date();
  await utimes(folder, now, now);
  await prune();
  const report = JSON.parse(await readFile(path.join(complete, "report.json"), "utf8")) as IngestReport;
  return { dataDir: path.join(complete, "data"), report };
}

async function keyOf(starter: boolean): Promise<string> {
  const layers = (await readdir(path.join(root, "src"))).filter((name) => !afterImports.has(name)).sort();
  const code = ["package-lock.json", "data", ...layers.map((layer) => `src/${layer}`)];
  return contentKey(
    [__filename, sharedData(".")!, ...code.map((name) => path.join(root, name))],
    // The order of texts is that of the Unicode tables of Node.
    [`starter ${starter}`, process.version],
  );
}

async function build(folder: string, complete: string, starter: boolean): Promise<void> {
  if (await isThere(complete)) return;
  const building = await ownFolder(path.join(folder, "building"));
  const dataDir = path.join(building, "data");
  const { table, close } = await openTableIn(dataDir, () => preparedAt);
  if (starter) await loadStarter(table, path.join(root, "data"), preparedAt);
  const report = await runIngest({ table, folder: sharedData(".")!, now: preparedAt });
  await close();
  // Opened once more, the engine moves the last writes out of its log: no copy has to do so.
  await (await openTableIn(dataDir, () => preparedAt)).close();
  await writeFile(path.join(building, "report.json"), JSON.stringify(report));
  await rename(building, complete).catch(async (error) => {
    // The lock of a folder can be lost; then both build the same, and the first one counts.
    if (!(await isThere(complete))) throw error;
    await rm(building, { recursive: true });
  });
}

async function waitForOther(error: unknown): Promise<void> {
  if (!(error instanceof HubError) || error.code !== "ALREADY_EXISTS") throw error;
  await sleep(250);
}

/** Removes what was not used for longest. */
async function prune(): Promise<void> {
  const names = (await readdir(cacheFolder)).filter((name) => /^[0-9a-f]{16}$/.test(name));
  const used = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(path.join(cacheFolder, name))).mtimeMs })),
  );
  const old = used.sort((a, b) => b.at - a.at).slice(mostKept);
  await Promise.all(
    old.map(({ name }) => rm(path.join(cacheFolder, name), { recursive: true, force: true })),
  );
}

const isThere = (location: string): Promise<boolean> =>
  stat(location).then(
    () => true,
    () => false,
  );
