import { HubError } from "../../domain/kit/errors";
import type { Table } from "../../storage/engine/table";
import type { FileStore } from "../../storage/files/file-store";
import { acquireSource } from "../acquire/acquire-source";
import type { Http } from "../acquire/http";
import { isFromInbox, newestUpload, takeUpload } from "../acquire/inbox";
import type { Source } from "../kit/source";
import type { SourceRunReport } from "../report/report";
import { runIngest } from "./run";

export interface ReadingParts {
  readonly table: Table;
  /** All sources of the hub. */
  readonly sources: readonly Source[];
  readonly http: Http;
  /** `null` for a hub without an inbox. */
  readonly inbox: FileStore | null;
  /** Where files are kept while the process lives. */
  readonly folder: string;
  readonly now: () => Date;
}

/** In both languages. */
type Reason = Readonly<Record<"en" | "it", string>>;

/** What became of the file of one source. */
export interface Reading {
  /**
   * FAILED: nothing of the file was imported, or not all that it changes. NO_DATA: its publisher has none now. SUPERSEDED: a later file
   * of the source is in the inbox, and is read instead.
   */
  readonly outcome: "FAILED" | "IMPORTED" | "NO_DATA" | "SUPERSEDED";
  /** Why it failed. */
  readonly reason: Reason | null;
  /** Name of the file in the inbox. */
  readonly upload: string | null;
  /** Of the import; `null` if there was none. */
  readonly report: SourceRunReport | null;
}

/**
 * Gets the file of a source, from its address or the inbox, and imports it.
 * @param upload name of the file that was put into the inbox; the newest of the source if absent.
 * @param isLate whether the time of the process is nearly over.
 * @returns `null` if the time was over: the same file continues in the next call.
 */
export async function readSource(
  source: Source,
  parts: ReadingParts,
  { upload, isLate }: { readonly upload?: string | undefined; readonly isLate: () => boolean },
): Promise<Reading | null> {
  const got = isFromInbox(source) ? await fromInbox(source, upload, parts) : await fromAddress(source, parts);
  if (got.outcome !== "IMPORTED") return got;
  await bringDependants(source, parts);
  if (isLate()) return null;
  const stop = new AbortController();
  try {
    const { sources } = await runIngest({
      table: parts.table,
      folder: parts.folder,
      now: parts.now().toISOString(),
      only: [source.ref.code],
      holder: "the schedule",
      signal: stop.signal,
      onBatch: () => {
        if (isLate()) stop.abort();
      },
    });
    const report = sources.find((each) => each.source === source.ref.code)!;
    const reason = failureOf(report);
    return { ...got, outcome: reason === null ? "IMPORTED" : "FAILED", reason, report };
  } catch (error) {
    if (stop.signal.aborted) return null;
    throw error;
  }
}

/** The import reads again what needs the source, if that changes and their files are there. One that is not there stays as it is. */
async function bringDependants({ ref }: Source, parts: ReadingParts): Promise<void> {
  const dependants = parts.sources.filter(({ needs }) => needs?.includes(ref.code));
  for (const each of dependants)
    await (isFromInbox(each) ? fromInbox(each, undefined, parts) : fromAddress(each, parts));
}

/** Of a file that is where the import looks for it, until it is imported. */
const there: Reading = { outcome: "IMPORTED", reason: null, upload: null, report: null };

async function fromAddress(source: Source, { http, folder }: ReadingParts): Promise<Reading> {
  const { status, bytes, error } = await acquireSource(source, { http, folder });
  if (error !== null)
    return { ...there, outcome: "FAILED", reason: { en: error.message, it: error.messageIt } };
  return status === "NO_DATA" && bytes === null ? { ...there, outcome: "NO_DATA" } : there;
}

async function fromInbox(
  source: Source,
  upload: string | undefined,
  { http, folder, inbox }: ReadingParts,
): Promise<Reading> {
  try {
    const newest = inbox && (await newestUpload(inbox, source));
    const name = newest?.name ?? upload ?? `${source.ref.code}/`;
    if (inbox === null || newest === null)
      throw new HubError("SOURCE_UNREADABLE", "goneFromInbox", { file: name });
    if (upload !== undefined && upload !== name) return { ...there, outcome: "SUPERSEDED", upload };
    await takeUpload(inbox, source, { name, folder, most: http.limits.fileBytes });
    return { ...there, upload: name };
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { ...there, outcome: "FAILED", reason: inBoth(error), upload: upload ?? null };
  }
}

const inBoth = ({ message, messageIt }: HubError): Reason => ({ en: message, it: messageIt });

/** A file of which every row is rejected is imported for the command; on a schedule nobody reads its problems. */
function failureOf({ status, rows, file, deletes, problems }: SourceRunReport): Reason | null {
  if (status === "IMPORTED" && (rows.read === 0 || rows.rejected < rows.read)) return null;
  if (status === "IMPORTED")
    return inBoth(new HubError("SOURCE_UNREADABLE", "noRowImported", { count: rows.read, file: file! }));
  const found = problems.find(({ rule }) => rule === "SOURCE_UNREADABLE");
  if (found) return { en: found.message, it: found.messageIt };
  const unknown = { en: `The import ended as ${status}.`, it: `L'importazione è terminata come ${status}.` };
  return { en: deletes.message?.en ?? unknown.en, it: deletes.message?.it ?? unknown.it };
}
