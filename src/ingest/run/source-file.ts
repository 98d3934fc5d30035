import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import { refuseBinary, signatureBytes } from "../formats/binary-file";
import { readTable } from "../formats/csv-folder";
import { encodingOf, fromWindows1252 } from "../formats/encoding";
import { firstSheet, maxSpreadsheetBytes } from "../formats/spreadsheet";
import { bufferOf, utf8Check } from "../formats/utf8";
import { finding, type LineProblem, problem } from "../kit/problem";
import type { Chunks, DeclaredEncoding } from "../kit/source";

export interface SourceFile {
  /** In hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  /** Problems of its encoding. */
  readonly problems: readonly LineProblem[];
  /** Bytes returned so far. */
  bytesRead(): number;
  /**
   * The text in UTF-8, readable once.
   * @throws HubError SOURCE_UNREADABLE at the end if the bytes do not match the checksum.
   */
  readonly chunks: Chunks;
}

const chunkBytes = 256 * 1024;
/** Of a folder of tables: 100 MB. */
const maxTablesBytes = 100 * 1024 * 1024;

/** The first of the paths with a file, or a folder of tables; `null` if there is none. */
export async function findFile(folder: string, files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    const found = await stat(path.join(folder, file)).catch(() => null);
    if (found?.isFile() || found?.isDirectory()) return file;
  }
  return null;
}

export interface FileOptions {
  /** The largest size; any size if absent. */
  readonly maxBytes?: number;
  readonly encoding?: DeclaredEncoding | undefined;
  /** Whether the file is an XLSX or ODS. */
  readonly isSpreadsheet?: boolean | undefined;
}

/**
 * Reads a file once for its checksum and its encoding, and opens it for its rows. Only one chunk at a time is in
 * memory.
 * @throws HubError SOURCE_UNREADABLE if the file is too large, may not be read or is not text.
 */
export async function openSourceFile(
  folder: string,
  file: string,
  { maxBytes = Number.POSITIVE_INFINITY, encoding: declared, isSpreadsheet }: FileOptions = {},
): Promise<SourceFile> {
  const location = path.join(folder, file);
  const found = await stat(location);
  if (found.isDirectory()) return openTables(location, file);
  const { size } = found;
  if (size > maxBytes)
    throw new HubError("SOURCE_UNREADABLE", "tooLarge", { name: file, size, most: maxBytes });
  if (isSpreadsheet) return openSheet(location, file, size);
  const hash = createHash("sha256");
  const check = utf8Check();
  let isFirst = true;
  for await (const chunk of bytesOf(location, file)) {
    if (isFirst) refuseBinary(bufferOf(chunk).subarray(0, signatureBytes));
    isFirst = false;
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
    if (again.digest("hex") !== sha256) throw new HubError("SOURCE_UNREADABLE", "changed", { file });
  }
  return { sha256, size, problems, bytesRead: () => given, chunks: chunks() };
}

/** The first sheet of a spreadsheet as CSV; bounded, because it is in memory. */
async function openSheet(location: string, file: string, size: number): Promise<SourceFile> {
  if (size > maxSpreadsheetBytes)
    throw new HubError("SOURCE_UNREADABLE", "tooLarge", { name: file, size, most: maxSpreadsheetBytes });
  const bytes = await readFile(location).catch((error: NodeJS.ErrnoException) => {
    throw notReadable(file, error);
  });
  const { text, others } = firstSheet(bytes);
  const more = problem("NOTICE", finding("NOT_HELD", "otherSheets", { names: others }), null, null);
  return {
    ...inMemory(text, size),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    problems: others.length === 0 ? [] : [{ line: null, ...more }],
  };
}

function inMemory(text: Buffer, size: number): Pick<SourceFile, "bytesRead" | "chunks" | "size"> {
  let given = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield text;
    given = size;
  }
  return { size, bytesRead: () => given, chunks: chunks() };
}

/** A folder of CSV as one JSON object; bounded, because it is in memory. */
async function openTables(location: string, folder: string): Promise<SourceFile> {
  const files = (await readdir(location)).sort();
  const names = files.filter((name) => /\.csv$/i.test(name));
  const others = files.filter(
    (name) => !names.includes(name) && name !== "datapackage.json" && !name.startsWith("."),
  );
  const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(location, name))).size));
  const sum = sizes.reduce((total, each) => total + each, 0);
  if (sum > maxTablesBytes)
    throw new HubError("SOURCE_UNREADABLE", "tooLarge", { name: folder, size: sum, most: maxTablesBytes });
  const tables: Record<string, unknown> = {};
  for (const name of names) tables[name] = await tableOf(path.join(location, name), path.join(folder, name));
  const bytes = Buffer.from(JSON.stringify(tables));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...inMemory(bytes, bytes.length), sha256, problems: others.map(notATable) };
}

/** Not the description of a data package, which has no rows. */
const notATable = (name: string): LineProblem => ({
  line: null,
  ...problem("NOTICE", finding("NOT_HELD", "notATable"), name, null),
});

async function tableOf(location: string, file: string): Promise<unknown> {
  const bytes = await readFile(location).catch((error: NodeJS.ErrnoException) => {
    throw notReadable(file, error);
  });
  try {
    return readTable(bytes);
  } catch (cause) {
    const values = { file, reason: (cause as Error).message };
    throw new HubError("SOURCE_UNREADABLE", "table", values, { cause });
  }
}

async function* bytesOf(location: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(location, { highWaterMark: chunkBytes });
  } catch (error) {
    throw notReadable(file, error as NodeJS.ErrnoException);
  }
}

const notReadable = (file: string, cause: NodeJS.ErrnoException): HubError =>
  new HubError("SOURCE_UNREADABLE", "notReadable", { file, reason: String(cause.code) }, { cause });
