import { createWriteStream } from "node:fs";
import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { HubError } from "../../domain/kit/errors";
import { byText } from "../../domain/kit/order";
import type { FileStore, StoredFile } from "../../storage/files/file-store";
import { comesToInbox } from "../kit/origin";
import type { Source } from "../kit/source";

export const isFromInbox = ({ origin }: Source): boolean => origin != null && comesToInbox(origin);

/**
 * The source of a file, by the folder in which it lies: `<code of the source>/<any name>`.
 * @throws HubError UNKNOWN_CODE that names the folders there are; BAD_USER_INPUT for a source that the hub fetches.
 */
export function sourceOfUpload(file: string, sources: readonly Source[]): Source {
  const code = file.slice(0, Math.max(0, file.indexOf("/")));
  const source = sources.find(({ ref }) => ref.code === code && !ref.synthetic);
  if (source !== undefined && isFromInbox(source)) return source;
  if (source?.origin) throw new HubError("BAD_USER_INPUT", "fetchedSource", { code, file }, { where: file });
  const known = sources.filter((each) => isFromInbox(each) && !each.ref.synthetic).map(({ ref }) => ref.code);
  throw new HubError("UNKNOWN_CODE", "inboxFolder", { file, known: known.sort(byText) }, { where: file });
}

/** What the console of S3 makes when somebody creates a folder there. */
export const isFolder = (name: string): boolean => name.endsWith("/");

/** The file of a source that was put into the inbox last; `null` if there is none. */
export async function newestUpload(inbox: FileStore, { ref }: Source): Promise<StoredFile | null> {
  const files = (await inbox.list(`${ref.code}/`)).filter(({ name }) => !isFolder(name));
  return files.reduce<StoredFile | null>(
    (newest, file) => (newest === null || file.storedAt > newest.storedAt ? file : newest),
    null,
  );
}

interface Taken {
  /** Name of the file in the inbox. */
  readonly name: string;
  /** The folder of the import. */
  readonly folder: string;
  /** The largest size in bytes. */
  readonly most: number;
}

/**
 * Copies a file of the inbox to where an import looks for that of its source.
 * @throws HubError SOURCE_UNREADABLE if it is too large, or no longer there.
 */
export async function takeUpload(
  inbox: FileStore,
  source: Source,
  { name, folder, most }: Taken,
): Promise<void> {
  const content = await inbox.open(name);
  if (content === null) throw new HubError("SOURCE_UNREADABLE", "goneFromInbox", { file: name });
  const place = path.join(folder, source.files[0]!);
  await mkdir(path.dirname(place), { recursive: true });
  let size = 0;
  const bounded = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      size += chunk.length;
      const error = size > most ? new HubError("SOURCE_UNREADABLE", "tooLarge", { name, size, most }) : null;
      next(error, chunk);
    },
  });
  // Beside its place first: an import never finds half of it.
  const unfinished = `${place}.part`;
  await pipeline(Readable.fromWeb(content as ReadableStream), bounded, createWriteStream(unfinished));
  await rename(unfinished, place);
}
