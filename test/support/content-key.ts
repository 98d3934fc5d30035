import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/**
 * A short name of everything that stands in these files and folders: of names and contents, not of times, which differ from
 * clone to clone.
 */
export async function contentKey(
  locations: readonly string[],
  more: readonly string[] = [],
): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(more));
  for (const location of locations)
    for (const file of await filesOf(location)) {
      const content = createHash("sha256").update(await readFile(path.join(location, file)));
      hash.update(`${file}\n${content.digest("hex")}\n`);
    }
  return hash.digest("hex").slice(0, 16);
}

/** Below a folder, sorted; of a file the file itself, which has no name below itself. */
async function filesOf(location: string): Promise<string[]> {
  if ((await stat(location)).isFile()) return [""];
  const entries = await readdir(location, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(location, path.join(entry.parentPath, entry.name)))
    .sort();
}
