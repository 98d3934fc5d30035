import type { Format, ReadRows } from "../../src/ingest/kit/source";

/** All that a format makes of a file, put together from its batches. */
export async function readRows<Row>(
  format: Format<Row>,
  ...chunks: readonly (string | Uint8Array)[]
): Promise<ReadRows<Row>> {
  const rows: Row[] = [];
  const problems = [];
  let unreadable = 0;
  for await (const batch of format.read(inChunks(chunks))) {
    rows.push(...batch.rows);
    problems.push(...batch.problems);
    unreadable += batch.unreadable;
  }
  return { rows, problems, unreadable };
}

async function* inChunks(chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
