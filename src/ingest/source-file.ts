import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../domain/errors";

/** A file is read into memory as a whole, so it must not be larger than this. */
export const mostBytes = 200 * 1024 * 1024;

export interface SourceFile {
  /** Path below the folder, as the source declares it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** The first of the paths at which there is a file; `null` where there is none. */
export async function findFile(folder: string, files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const found = await stat(path.join(folder, file)).catch(() => null);
    if (found?.isFile()) return file;
  }
  return null;
}

/** @throws HubError SOURCE_UNREADABLE when the file is too large or may not be read. */
export async function readSourceFile(folder: string, file: string): Promise<SourceFile> {
  const location = path.join(folder, file);
  const { size } = await stat(location);
  if (size > mostBytes) throw tooLarge(file, size);
  const bytes = await readFile(location).catch((error: NodeJS.ErrnoException) => {
    throw notReadable(file, error);
  });
  return { file, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

const tooLarge = (file: string, size: number): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${file} has ${size} bytes; at most ${mostBytes} can be read.`,
    messageIt: `${file} ha ${size} byte; se ne possono leggere al massimo ${mostBytes}.`,
    hint: "Import it in parts, for example year by year.",
  });

const notReadable = (file: string, cause: NodeJS.ErrnoException): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${file} cannot be read (${cause.code}).`,
    messageIt: `${file} non può essere letto (${cause.code}).`,
    hint: "Check the permissions of the file.",
    cause,
  });
