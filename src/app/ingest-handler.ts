import { HubError } from "../domain/kit/errors";
import { acquireSources } from "../ingest/acquire/acquire-sources";
import type { Http } from "../ingest/acquire/http";
import type { Source } from "../ingest/kit/source";
import { runIngest } from "../ingest/run/run";
import { groupOfFrequency, type SourceGroup } from "../ingest/run/source-groups";
import type { Table } from "../storage/engine/table";
import type { Log } from "./log";

/** The input from the schedule; the other fields are the answer of the part before. */
export interface IngestEvent {
  readonly group: SourceGroup;
  /** Codes of the sources that are still to be imported; all of the group if absent. */
  readonly sources?: readonly string[];
  /** Sources that could not be downloaded or read, each with its reason. */
  readonly failed?: readonly FailedSource[];
  /** How often the first source was stopped so far. */
  readonly parts?: number;
}

interface FailedSource {
  readonly source: string;
  readonly reason: string;
}

export interface IngestAnswer extends Required<IngestEvent> {
  readonly done: boolean;
}

interface IngestContext {
  getRemainingTimeInMillis(): number;
}

export type IngestHandler = (event: IngestEvent, context: IngestContext) => Promise<IngestAnswer>;

export interface IngestParts {
  readonly table: Table;
  readonly http: Http;
  /** All sources of the hub; those without an origin are put into the folder by hand and never downloaded. */
  readonly sources: readonly Source[];
  /** Where downloads are kept while the instance lives. */
  readonly folder: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** A file that has not ended after so many calls never will: a day and a night. */
const maxParts = 100;
/** Reserved for saving the last batch, publishing and answering. */
const reserveMs = 120_000;

/** With a fixed name, so that the state machine can wait for it: class names do not survive a bundler. */
function importRunning(message: string): Error {
  const error = new Error(message);
  error.name = "ImportRunning";
  return error;
}

/**
 * Downloads and imports the sources of a group, one after the other, until all are done or the time of the function is
 * nearly over. In that case the answer lists the rest, and is the event of the next call. A file that was interrupted
 * continues where its run stopped, if it is still the same file.
 * @throws an error of the name ImportRunning while another import is running.
 */
export const ingestHandler =
  (parts: IngestParts): IngestHandler =>
  async ({ group, sources, failed = [], parts: before = 0 }, { getRemainingTimeInMillis }) => {
    const isLate = (): boolean => getRemainingTimeInMillis() < reserveMs;
    const left = [...(sources ?? codesOf(group, parts.sources))];
    const failures = [...failed];
    let stopped = before;
    while (left.length > 0) {
      const part = isLate() ? "STOPPED" : await importOne(left[0]!, isLate, parts);
      if (part === "STOPPED" && ++stopped <= maxParts)
        return { done: false, group, sources: left, failed: failures, parts: stopped };
      if (part === "STOPPED") failures.push(endless(left[0]!));
      else if (part !== null) failures.push(part);
      left.shift();
      stopped = 0;
    }
    return { done: true, group, sources: [], failed: failures, parts: 0 };
  };

const endless = (source: string): FailedSource => ({
  source,
  reason: `It was stopped ${maxParts} times and did not come to its end.`,
});

function codesOf(group: SourceGroup, known: readonly Source[]): string[] {
  return known
    .filter(({ origin, ref }) => origin && groupOfFrequency[ref.updateFrequency ?? "UNKNOWN"] === group)
    .map(({ ref }) => ref.code);
}

/** @returns why it failed, `null` on success, STOPPED if its time was over. */
async function importOne(
  code: string,
  isLate: () => boolean,
  { table, http, sources, folder, now, log }: IngestParts,
): Promise<FailedSource | "STOPPED" | null> {
  const failedFor = (reason: string): FailedSource => ({ source: code, reason });
  const source = sources.find(({ ref }) => ref.code === code);
  if (source === undefined) return failedFor("The hub does not know this source.");
  const [acquired] = await acquireSources([source], { http, folder });
  const { status, error } = acquired!;
  log({ level: "info", message: `${code}: ${status}` });
  if (status === "FAILED") return failedFor(error?.message ?? "The download failed.");
  // Its address is not configured: there is nothing to import.
  if (status === "NO_ADDRESS" || status === "NO_ORIGIN") return null;
  if (isLate()) return "STOPPED";
  const stop = new AbortController();
  try {
    const { sources: reports } = await runIngest({
      table,
      folder,
      now: now().toISOString(),
      only: [code],
      holder: "the schedule",
      signal: stop.signal,
      onBatch: () => {
        if (isLate()) stop.abort();
      },
    });
    const own = reports.find((report) => report.source === code)?.status;
    log({ level: "info", message: `${code}: ${own}` });
    return own === "IMPORTED" ? null : failedFor(`The import says ${own}.`);
  } catch (cause) {
    if (stop.signal.aborted) return "STOPPED";
    if (cause instanceof HubError && cause.code === "IMPORT_RUNNING") throw importRunning(cause.message);
    throw cause;
  }
}
