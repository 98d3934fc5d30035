import { HubError } from "../domain/kit/errors";
import { isFolder, sourceOfUpload } from "../ingest/acquire/inbox";
import { type Reading, type ReadingParts, readSource } from "../ingest/run/read-source";
import { type NotRead, planNight } from "../ingest/run/reading-plan";
import { type Log, stackOf } from "./log";
import { uploadReport } from "./upload-report";

/** An empty one from the schedule of the night; the other fields come from an operator, or are the answer of the part before. */
export interface IngestEvent {
  /** Name of a file that was put into the inbox: only its source is read. */
  readonly upload?: string;
  /** Codes of the sources that are still to be read; those whose turn it is if absent. */
  readonly sources?: readonly string[];
  /** What became of the others. */
  readonly outcomes?: readonly SourceOutcome[];
  /** How often the first source was stopped so far. */
  readonly parts?: number;
}

/** What became of one source. */
interface SourceOutcome {
  /** Its code; the name of the file if it leads to none. */
  readonly source: string;
  readonly outcome: NotRead | Reading["outcome"];
  /** Code of the import run; `null` without one. */
  readonly run: string | null;
}

interface FailedSource {
  readonly source: string;
  readonly reason: string;
}

export interface IngestAnswer {
  readonly done: boolean;
  readonly upload?: string;
  readonly sources: readonly string[];
  readonly outcomes: readonly SourceOutcome[];
  /** Sources that could not be downloaded or read, each with its reason. */
  readonly failed: readonly FailedSource[];
  readonly parts: number;
}

interface IngestContext {
  getRemainingTimeInMillis(): number;
}

/** What the state machine gives back: the answer of the part before is the next event. */
export type IngestHandler = (
  event: IngestEvent & Partial<Pick<IngestAnswer, "failed">>,
  context: IngestContext,
) => Promise<IngestAnswer>;

export interface IngestParts extends ReadingParts {
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
 * Reads sources one after the other, until all are done or the time of the function is nearly over. In that case the answer lists the
 * rest, and is the event of the next call. A file that was interrupted continues where its run stopped, if it is still the same file.
 * @throws an error of the name ImportRunning while another import is running.
 */
export const ingestHandler =
  (parts: IngestParts): IngestHandler =>
  async (event, { getRemainingTimeInMillis }) => {
    const isLate = (): boolean => getRemainingTimeInMillis() < reserveMs;
    const { upload } = event;
    const begun = await begin(event, parts);
    const [left, outcomes, failed] = [[...begun.left], [...begun.outcomes], [...begun.failed]];
    const rest = { ...(upload !== undefined && { upload }), outcomes, failed };
    let stopped = event.parts ?? 0;
    while (left.length > 0) {
      const code = left[0]!;
      const end = isLate() ? null : await readOne(code, upload, isLate, parts);
      if (end === null && ++stopped <= maxParts)
        return { done: false, sources: left, parts: stopped, ...rest };
      const { outcome, run, reason } = end ?? endless;
      outcomes.push({ source: code, outcome, run });
      if (reason !== null) failed.push({ source: code, reason });
      left.shift();
      stopped = 0;
    }
    return { done: true, sources: [], parts: 0, ...rest };
  };

interface Begun extends Pick<IngestAnswer, "failed" | "outcomes"> {
  readonly left: readonly string[];
}

/** What is to be read: what the event names, the source of the uploaded file, or those whose turn it is. */
async function begin(
  { upload, sources: named, outcomes = [], failed = [] }: Parameters<IngestHandler>[0],
  { sources, ...parts }: IngestParts,
): Promise<Begun> {
  if (named !== undefined) return { left: named, outcomes, failed };
  if (upload !== undefined && isFolder(upload)) return { left: [], outcomes, failed };
  if (upload !== undefined) {
    try {
      return { left: [sourceOfUpload(upload, sources).ref.code], outcomes, failed };
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      await parts.inbox?.write(...uploadReport(upload, error, parts.now()));
      return failedAtOnce(upload, error);
    }
  }
  const planned = await planNight(sources, { ...parts, now: parts.now() });
  // A schedule that reads nothing because there is nothing to read must not look like one that works.
  if (planned.length === 0) return failedAtOnce("-", new HubError("BAD_USER_INPUT", "nothingToRead"));
  return {
    left: planned.flatMap(({ source, notRead }) => (notRead === null ? [source.ref.code] : [])),
    outcomes: planned.flatMap(({ source, notRead }) =>
      notRead === null ? [] : [{ source: source.ref.code, outcome: notRead, run: null }],
    ),
    failed,
  };
}

const failedAtOnce = (source: string, { message, hint }: HubError): Begun => ({
  left: [],
  outcomes: [{ source, outcome: "FAILED", run: null }],
  failed: [{ source, reason: `${message} ${hint}` }],
});

interface Ended extends Omit<SourceOutcome, "source"> {
  readonly reason: string | null;
}

const endless: Ended = {
  ...{ outcome: "FAILED", run: null },
  reason: `It was stopped ${maxParts} times and did not come to its end.`,
};

/** @returns `null` if the time was over. */
async function readOne(
  code: string,
  upload: string | undefined,
  isLate: () => boolean,
  { log, ...parts }: IngestParts,
): Promise<Ended | null> {
  const source = parts.sources.find(({ ref }) => ref.code === code);
  if (source === undefined)
    return { outcome: "FAILED", run: null, reason: "The hub does not know this source." };
  try {
    const reading = await readSource(source, parts, { upload, isLate });
    log({ level: "info", message: `${code}: ${reading?.outcome ?? "STOPPED"}` });
    if (reading === null) return null;
    const file = upload ?? reading.upload;
    if (file !== null) await parts.inbox?.write(...uploadReport(file, reading, parts.now()));
    return { outcome: reading.outcome, run: reading.report?.run ?? null, reason: reading.reason?.en ?? null };
  } catch (error) {
    if (error instanceof HubError && error.code === "IMPORT_RUNNING") throw importRunning(error.message);
    // The sources after it do not wait for another night.
    log({ level: "error", message: `${code}: FAILED`, error: stackOf(error) });
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: "FAILED", run: null, reason };
  }
}
