import { type Dimensions, metricNamespace, metricUnits } from "./metrics";

const known = new Set<string>(Object.keys(metricUnits));

/**
 * The fields of a line that CloudWatch needs to find the numbers in it (embedded metric format), as text with a comma at the end. Every
 * line names its function, because all share a log group.
 */
export function embeddedMetrics(of: Dimensions): (entry: object, at: Date) => string {
  const dimensions = JSON.stringify(of).slice(1, -1);
  /** Lines with the same numbers are many. */
  const directives = new Map<string, string>();
  return (entry, at) => {
    const names = Object.keys(entry).filter((name) => known.has(name));
    if (names.length === 0) return `${dimensions},`;
    const key = names.join();
    let directive = directives.get(key);
    if (directive === undefined) {
      directive = JSON.stringify([
        {
          Namespace: metricNamespace,
          Dimensions: [Object.keys(of)],
          Metrics: names.map((Name) => ({ Name, Unit: metricUnits[Name as keyof typeof metricUnits] })),
        },
      ]);
      directives.set(key, directive);
    }
    return `"_aws":{"Timestamp":${at.getTime()},"CloudWatchMetrics":${directive}},${dimensions},`;
  };
}
