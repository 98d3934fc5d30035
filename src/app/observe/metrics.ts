/** What the functions report to CloudWatch, in lines of their log. Alarms and the dashboard use the same names. */
export const metricNamespace = "Vicinato";

/** By what each number can be looked up: the name of the stack, and that of the function. */
export interface Dimensions {
  readonly Stage: string;
  readonly Function: string;
}

/** Each number with its unit. A function reports each at most once in a line. */
export const metricUnits = {
  /** Requests, runs of a schedule, or batches of the stream. */
  Requests: "Count",
  /** Those in which something failed that is not the caller's. Their answer may have status 200. */
  Faults: "Count",
  Milliseconds: "Milliseconds",
  /** Those that a new instance began with. */
  ColdStarts: "Count",
  /** As they leave the function, compressed or not. */
  AnswerBytes: "Bytes",
  /** Of DynamoDB, with those for pages, keys and allowances. */
  ReadUnits: "Count",
  /** What the caller paid: docs/errors-and-limits.md. */
  CostPoints: "Count",
  /** Answered without being computed. */
  CacheHits: "Count",
  /** Stored writes that could not be published, and were left out by name. */
  Parked: "Count",
  /** Stored items that are not what the records say, by the nightly check. */
  Drift: "Count",
  /** Sources whose data is older than their own frequency allows, likewise. */
  SourcesLate: "Count",
  /** How long the oldest of them is beyond its frequency. */
  OldestSourceLatenessHours: "Count",
  /** Checks of the canary that did not get what they must. */
  CanaryFailed: "Count",
} as const;

export type MetricName = keyof typeof metricUnits;

export type Metrics = Partial<Record<MetricName, number>>;

/** A line with numbers: CloudWatch reads them from the log, and a search finds what else the line says. */
export const metricLine = <T extends object>(line: T, metrics: Metrics): T & Metrics => ({
  ...line,
  ...metrics,
});
