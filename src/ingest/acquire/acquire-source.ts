import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Origin } from "../kit/origin";
import type { Source } from "../kit/source";
import { readChecksum } from "./checksum";
import { acquireCkan } from "./ckan";
import { type AcquireOutcome, download, type OnProgress } from "./download";
import { asksAt } from "./graphql";
import { acquireHsds } from "./hsds";
import type { Http } from "./http";
import { acquireSdmx } from "./sdmx";
import { readSidecar } from "./sidecar";
import { writeRecords } from "./write-records";

/**
 * NO_ADDRESS: its owner does not publish where it is, and nobody gave the address. NO_ORIGIN: the file must be put into
 * the folder by hand. FAILED: what was there stays.
 */
export type AcquireStatus = AcquireOutcome | "FAILED" | "NO_ADDRESS" | "NO_ORIGIN";

export interface AcquireReport {
  readonly source: string;
  /** Path below the folder. */
  readonly file: string;
  readonly status: AcquireStatus;
  /** Of the file that is there now; `null` where none is. */
  readonly bytes: number | null;
  /** What the publisher could not give; an import takes the rest. */
  readonly gaps: readonly string[];
  readonly error: Pick<HubError, "code" | "hint" | "hintIt" | "message" | "messageIt"> | null;
}

export interface AcquireOptions {
  readonly http: Http;
  /** Folder of the downloads; made where it is not there. */
  readonly folder: string;
  /** Addresses of APIs that their owners do not publish, by code of source. */
  readonly addresses?: ReadonlyMap<string, string>;
  readonly onProgress?: (source: string, bytes: number, total: number | null) => void;
}

/** The file of one source, put where an import looks for it. Whatever goes wrong is told in the report. */
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
    if (isOfDisk(error))
      return report(
        "FAILED",
        new HubError(
          "SOURCE_UNREADABLE",
          "notWritable",
          { place: place, reason: String(error.code) },
          { where: "to", cause: error },
        ),
      );
    throw error;
  }
}

/** Such as a disk that is full: nothing of ours is wrong, and the next file may be smaller. */
const isOfDisk = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === "object" && error !== null && "syscall" in error && "code" in error;

async function acquire(
  origin: Origin,
  { mode, ref }: Source,
  file: string,
  onProgress: OnProgress,
  { http, addresses }: AcquireOptions,
): Promise<AcquireOutcome | "NO_ADDRESS"> {
  // Where a missing record is a deletion, a file that lacks some would delete them.
  const mayLack = mode === "PARTIAL";
  switch (origin.kind) {
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
      const records = origin.records(asksAt(http, url, origin), { pages: http.limits.pages });
      return writeRecords(http, { url, file, records, mayLack, onProgress });
    }
  }
}
