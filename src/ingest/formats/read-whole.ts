import { HubError } from "../../domain/kit/errors";
import type { LineProblem, RowProblem } from "../kit/problem";
import type { Chunks, ReadBatch, ReadRows } from "../kit/source";

/** The largest file of a format that can only be read as a whole: 100 MB. */
const maxWholeBytes = 100 * 1024 * 1024;

/** Rows per batch. */
const batchSize = 1_000;

interface AnyRow {
  readonly line: number;
}

/** Reads a value of a file: what its row has beside its index, or why there is no row. */
export type ReadValue<Row extends AnyRow> = (value: unknown) => Omit<Row, "line"> | RowProblem;

/**
 * All bytes of a file, for formats that can only be read as a whole.
 * @throws HubError SOURCE_UNREADABLE for a larger file.
 */
async function readWhole(chunks: Chunks, most = maxWholeBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new HubError("SOURCE_UNREADABLE", "tooLargeForFormat", { most });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The values of a file that is read as a whole, batch by batch. */
export async function* wholeBatches<Row extends AnyRow>(
  chunks: Chunks,
  valuesIn: (file: Buffer) => readonly unknown[],
  read: ReadValue<Row>,
): AsyncGenerator<ReadBatch<Row>> {
  const values = valuesIn(await readWhole(chunks));
  for (let at = 0; at === 0 || at < values.length; at += batchSize) {
    const nextLine = Math.min(at + batchSize, values.length);
    yield { ...rowsOf(values.slice(at, nextLine), at, read), nextLine };
  }
}

/** @param first index of the first value in its file, from 0. */
export function rowsOf<Row extends AnyRow>(
  values: readonly unknown[],
  first: number,
  read: ReadValue<Row>,
): ReadRows<Row> {
  const rows: Row[] = [];
  const problems: LineProblem[] = [];
  for (const [i, value] of values.entries()) {
    const line = first + i;
    const found = read(value);
    if ("rule" in found) problems.push({ line, ...found });
    else rows.push({ line, ...found } as Row);
  }
  return { rows, unreadable: problems.length, problems };
}
