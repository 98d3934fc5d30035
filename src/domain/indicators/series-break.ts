import type { Observation } from "./observation";

/**
 * The latest break of a series after one of its periods and up to another one: no change is counted across it. Without the
 * earlier period only the later one counts.
 * @param series oldest first.
 */
export function breakBetween(
  series: readonly Observation[],
  from: string | null,
  to: string,
): Observation | null {
  const start = from === null ? -1 : series.findIndex(({ period }) => period === from);
  const end = series.findIndex(({ period }) => period === to);
  const after = start < 0 ? Math.max(end, 0) : start + 1;
  return series.slice(after, end + 1).findLast(({ status }) => status === "BREAK") ?? null;
}
