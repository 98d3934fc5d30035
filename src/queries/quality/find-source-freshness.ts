import type { SourceRef } from "../../domain/kit/source-ref";
import { type SourceFreshness, sourceFreshness } from "../../domain/quality/source-freshness";
import type { QueryContext } from "../kit/query-context";

/**
 * Whether the data of a source is up to date. Whole lists of sources cost one batched read.
 * @param at the moment of the assessment; that of the request if absent.
 */
export async function findSourceFreshness(
  source: SourceRef,
  at: Date | null | undefined,
  context: QueryContext,
): Promise<SourceFreshness> {
  const runs = await context.loaders.lastRuns.load(source.code);
  return sourceFreshness({ source, ...runs, at: at?.toISOString() ?? context.receivedAt });
}
