import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Origin } from "../kit/origin";
import type { Source } from "../kit/source";
import { readChecksum } from "./checksum";
import { acquireCkan } from "./ckan";
import { type AcquireOutcome, download, type OnProgress } from "./download";
import { graphQlClient } from "./graphql";
import { acquireHsds } from "./hsds";
import type { Http } from "./http";
import { acquireSdmx } from "./sdmx";
import { readSidecar } from "./sidecar";
import { writeRecords } from "./write-records";

/**
 * NO_ADDRESS: the owner does not publish the address, and it was not given. INBOX: somebody puts the file into the inbox of the hub.
 * NO_ORIGIN: the mapping file is beside a file that is there. FAILED: an existing file stays.
 */
export type AcquireStatus = AcquireOutcome | "FAILED" | "INBOX" | "NO_ADDRESS" | "NO_ORIGIN";

export interface AcquireReport {
  readonly source: string;
  /** Path below the folder. */
  readonly file: string;
  readonly status: AcquireStatus;
  /** Of the file that exists now; `null` if there is none. */
  readonly bytes: number | null;
  /** Parts that the publisher could not give; an import reads the others. */
  readonly gaps: readonly string[];
  readonly error: Pick<HubError, "code" | "hint" | "hintIt" | "message" | "messageIt"> | null;
}

export interface AcquireOptions {
  readonly http: Http;
  /** Folder of the downloads; created if missing. */
  readonly folder: string;
  /** Unpublished addresses of APIs, by code of source. */
  readonly addresses?: ReadonlyMap<string, string>;
  readonly onProgress?: (source: string, bytes: number, total: number | null) => void;
}

/** Downloads the file of one source to where an import looks for it. The report contains any error. */
export async function acquireSource(source: Source, options: AcquireOptions): Promise<AcquireReport> {
  const { code } = source.ref;
  const file = source.files[0]!;
  const place = path.join(options.folder, file);
  const report = async (status: AcquireStatus, error: HubError | null = null): Promise<AcquireReport> => ({
    source: code,
    file,
    status,
    bytes: (await stat(place).catch(() => null))?.size ?? null,
    gaps: (await readSidecar(place))?.gaps ?? [],
    error: error && {
      code: error.code,
      message: error.message,
      messageIt: error.messageIt,
      hint: error.hint,
      hintIt: error.hintIt,
    },
  });
  const origin = source.origin ?? null;
  if (origin === null) return report("NO_ORIGIN");
  const { onProgress } = options;
  const progress: OnProgress = (bytes, total) => onProgress?.(code, bytes, total);
  try {
    await mkdir(path.dirname(place), { recursive: true });
    return await report(await acquire(origin, source, place, progress, options));
  } catch (error) {
    if (error instanceof HubError) return report("FAILED", error);
    if (!isOfDisk(error)) throw error;
    const values = { place, reason: String(error.code) };
    const circumstances = { where: "to", cause: error };
    return report("FAILED", new HubError("SOURCE_UNREADABLE", "notWritable", values, circumstances));
  }
}

/** For instance a full disk: the hub has no fault, and the next file may be smaller. */
const isOfDisk = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === "object" && error !== null && "syscall" in error && "code" in error;

async function acquire(
  origin: Origin,
  { mode, ref }: Source,
  file: string,
  onProgress: OnProgress,
  { http, addresses }: AcquireOptions,
): Promise<AcquireOutcome | "INBOX" | "NO_ADDRESS"> {
  // If a missing record is a deletion, an incomplete file would delete records.
  const mayLack = mode === "PARTIAL";
  switch (origin.kind) {
    case "inbox":
      return "INBOX";
    case "url":
      return download(http, { url: origin.url, file, checksum: readChecksum(origin.checksum), onProgress });
    case "ckan":
      return acquireCkan(http, origin, file, onProgress);
    case "sdmx":
      return acquireSdmx(http, origin, file, onProgress);
    case "hsds":
      return acquireHsds(http, origin, file, { mayLack, onProgress });
    case "graphql": {
      const url = addresses?.get(ref.code) ?? origin.endpoint;
      if (url === null) return "NO_ADDRESS";
      const records = origin.records(graphQlClient(http, url, origin), { pages: http.limits.pages });
      return writeRecords(http, { url, file, records, mayLack, onProgress });
    }
  }
}
