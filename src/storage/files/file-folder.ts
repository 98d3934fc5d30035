import { randomUUID } from "node:crypto";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { FileStore, StoredFile } from "./file-store";

/** Files in a folder, which is made when the first one is stored. */
export function fileFolder(folder: string): FileStore {
  const pathOf = (name: string): string => path.join(folder, ...checked(name).split("/"));

  /** Beside its place first, so that a reader never finds a part of it. */
  async function place(name: string, make: (temporary: string) => Promise<void>): Promise<void> {
    const target = pathOf(name);
    const temporary = `${target}.${randomUUID()}${temporaryEnd}`;
    await mkdir(path.dirname(target), { recursive: true });
    try {
      await make(temporary);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  return {
    has: async (name) => (await unlessMissing(stat(pathOf(name)))) !== null,
    take: (name, from) =>
      place(name, async (temporary) => {
        // Another file system cannot take it over by a change of its name.
        await rename(from, temporary).catch(() => copyFile(from, temporary));
      }),
    write: (name, text) => place(name, (temporary) => writeFile(temporary, text)),
    read: async (name) => unlessMissing(readFile(pathOf(name), "utf8")),
    async open(name, range) {
      // Opened at once: the file may be removed while it is sent.
      const handle = await unlessMissing(open(pathOf(name)));
      if (handle === null) return null;
      const stream = handle.createReadStream(range && { start: range.first, end: range.last });
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
    },
    addressOf: async () => null,
    async list(prefix) {
      const names = (await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
      const found: StoredFile[] = [];
      for (const entry of names) {
        const file = path.join(entry.parentPath, entry.name);
        const name = path.relative(folder, file).split(path.sep).join("/");
        if (!entry.isFile() || name.endsWith(temporaryEnd) || !name.startsWith(prefix)) continue;
        const facts = await unlessMissing(stat(file));
        if (facts !== null) found.push({ name, storedAt: facts.mtimeMs });
      }
      return found;
    },
    async remove(names) {
      for (const name of names) await rm(pathOf(name), { force: true });
    },
  };
}

const temporaryEnd = ".part";

/** @throws Error for a name that could lead out of the folder: names are made by the hub, never by clients. */
function checked(name: string): string {
  if (/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} is no name of a file.`);
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
