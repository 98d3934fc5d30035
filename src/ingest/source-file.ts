import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../domain/errors";
import { type DeclaredEncoding, encodingOf, fromWindows1252 } from "./formats/encoding";
import { bufferOf, utf8Check } from "./formats/utf8";
import type { LineProblem } from "./problem";
import type { Chunks } from "./source";

export interface SourceFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** What is to be said of its encoding. */
  readonly problems: readonly LineProblem[];
  /** How many bytes were given out so far. */
  bytesRead(): number;
  /**
   * The text in UTF-8, to be asked for once.
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

export interface FileOptions {
  /** Bytes that it may have; any number when absent. */
  readonly mostBytes?: number;
  readonly encoding?: DeclaredEncoding | undefined;
}

/**
 * Reads a file once for its checksum and its encoding, and opens it for its rows. No more than a chunk is in memory.
 * @throws HubError SOURCE_UNREADABLE when the file is too large, may not be read or is no text.
 */
export async function openSourceFile(
  folder: string,
  file: string,
  { mostBytes = Number.POSITIVE_INFINITY, encoding: declared }: FileOptions = {},
): Promise<SourceFile> {
  const location = path.join(folder, file);
  const { size } = await stat(location);
  if (size > mostBytes) throw tooLarge(file, size, mostBytes);
  const hash = createHash("sha256");
  const check = utf8Check();
  for await (const chunk of bytesOf(location, file)) {
    hash.update(chunk);
    check.push(chunk);
  }
  const sha256 = hash.digest("hex");
  const { encoding, problems } = encodingOf(check.counts(), declared);
  let given = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const again = createHash("sha256");
    for await (const chunk of bytesOf(location, file)) {
      again.update(chunk);
      given += chunk.length;
      yield encoding === "windows-1252" ? fromWindows1252(bufferOf(chunk)) : chunk;
    }
    if (again.digest("hex") !== sha256) throw changed(file);
  }
  return { sha256, size, problems, bytesRead: () => given, chunks: chunks() };
}

async function* bytesOf(location: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(location, { highWaterMark: chunkBytes });
  } catch (error) {
    throw notReadable(file, error as NodeJS.ErrnoException);
  }
}

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
