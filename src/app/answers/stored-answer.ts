import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { RequestWork } from "../../storage/engine/request-work";
import type { Encoding } from "./encoding";

export type HeaderList = readonly (readonly [name: string, value: string])[];

const endOfMinute = (instant: number): number => (Math.floor(instant / 60_000) + 1) * 60_000;

/** Instant until which an answer of the version holds; `null` as long as the version. */
export const untilOf = ({ holds }: RequestWork, started: number): number | null =>
  holds === "MINUTE" ? endOfMinute(started) : null;

/** One form of an answer, ready to be sent. */
export interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
  /** Headers of its content: for GET and HEAD, for POST, and for a client that has it already. */
  readonly get: HeaderList;
  readonly post: HeaderList;
  readonly notModified: HeaderList;
}

interface About {
  readonly contentType: string;
  /** The published version of which it is. */
  readonly dataVersion: number;
  /** Instant until which it holds, in milliseconds since 1970; `null` as long as the version. */
  readonly until: number | null;
}

/** Shorter answers are not compressed, in bytes. */
export const compressedFrom = 1_024;

/** Memory of an answer beside its bytes: two forms with their headers. */
const overhead = 2_000;

const zip = promisify(gzip);

/** A whole answer in the forms in which clients ask for it, each made once. */
export class StoredAnswer {
  private readonly plain: Form;
  private zipped: Form | null = null;
  private zipping: Promise<Form> | null = null;
  private readonly tag: string;

  constructor(
    content: Buffer | string,
    private readonly about: About,
  ) {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    this.tag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    this.plain = formOf(bytes, `"${this.tag}"`, about);
  }

  get until(): number | null {
    return this.about.until;
  }

  /** Memory, in bytes. */
  get size(): number {
    return this.plain.bytes.length + (this.zipped?.bytes.length ?? 0) + overhead;
  }

  /** The form if it is made. */
  made(encoding: Encoding): Form | null {
    return this.isPlain(encoding) ? this.plain : this.zipped;
  }

  async make(encoding: Encoding): Promise<Form> {
    if (this.isPlain(encoding)) return this.plain;
    this.zipping ??= zip(this.plain.bytes).then((bytes) => {
      this.zipped = formOf(bytes, `"${this.tag}-gzip"`, this.about, [["content-encoding", "gzip"]]);
      return this.zipped;
    });
    return this.zipping;
  }

  private isPlain(encoding: Encoding): boolean {
    return encoding !== "gzip" || this.plain.bytes.length < compressedFrom;
  }
}

function formOf(
  bytes: Buffer,
  etag: string,
  { contentType, dataVersion, until }: About,
  encoding: HeaderList = [],
): Form {
  const content: HeaderList = [
    ["content-type", contentType],
    ["content-length", String(bytes.length)],
    ...encoding,
  ];
  const common: HeaderList = [["etag", etag], ...headersOfVersion(dataVersion)];
  const fresh: HeaderList = [["cache-control", until === null ? whileFresh : "no-cache"]];
  return {
    bytes,
    etag,
    get: [...content, ...common, ...fresh],
    post: [...content, ...common, ["cache-control", "no-store"]],
    notModified: [...common, ...fresh],
  };
}

const headersOfVersion = (dataVersion: number): HeaderList => [
  // What else decides the answer: the media type, its encoding, and that no key came with the request.
  ["vary", "accept, accept-encoding, authorization"],
  ["x-data-version", String(dataVersion)],
];

/** Headers of an answer to a POST that is sent once: nobody asks later whether it still holds. */
export const headersOfPost = (contentType: string, dataVersion: number): HeaderList => [
  ["content-type", contentType],
  ...headersOfVersion(dataVersion),
  ["cache-control", "no-store"],
];

/** A version is replaced at most every five seconds. docs/clients.md documents it (AGID RAC_REST_NAME_010). */
const whileFresh = "public, max-age=5, stale-while-revalidate=25";

export interface Sent {
  readonly status: 200 | 304;
  readonly headers: HeaderList;
  /** For this caller alone. */
  readonly own?: HeaderList;
  /** `null` if the answer has no content. */
  readonly bytes: Buffer | string | null;
  /** Of a text, in bytes: its headers do not say it. */
  readonly length?: number;
}

/** What to send of a form, by method and `if-none-match`. A POST is always answered in full. */
export function sent(form: Form, method: string, ifNoneMatch: string | undefined): Sent {
  if (method === "POST") return { status: 200, headers: form.post, bytes: form.bytes };
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, form.etag))
    return { status: 304, headers: form.notModified, bytes: null };
  return { status: 200, headers: form.get, bytes: method === "HEAD" ? null : form.bytes };
}

/** The weak comparison of RFC 9110: a cache may have weakened the tag. */
const matches = (ifNoneMatch: string, etag: string): boolean =>
  ifNoneMatch === etag ||
  ifNoneMatch.split(",").some((given) => ["*", etag].includes(given.trim().replace(/^W\//, "")));
