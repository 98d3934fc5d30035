import type { SourceRef } from "../../domain/kit/source-ref";
import { type SourceFreshness, sourceFreshness } from "../../domain/quality/source-freshness";
import type { QueryContext } from "../kit/query-context";

/**
 * Whether the data of a source is up to date.
 * @param at the moment of the assessment; that of the request if absent.
 */
export function findSourceFreshness(
  source: SourceRef,
  at: Date | null | undefined,
  context: QueryContext,
): SourceFreshness {
  const runs = context.records.lastRuns(source.code);
  return sourceFreshness({ source, ...runs, at: at?.toISOString() ?? context.receivedAt });
}
