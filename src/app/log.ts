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

/** What the operator reads of an error. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
