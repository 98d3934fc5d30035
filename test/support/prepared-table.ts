import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import { HubError } from "../../src/domain/kit/errors";
import { withFolder } from "../../src/ingest/acquire/folder-lock";
import { contentKey } from "./content-key";
import { type Entries, type Fill, filledWith } from "./table-copies";

const root = path.resolve(__dirname, "../..");
/** Beside the packages: outside git, and `npm ci` clears it. */
const cacheFolder = path.join(root, "node_modules/.cache/vicinato");
/** Layers that filling a table cannot reach (test/architecture.test.ts): a change there needs no new one. */
const afterwards: ReadonlySet<string> = new Set(["app", "editing", "entry", "graphql", "queries", "web"]);
/** Of this state of the code and of the one before. */
const mostKept = 12;

/** The instant at which everything was loaded: after the newest file was published, as for every real hub. */
export const preparedAt = "2026-09-26T00:00:00.000Z";

export interface Filling<T> {
  readonly name: string;
  /** Files and folders that it reads. */
  readonly from: readonly string[];
  readonly fill: Fill<T>;
}

export interface Prepared<T> {
  readonly entries: Entries;
  /** What the filling answered. */
  readonly result: T;
}

/**
 * A table that is filled once and kept on disk until something changes that the filling depends on, and read once in a worker.
 * While one process fills it, others wait.
 */
export function prepared<T>(filling: Filling<T>): () => Promise<Prepared<T>> {
  let found: Promise<Prepared<T>> | undefined;
  return () => {
    found ??= find(filling);
    return found;
  };
}

async function find<T>({ name, from, fill }: Filling<T>): Promise<Prepared<T>> {
  const layers = (await readdir(path.join(root, "src"))).filter((layer) => !afterwards.has(layer)).sort();
  const file = await kept(
    { name, from: [...from, ...layers.map((layer) => path.join(root, "src", layer))] },
    async (own) => writeFile(own, serialize(await filledWith(fill, () => preparedAt))),
  );
  return deserialize(await readFile(file)) as Prepared<T>;
}

/**
 * A file or folder that is made once and kept until something changes that it depends on. While one process makes it, others wait.
 * @param from the files and folders that it depends on besides the packages and the data.
 * @param make gets the path of what it makes.
 * @returns where it is: to be read and not changed.
 */
export async function kept(
  { name, from }: { readonly name: string; readonly from: readonly string[] },
  make: (own: string) => Promise<void>,
): Promise<string> {
  // The mapping files of the sources stand in data.
  const always = ["package-lock.json", "cities", "data"].map((each) => path.join(root, each));
  // The order of texts is that of the Unicode tables of Node.
  const folder = path.join(
    cacheFolder,
    await contentKey([__filename, ...from, ...always], [name, process.version]),
  );
  const made = path.join(folder, "made");
  await mkdir(folder, { recursive: true });
  const makeOnce = async (): Promise<void> => {
    if (await isThere(made)) return;
    // Of its own, should two ever take the lock at once: nobody reads half of either.
    const own = `${made}.${process.pid}`;
    await make(own);
    await rename(own, made);
  };
  while (!(await isThere(made))) await withFolder(folder, makeOnce).catch(waitForOther);
  const now = new Date();
  await utimes(folder, now, now);
  await prune();
  return made;
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
