import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

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
