import type { Context as HonoContext } from "hono";
import type { ByteRange, FileStore } from "../../storage/files/file-store";
import { problem } from "../answer";
import { acceptsGzip } from "../answers/encoding";
import { sentInParts } from "../bounded";
import { allowanceOf } from "../fair-use/limited";
import { requestLimits } from "../request-limits";
import { type ExportFile, storedNames } from "./export-manifest";

interface Served {
  readonly file: ExportFile;
  readonly dataVersion: number;
  readonly cacheControl: string;
}

/**
 * A file, as RFC 9110 asks: its hash is the ETag, with If-None-Match, single ranges and If-Range. Compressed for clients that accept it,
 * but for a range. A large file that clients can fetch themselves is a redirection to its address.
 */
export async function serveFile(
  c: HonoContext,
  { file, dataVersion, cacheControl }: Served,
  files: FileStore,
): Promise<Response> {
  const header = (name: string): string | undefined => c.req.header(name);
  const asked = c.req.method === "GET" ? rangeOf(header("range"), file.bytes) : null;
  const zipped = file.gzipBytes !== null && asked === null && acceptsGzip(header("accept-encoding") ?? "");
  const etag = `"${file.sha256.slice(0, 32)}${zipped ? "-gzip" : ""}"`;
  const headers = new Headers({
    "accept-ranges": "bytes",
    // Nobody may change the bytes on the way: their hash is public.
    "cache-control": `${cacheControl}, no-transform`,
    "content-disposition": `inline; filename="${file.name}"`,
    "content-type": file.mediaType,
    // RFC 9530: of the file itself, which is what a client stores.
    ...(!zipped && { "repr-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:` }),
    etag,
    vary: "accept-encoding",
    "x-data-version": String(dataVersion),
  });
  if (isKnown(header("if-none-match"), file)) return new Response(null, { status: 304, headers });
  const name = zipped ? storedNames.zipped(file.sha256) : storedNames.content(file.sha256);
  const size = zipped ? file.gzipBytes! : file.bytes;
  if (size > requestLimits.answerBytes) {
    const address = await files.addressOf(name, {
      fileName: file.name,
      mediaType: file.mediaType,
      isZipped: zipped,
    });
    if (address !== null) return elsewhere(address, headers);
    sentInParts(c);
  }
  const isStale = !isSame(header("if-range"), file);
  const range = isStale ? null : asked;
  if (range === "UNSATISFIABLE") {
    headers.set("content-range", `bytes */${file.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (zipped) headers.set("content-encoding", "gzip");
  headers.set("content-length", String(range ? range.last - range.first + 1 : size));
  if (range) headers.set("content-range", `bytes ${range.first}-${range.last}/${file.bytes}`);
  const status = range ? 206 : 200;
  if (c.req.method === "HEAD") return new Response(null, { status, headers });
  const bytes = Number(headers.get("content-length"));
  await allowanceOf(c)?.reserve(priceOf(bytes));
  const body = await files.open(name, range ?? undefined);
  return body === null ? removed(file.name) : new Response(body, { status, headers });
}

/** Never more than the largest operation, which every caller can pay. */
const priceOf = (bytes: number): number =>
  requestLimits.requestUnits +
  Math.min(Math.ceil(bytes / requestLimits.fileBytesOfUnit), requestLimits.units);

function elsewhere(address: string, headers: Headers): Response {
  headers.set("location", address);
  // The address is good for some minutes only.
  headers.set("cache-control", "no-store");
  for (const name of ["content-type", "content-disposition", "etag"]) headers.delete(name);
  return new Response(null, { status: 302, headers });
}

const removed = (name: string): Response =>
  problem(404, "Not Found", `${name} of this version was removed. Take the file of the latest version.`);

/** A part that is asked for, of a whole of some bytes; `null` for the whole, also if several parts are asked for. */
function rangeOf(header: string | undefined, bytes: number): ByteRange | "UNSATISFIABLE" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  const [first, last] =
    from === ""
      ? [Math.max(0, bytes - Number(to)), bytes - 1]
      : [Number(from), to === "" ? bytes - 1 : Number(to)];
  if (from !== "" && to !== "" && last < first) return null;
  return first >= bytes || (from === "" && Number(to) === 0)
    ? "UNSATISFIABLE"
    : { first, last: Math.min(last, bytes - 1) };
}

/** Whether the client has the file already, in whichever form. */
function isKnown(ifNoneMatch: string | undefined, { sha256 }: ExportFile): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const own = sha256.slice(0, 32);
  return tags.some((tag) => tag === "*" || tag === `"${own}"` || tag === `"${own}-gzip"`);
}

/** Whether a range is of the file that the client knows; a date cannot say so. */
const isSame = (ifRange: string | undefined, { sha256 }: ExportFile): boolean =>
  ifRange === undefined || ifRange === `"${sha256.slice(0, 32)}"`;
