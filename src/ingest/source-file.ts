import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../domain/errors";
import { type Utf8Fault, utf8Check } from "./formats/utf8";
import type { Chunks } from "./source";

export interface SourceFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** How many bytes were given out so far. */
  bytesRead(): number;
  /**
   * The bytes, to be asked for once.
   * @throws HubError SOURCE_UNREADABLE at the end when they are not those that the checksum is of.
   */
  readonly chunks: Chunks;
}

const chunkBytes = 256 * 1024;

/** The first of the paths at which there is a file; `null` where there is none. */
export async function findFile(folder: string, files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const found = await stat(path.join(folder, file)).catch(() => null);
    if (found?.isFile()) return file;
  }
  return null;
}

/**
 * Reads a file once for its checksum and its encoding, and opens it for its rows. No more than a chunk is in memory.
 * @param most bytes that it may have; `null` for any number.
 * @throws HubError SOURCE_UNREADABLE when the file is too large, may not be read or is not UTF-8.
 */
export async function openSourceFile(folder: string, file: string, most: number | null): Promise<SourceFile> {
  const location = path.join(folder, file);
  const size = (await stat(location)).size;
  if (most !== null && size > most) throw tooLarge(file, size, most);
  const hash = createHash("sha256");
  const check = utf8Check();
  for await (const chunk of bytesOf(location, file)) {
    hash.update(chunk);
    const fault = check.push(chunk);
    if (fault !== null) throw notUtf8(fault);
  }
  const sha256 = hash.digest("hex");
  let given = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const again = createHash("sha256");
    for await (const chunk of bytesOf(location, file)) {
      again.update(chunk);
      given += chunk.length;
      yield chunk;
    }
    if (again.digest("hex") !== sha256) throw changed(file);
  }
  return { sha256, size, bytesRead: () => given, chunks: chunks() };
}

async function* bytesOf(location: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(location, { highWaterMark: chunkBytes });
  } catch (error) {
    throw notReadable(file, error as NodeJS.ErrnoException);
  }
}

const notUtf8 = ({ byte, line }: Utf8Fault): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `The file is not UTF-8 at byte ${byte} (line ${line}).`,
    messageIt: `Il file non è in UTF-8 al byte ${byte} (riga ${line}).`,
    hint: "Save it as UTF-8 and import it again. Spreadsheets call that format “CSV UTF-8”.",
    where: `line ${line}`,
  });

const changed = (file: string): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${file} changed while it was read.`,
    messageIt: `${file} è cambiato durante la lettura.`,
    hint: "Import it again when nobody writes it.",
  });

const tooLarge = (file: string, size: number, most: number): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${file} has ${size} bytes; at most ${most} can be read.`,
    messageIt: `${file} ha ${size} byte; se ne possono leggere al massimo ${most}.`,
    hint: "Import it in parts, for example year by year.",
  });

const notReadable = (file: string, cause: NodeJS.ErrnoException): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `${file} cannot be read (${cause.code}).`,
    messageIt: `${file} non può essere letto (${cause.code}).`,
    hint: "Check the permissions of the file.",
    cause,
  });
