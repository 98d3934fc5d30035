import { open, rename } from "node:fs/promises";
import { HubError } from "../../domain/kit/errors";
import type { Rate } from "../kit/origin";
import { TemporaryFailure, tookTooLong, tooLarge } from "./acquire-errors";
import { type Checksum, digestOf, sha256Of } from "./checksum";
import { beginningBytes, contentProblem } from "./content-check";
import type { Http } from "./http";
import { beginPart, forgetPart, knownPart, type Part, partOf, validatorOf } from "./part";
import { withRetries } from "./retry";
import { type HttpAnswer, send } from "./send";
import { shownUrl } from "./shown-url";
import { readSidecar, type Sidecar, writeSidecar } from "./sidecar";

export interface Download {
  readonly url: string;
  /** Target of the download; its folder exists. */
  readonly file: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rate?: Rate;
  /** As the publisher states it. */
  readonly checksum?: Checksum | null;
  /** The version in a catalogue: while it is the same, the file is not requested. */
  readonly version?: string | null;
  /** Handles answers with these statuses: returns that there is no data, or throws the reason. */
  readonly judge?: {
    readonly statuses: readonly number[];
    readonly judge: (status: number, text: string) => "NO_DATA";
  };
  readonly onProgress?: OnProgress;
}

/** @param total bytes of the whole; `null` if the server does not state it. */
export type OnProgress = (bytes: number, total: number | null) => void;

/** KEPT: the existing file is the current version. NO_DATA: the publisher has none; an existing file stays. */
export type AcquireOutcome = "DOWNLOADED" | "KEPT" | "NO_DATA";

/**
 * A file from an address: not sent again if unchanged, continued after an interruption, checked, and replaced in one
 * step, so that the former file stays until the new one is complete.
 * @throws HubError SOURCE_UNREACHABLE or SOURCE_UNREADABLE.
 */
export async function download(http: Http, request: Download): Promise<AcquireOutcome> {
  const sidecar = await readSidecar(request.file);
  const known = sidecar?.url === shownUrl(request.url) && sidecar.complete ? sidecar : null;
  if (known !== null && request.version && known.version === request.version) return "KEPT";
  const end = http.now() + http.limits.wholeMs;
  return withRetries(http, request.url, () => attempt(http, request, known, end));
}

async function attempt(
  http: Http,
  request: Download,
  known: Sidecar | null,
  end: number,
): Promise<AcquireOutcome> {
  const { url, file } = request;
  const part = await knownPart(file, url);
  const retrievedAt = new Date(http.now()).toISOString();
  const answer = await send(http, {
    url,
    headers: { ...request.headers, "accept-encoding": "identity", ...conditions(part, known) },
    expects: [206, 304, 416, ...(request.judge?.statuses ?? [])],
    ...(request.rate && { rate: request.rate }),
  });
  try {
    const { status } = answer;
    if (status === 304 && known !== null && part === null) return "KEPT";
    if (request.judge?.statuses.includes(status)) return request.judge.judge(status, await firstText(answer));
    const goesOn = part !== null && status === 206 && continues(part, answer.headers);
    if (status !== 200 && !goesOn) {
      await forgetPart(file);
      throw new TemporaryFailure(`answers ${status}, but not with the rest of the file`);
    }
    if (!goesOn) await beginPart(file, url, answer.headers);
    await receive(http, request, answer, goesOn ? part.bytes : 0, end);
  } finally {
    answer.close();
  }
  const [etag, lastModified] = [answer.headers.get("etag"), answer.headers.get("last-modified")];
  await finish(request, part !== null, { retrievedAt, etag, lastModified });
  return "DOWNLOADED";
}

/** Enough of an answer to classify it. */
async function firstText({ chunks }: HttpAnswer): Promise<string> {
  let text = "";
  for await (const chunk of chunks()) {
    text += Buffer.from(chunk).toString("utf8");
    if (text.length > 10_000) break;
  }
  return text;
}

function conditions(part: Part | null, known: Sidecar | null): Record<string, string> {
  if (part !== null) return { range: `bytes=${part.bytes}-`, "if-range": part.validator };
  return {
    ...(known?.etag && { "if-none-match": known.etag }),
    ...(known?.lastModified && { "if-modified-since": known.lastModified }),
  };
}

/** A server may ignore If-Range, and send the rest of another version. */
function continues(part: Part, headers: Headers): boolean {
  const start = /^bytes (\d+)-/.exec(headers.get("content-range") ?? "")?.[1];
  return Number(start) === part.bytes && validatorOf(headers) === part.validator;
}

async function receive(
  http: Http,
  { url, file, onProgress }: Download,
  { headers, chunks }: HttpAnswer,
  start: number,
  end: number,
): Promise<void> {
  const { fileBytes, wholeMs } = http.limits;
  const total = totalOf(headers, start);
  if (total !== null && total > fileBytes) throw tooLarge(url, fileBytes);
  const handle = await open(partOf(file), start === 0 ? "w" : "a");
  let bytes = start;
  try {
    for await (const chunk of chunks()) {
      bytes += chunk.byteLength;
      if (bytes > fileBytes) throw tooLarge(url, fileBytes);
      if (http.now() > end) throw tookTooLong(url, wholeMs);
      await handle.appendFile(chunk);
      onProgress?.(bytes, total);
    }
  } catch (error) {
    if (!(error instanceof TemporaryFailure)) await forgetPart(file);
    throw error;
  } finally {
    await handle.close();
  }
  if (total !== null && bytes !== total) throw new TemporaryFailure(`ended after ${bytes} of ${total} bytes`);
}

/** The length of a compressed answer is not that of its content. */
function totalOf(headers: Headers, start: number): number | null {
  const length = headers.get("content-length");
  return length === null || headers.has("content-encoding") ? null : start + Number(length);
}

/** Checks the download and moves it to its place. */
async function finish(
  { url, file, checksum, version }: Download,
  goneOn: boolean,
  fetched: Pick<Sidecar, "etag" | "lastModified" | "retrievedAt">,
): Promise<void> {
  const { beginning, bytes } = await beginningOf(partOf(file));
  const problem = contentProblem(url, file, beginning);
  if (problem !== null) {
    await forgetPart(file);
    throw problem;
  }
  const sha256 = await sha256Of(partOf(file));
  if (checksum) {
    const found = await digestOf(partOf(file), checksum.algorithm);
    if (found !== checksum.hex.toLowerCase()) {
      await forgetPart(file);
      // Two halves that do not fit together are not a fault of the publisher.
      if (goneOn) throw new TemporaryFailure("sent halves that do not fit together");
      throw otherChecksum(url, checksum, found);
    }
  }
  await rename(partOf(file), file);
  const whole = { sha256, bytes, complete: true, gaps: [], version: version ?? null };
  await writeSidecar(file, { url: shownUrl(url), ...fetched, ...whole });
  await forgetPart(file);
}

async function beginningOf(
  file: string,
): Promise<{ readonly beginning: Uint8Array; readonly bytes: number }> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginningBytes), 0, beginningBytes, 0);
    return { beginning: buffer.subarray(0, bytesRead), bytes: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

function otherChecksum(url: string, { algorithm, hex }: Checksum, found: string): HubError {
  const values = { url: shownUrl(url), algorithm, found, stated: hex };
  return new HubError("SOURCE_UNREADABLE", "checksum", values, { where: "origin" });
}
