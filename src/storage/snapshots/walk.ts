import { chunks } from "../engine/chunks";
import type { Item } from "../engine/key";
import { loaded } from "../engine/reader";
import { lowerBound } from "./page";
import { isIndexPlace } from "./published-items";
import type { Ref, Root } from "./root";
import type { SnapshotStore } from "./snapshot-store";

/** Pages that are read at once. */
const atOnce = 16;

/**
 * All items of a version whose partition begins with some text, in the order of their keys, page by page. For a reader of everything: it
 * needs the memory of a few pages, whatever the size of the hub.
 * @throws HubError SERVICE_UNAVAILABLE if a page was removed meanwhile, because the version was replaced long ago.
 */
export async function* walk(
  store: SnapshotStore,
  root: Root,
  prefix: string,
): AsyncGenerator<readonly Item[]> {
  for await (const refs of refsFrom(store, root, prefix))
    for (const { places, items } of await store.passing(refs)) {
      const own: Item[] = [];
      for (let i = lowerBound(places, prefix); places[i]?.startsWith(prefix); i++)
        if (!isIndexPlace(places[i]!)) own.push(items[i]!);
      if (own.length > 0) yield own;
    }
}

/** The pages that may hold such places. */
async function* refsFrom(
  store: SnapshotStore,
  { branches }: Root,
  prefix: string,
): AsyncGenerator<readonly Ref[]> {
  for (const branch of within(branches, prefix)) {
    const { refs } = await loaded(() => store.branch(branch));
    yield* chunks(within(refs, prefix), atOnce);
  }
}

/** Those that begin before the end of the prefix, and whose next one begins after its start. */
const within = (refs: readonly Ref[], prefix: string): Ref[] =>
  refs.filter(({ first }, i) => {
    const next = refs[i + 1]?.first;
    return (first <= prefix || first.startsWith(prefix)) && (next === undefined || next > prefix);
  });
