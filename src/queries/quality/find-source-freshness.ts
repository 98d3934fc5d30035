import type { SourceRef } from "../../domain/kit/source-ref";
import { type SourceFreshness, sourceFreshness } from "../../domain/quality/source-freshness";
import type { QueryContext } from "../kit/query-context";

/**
 * Whether what the hub holds of a source is as new as it should be. Whole lists of sources cost one batched read.
 * @param at the moment to judge by; that of the request when absent.
 */
export async function findSourceFreshness(
  source: SourceRef,
  at: Date | null | undefined,
  { loaders, receivedAt }: QueryContext,
): Promise<SourceFreshness> {
  const runs = await loaders.lastRuns.load(source.code);
  return sourceFreshness({ source, ...runs, at: at?.toISOString() ?? receivedAt });
}
