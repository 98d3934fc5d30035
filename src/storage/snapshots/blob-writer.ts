import { partBytes, zipped } from "../engine/compressed";
import type { Draft } from "./page";
import { type BlobRef, branchOf, type Ref, reservation, rootKey } from "./root";
import { blobKey, type SnapshotStore } from "./snapshot-store";

/** A third of the time of the highest level, for a few percent more bytes. */
const compression = 5;

/** Takes a number: a publication without a difference does not need one, and writes nothing. */
export const newWriter = async (store: SnapshotStore) =>
  blobWriter(store, Number((await store.table.update(rootKey, reservation)).reserved));

/** Writes blobs under the number of a publication. */
function blobWriter(store: SnapshotStore, number: number) {
  const written: { readonly ref: BlobRef; readonly keep: () => void }[] = [];

  async function write(text: string, keptAs: (ref: BlobRef) => () => void): Promise<BlobRef> {
    const id = `${number}.${written.length}`;
    // The place in the list is taken before the first pause.
    const slot = written.push({ ref: { id, parts: 0 }, keep: () => undefined }) - 1;
    const bytes = await zipped(text, compression);
    const ref = { id, parts: Math.ceil(bytes.length / partBytes) };
    const puts = Array.from({ length: ref.parts }, (_, part) => ({
      ...blobKey(id, part),
      bytes: bytes.subarray(part * partBytes, (part + 1) * partBytes),
    }));
    await store.table.batchWrite({ puts });
    written[slot] = { ref, keep: keptAs(ref) };
    return ref;
  }

  return {
    number,
    async page({ page, text }: Draft): Promise<Ref> {
      const ref = await write(text, (own) => () => store.keep(own, page, page.size));
      return { ...ref, first: page.places[0]!, entries: page.places.length };
    },
    async branch(refs: readonly Ref[]): Promise<Ref> {
      const text = JSON.stringify({ refs });
      const ref = await write(text, (own) => () => store.keep(own, branchOf(refs), text.length));
      return { ...ref, first: refs[0]!.first, entries: refs.reduce((sum, { entries }) => sum + entries, 0) };
    },
    /** A blob that is no part of a version. */
    text: (text: string): Promise<BlobRef> => write(text, () => () => undefined),
    refs: (): readonly BlobRef[] => written.map(({ ref }) => ref),
    /** Keeps what was written in memory: the version is committed. */
    keep: (): void => {
      for (const { keep } of written) keep();
    },
  };
}

export type BlobWriter = ReturnType<typeof blobWriter>;
