import { HubError } from "../domain/errors";
import { acquireSources } from "../ingest/acquire/acquire-sources";
import type { Http } from "../ingest/acquire/http";
import type { Checkpoint, ImportProgress } from "../ingest/import-source";
import { runIngest } from "../ingest/run";
import type { Source } from "../ingest/source";
import { groupOfFrequency, type SourceGroup } from "../ingest/source-groups";
import type { Table } from "../storage/table";
import type { Log } from "./log";

/** Where an import that was cut off goes on. */
export interface CutOff extends Checkpoint {
  readonly source: string;
  /** Of the file: another one is read from its beginning. */
  readonly sha256: string;
}

/** What the schedule says; the rest is what the part before has answered. */
export interface IngestEvent {
  readonly group: SourceGroup;
  /** Codes of the sources that are still to be imported; all of the group when absent. */
  readonly sources?: readonly string[];
  readonly cutOff?: CutOff | null;
  /** What could not be had or not be read, each with its reason. */
  readonly failed?: readonly FailedSource[];
}

export interface FailedSource {
  readonly source: string;
  readonly reason: string;
}

export interface IngestAnswer extends Required<IngestEvent> {
  readonly done: boolean;
}

export interface IngestContext {
  getRemainingTimeInMillis(): number;
}

export type IngestHandler = (event: IngestEvent, context: IngestContext) => Promise<IngestAnswer>;

export interface IngestParts {
  readonly table: Table;
  readonly http: Http;
  /** All that the hub knows; those without an origin are put into the folder by hand and never asked for. */
  readonly sources: readonly Source[];
  /** Where downloads are kept while the instance lives. */
  readonly folder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** What is left for saving the last batch, publishing and answering. */
const reserveMs = 120_000;

/** Named so that the state machine can wait for it: names of classes do not survive a bundler. */
function importRunning(message: string): Error {
  const error = new Error(message);
  error.name = "ImportRunning";
  return error;
}

/**
 * Downloads and imports the sources of a group, one after the other, until all are done or the time of the function is nearly
 * over: then the answer says what is left and at which row, and is the event of the next call.
 * @throws an error of the name ImportRunning while another import is at work.
 */
export const ingestHandler =
  (parts: IngestParts): IngestHandler =>
  async ({ group, sources, cutOff = null, failed = [] }, { getRemainingTimeInMillis }) => {
    const isLate = (): boolean => getRemainingTimeInMillis() < reserveMs;
    const left = [...(sources ?? codesOf(group, parts.sources))];
    const failures = [...failed];
    let from = cutOff;
    while (left.length > 0) {
      const code = left[0]!;
      const part = isLate() ? { stoppedAt: from } : await importOne(code, from, isLate, parts);
      if ("stoppedAt" in part)
        return { done: false, group, sources: left, cutOff: part.stoppedAt, failed: failures };
      if (part.reason !== null) failures.push({ source: code, reason: part.reason });
      left.shift();
      from = null;
    }
    return { done: true, group, sources: [], cutOff: null, failed: failures };
  };

function codesOf(group: SourceGroup, known: readonly Source[]): string[] {
  return known
    .filter(({ origin, ref }) => origin && groupOfFrequency[ref.updateFrequency ?? "UNKNOWN"] === group)
    .map(({ ref }) => ref.code);
}

/** What became of one source: it is done, perhaps for a bad reason, or it was stopped. */
type Part = { readonly reason: string | null } | { readonly stoppedAt: CutOff | null };

async function importOne(
  code: string,
  from: CutOff | null,
  isLate: () => boolean,
  { table, http, sources, folder, now, log }: IngestParts,
): Promise<Part> {
  const source = sources.find(({ ref }) => ref.code === code);
  if (source === undefined) return { reason: "The hub does not know this source." };
  const [acquired] = await acquireSources([source], { http, folder });
  log({ level: "info", message: `${code}: ${acquired!.status}` });
  // Without an address nobody can ask for it; with a file from before there is nothing new to import.
  if (acquired!.status === "NO_ADDRESS") return { reason: null };
  if (acquired!.status === "FAILED") return { reason: acquired!.error?.message ?? "The download failed." };
  if (isLate()) return { stoppedAt: from };
  const stop = new AbortController();
  let last: CutOff | null = from;
  const onBatch = (_: string, { sha256, nextLine, counts }: ImportProgress): void => {
    last = { source: code, sha256, nextLine, counts };
    if (isLate()) stop.abort();
  };
  try {
    const report = await runIngest({
      table,
      folder,
      now: now().toISOString(),
      only: [code],
      holder: "the schedule",
      signal: stop.signal,
      onBatch,
      ...(from?.source === code && { startAt: from }),
    });
    const [own] = report.sources;
    log({ level: "info", message: `${code}: ${own?.status}` });
    return { reason: own?.status === "IMPORTED" ? null : `It is ${own?.status ?? "not imported"}.` };
  } catch (error) {
    if (stop.signal.aborted) return { stoppedAt: last };
    if (error instanceof HubError && error.code === "IMPORT_RUNNING") throw importRunning(error.message);
    throw error;
  }
}
