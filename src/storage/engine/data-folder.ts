import { cp, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataFolderUnusable } from "./store-error";

/** A folder that another process is creating looks damaged for some milliseconds. */
const looks = 5;
const betweenLooksMs = 100;

/**
 * A file without which LevelDB opens a folder as a new, empty one, or without its last writes; `null` if none is missing.
 * A missing table file is not among them: LevelDB rejects it itself.
 */
export async function missingFile(folder: string): Promise<string | null> {
  for (let look = 1; ; look++) {
    const missing = await missingNow(folder);
    if (missing === null || look === looks) return missing;
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  }
}

async function missingNow(folder: string): Promise<string | null> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (!names.some(isOfUsedFolder)) return null;
  if (!names.includes("CURRENT")) return "CURRENT";
  const manifest = (await readFile(path.join(folder, "CURRENT"), "utf8")).trim();
  if (!manifest.startsWith("MANIFEST-")) return "CURRENT";
  if (!names.includes(manifest)) return manifest;
  return names.some((name) => name.endsWith(".log")) ? null : "*.log";
}

/** The first manifest is that of an unfinished creation: a used folder has a later one, and logs or tables. */
const isOfUsedFolder = (name: string): boolean =>
  /^\d+\.(ldb|log|sst)$|^LOG\.old$/.test(name) ||
  (name.startsWith("MANIFEST-") && name !== "MANIFEST-000001");

/**
 * A new data folder begins as a copy of another one, if that is there; a folder with data stays as it is. The copy appears as
 * a whole: after an interruption there is none, and of two processes one is faster.
 * @param packed a data folder that no process uses.
 * @returns whether it was copied.
 */
export async function beginAsCopy(packed: string, dataDir: string): Promise<boolean> {
  const [source, engine] = [engineFolder(packed), engineFolder(dataDir)];
  if (!(await isThere(source)) || (await isThere(engine))) return false;
  const unfinished = `${engine}${unfinishedMark}${process.pid}`;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await removeAbandoned(dataDir);
    await cp(source, unfinished, { recursive: true });
    await rename(unfinished, engine);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    if (await isThere(engine)) return false;
    throw dataFolderUnusable(dataDir, error as Error);
  }
}

/** Where LevelDB keeps its files. */
export const engineFolder = (dataDir: string): string => path.join(dataDir, "dynamodb");

const unfinishedMark = ".copy-";

/** Copies of processes that were killed. A number that another process has now leaves one for later. */
async function removeAbandoned(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const [, pid] = name.split(unfinishedMark);
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
      await rm(path.join(dataDir, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const isThere = (location: string): Promise<boolean> =>
  stat(location).then(
    () => true,
    () => false,
  );
