import { HubError } from "../../domain/kit/errors";
import type { Chunks, ReadBatch, ReadRows } from "../kit/source";

/** The largest file of a format that can only be read as a whole: 100 MB. */
const maxWholeBytes = 100 * 1024 * 1024;

/**
 * All bytes of a file, for formats that can only be read as a whole.
 * @throws HubError SOURCE_UNREADABLE for a larger file.
 */
export async function readWhole(chunks: Chunks, most = maxWholeBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new HubError("SOURCE_UNREADABLE", "tooLargeForFormat", { most });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** A file that is read as a whole, as one batch. */
export async function* wholeBatch<Row extends { readonly line: number }>(
  chunks: Chunks,
  read: (file: Buffer) => ReadRows<Row>,
): AsyncGenerator<ReadBatch<Row>> {
  const rows = read(await readWhole(chunks));
  const last = Math.max(-1, ...[rows.rows.at(-1)?.line ?? -1, rows.problems.at(-1)?.line ?? -1]);
  yield { ...rows, nextLine: last + 1 };
}
