import { open, rename } from "node:fs/promises";
import { HubError } from "../../domain/kit/errors";
import type { Records } from "../kit/origin";
import { tookTooLong, tooLarge } from "./acquire-errors";
import { sha256Of } from "./checksum";
import type { AcquireOutcome, OnProgress } from "./download";
import type { Http } from "./http";
import { forgetPart, partOf } from "./part";
import { shownUrl } from "./shown-url";
import { readSidecar, writeSidecar } from "./sidecar";

export interface RecordsRequest {
  readonly url: string;
  readonly file: string;
  readonly records: Records;
  /** Whether a file may be incomplete, as long as it says so. Not if a missing record is a deletion. */
  readonly mayLack: boolean;
  readonly onProgress?: OnProgress | undefined;
}

/**
 * The answer of an API as NDJSON: one record per line. The file is moved to its place after everything was read.
 * @throws HubError SOURCE_UNREACHABLE for a gap that is not allowed, and the errors of reading.
 */
export async function writeRecords(http: Http, request: RecordsRequest): Promise<AcquireOutcome> {
  const { url, file, mayLack } = request;
  const known = await readSidecar(file);
  const retrievedAt = new Date(http.now()).toISOString();
  await forgetPart(file);
  try {
    const { gaps, bytes } = await write(http, request);
    if (gaps.length > 0 && !mayLack) {
      const values = { url: shownUrl(url), gaps };
      throw new HubError("SOURCE_UNREACHABLE", "incomplete", values, { where: "origin" });
    }
    if (bytes === 0) return "NO_DATA";
    const sha256 = await sha256Of(partOf(file));
    const complete = gaps.length === 0;
    if (known?.sha256 === sha256 && known.complete === complete) return "KEPT";
    await rename(partOf(file), file);
    const unknown = { etag: null, lastModified: null, version: null };
    await writeSidecar(file, { url: shownUrl(url), retrievedAt, ...unknown, sha256, bytes, complete, gaps });
    return "DOWNLOADED";
  } finally {
    await forgetPart(file);
  }
}

async function write(
  http: Http,
  { url, file, records, onProgress }: RecordsRequest,
): Promise<{ readonly gaps: readonly string[]; readonly bytes: number }> {
  const { fileBytes, wholeMs } = http.limits;
  const end = http.now() + wholeMs;
  const handle = await open(partOf(file), "w");
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await records.next();
      if (done) return { gaps: value, bytes };
      const line = `${JSON.stringify(value)}\n`;
      bytes += Buffer.byteLength(line);
      if (bytes > fileBytes) throw tooLarge(url, fileBytes);
      if (http.now() > end) throw tookTooLong(url, wholeMs);
      await handle.appendFile(line);
      onProgress?.(bytes, null);
    }
  } finally {
    await handle.close();
  }
}
