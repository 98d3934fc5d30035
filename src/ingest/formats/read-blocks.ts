import type { Chunks, ReadBatch } from "../kit/source";
import { bufferOf } from "./utf8";

/** Reads a file block by block; rows and problems do not depend on the limits of blocks. */
export interface BlockReader<Row> {
  push(block: Buffer): ReadBatch<Row>;
  end(): ReadBatch<Row>;
}

/** The size of one reading step: about a thousand rows. */
const blockBytes = 128 * 1024;

export async function* readBlocks<Row>(
  chunks: Chunks,
  reader: BlockReader<Row>,
): AsyncGenerator<ReadBatch<Row>> {
  for await (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += blockBytes) {
      const batch = reader.push(bufferOf(chunk.subarray(at, at + blockBytes)));
      if (batch.rows.length + batch.problems.length + (batch.comments ?? 0) > 0) yield batch;
    }
  yield reader.end();
}
