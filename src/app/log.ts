import { embeddedMetrics } from "./observe/embedded-metrics";
import type { Dimensions } from "./observe/metrics";

/** One line of the log. Never put headers, variables or content of a request here. */
export interface LogEntry {
  readonly level: "error" | "info";
  readonly message: string;
  readonly [field: string]: string | number | null | undefined;
}

export type Log = (entry: LogEntry) => void;

/**
 * One JSON object per line, with the instant in UTC (AGID RAC_GEN_LOG_01), under the names by which CloudWatch knows time and level.
 * @param of where the line comes from, for functions at AWS: then numbers in it become metrics.
 */
export const jsonLog = (
  write: (line: string) => void,
  clock: () => Date,
  of: Dimensions | null = null,
): Log => {
  const timeOf = isoTexts();
  const more = of === null ? () => "" : embeddedMetrics(of);
  return (entry) => {
    const now = clock();
    // The entry is not copied into an object with the time: cached answers are as fast as their log.
    write(`{"timestamp":"${timeOf(now)}",${more(entry, now)}${inCapitals(entry).slice(1)}`);
  };
};

/** Within a value the quotes of this text would be escaped. */
const inCapitals = (entry: LogEntry): string =>
  JSON.stringify(entry).replace(`"level":"${entry.level}"`, `"level":"${entry.level.toUpperCase()}"`);

/** Instants as texts: many lines have the same millisecond. */
function isoTexts(): (instant: Date) => string {
  let last = Number.NaN;
  let text = "";
  return (instant) => {
    if (instant.getTime() !== last) {
      last = instant.getTime();
      text = instant.toISOString();
    }
    return text;
  };
}

/** How long a line may wait, in milliseconds. */
const longestWait = 50;

/**
 * Writes lines that come shortly after each other together: a system call for each would cost as much as a cached answer.
 * What waits is written before the process exits.
 */
export function linesTogether(write: (lines: string) => unknown): (line: string) => void {
  let waiting = "";
  const flush = (): void => {
    const lines = waiting;
    waiting = "";
    if (lines !== "") write(lines);
  };
  process.once("exit", flush);
  return (line) => {
    if (waiting === "") setTimeout(flush, longestWait).unref();
    waiting += `${line}\n`;
  };
}

/** What the operator reads of an error. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
