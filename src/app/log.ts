/** One line of the log. Never put headers, variables or content of a request here. */
export interface LogEntry {
  readonly level: "error" | "info";
  readonly message: string;
  readonly [field: string]: string | number | null | undefined;
}

export type Log = (entry: LogEntry) => void;

/** One JSON object per line, with the instant in UTC (AGID RAC_GEN_LOG_01). */
export const jsonLog =
  (write: (line: string) => void, clock: () => Date): Log =>
  (entry) =>
    write(JSON.stringify({ time: clock().toISOString(), ...entry }));

/**
 * Writes the lines of one turn of the event loop together: a system call for each would cost as much as a cached answer. What
 * waits is written before the process exits.
 */
export function linesTogether(write: (lines: string) => void): (line: string) => void {
  let waiting: string[] = [];
  const flush = (): void => {
    const lines = waiting;
    waiting = [];
    if (lines.length > 0) write(lines.join("\n"));
  };
  process.once("exit", flush);
  return (line) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(line);
  };
}

/** What the operator reads of an error. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
