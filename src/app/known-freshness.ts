import { freshnessOfSources, type SourcesFreshness } from "../queries/quality/freshness-of-sources";
import { loaded } from "../storage/engine/reader";
import type { PublishedVersion } from "./published-versions";

/** Milliseconds for which an instance keeps it: days are counted, and `/status` is asked every few seconds. */
const keptMs = 300_000;

/** How old the data of the published version is, computed now and then. */
export function knownFreshness(
  current: () => Promise<PublishedVersion>,
  clock: () => string,
): () => Promise<SourcesFreshness> {
  let known: { readonly at: number; readonly freshness: Promise<SourcesFreshness> } | null = null;

  async function compute(at: string): Promise<SourcesFreshness> {
    const { repositories } = await current();
    return loaded(() => freshnessOfSources(repositories, at));
  }

  return () => {
    const at = clock();
    if (known === null || Date.parse(at) - known.at > keptMs) {
      const freshness = compute(at);
      known = { at: Date.parse(at), freshness };
      // A failure is not kept.
      freshness.catch(() => {
        known = null;
      });
    }
    return known.freshness;
  };
}
