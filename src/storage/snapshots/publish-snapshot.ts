import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { HubError } from "../../domain/kit/errors";
import { inGroups } from "../engine/chunks";
import type { Key } from "../engine/key";
import { loaded, type Reader } from "../engine/reader";
import type { Table } from "../engine/table";
import type { Written } from "../engine/unpublished";
import { ifUnchanged } from "../engine/write-input";
import { keys } from "../records/keys";
import { type BlobWriter, newWriter } from "./blob-writer";
import { nextLog, removeLogged, withoutOld } from "./change-log";
import { everythingNow, itemsOf } from "./changed-items";
import { allPlaces } from "./check-snapshot";
import { editedTree, type ItemChanges, isRef, type TreeEdit } from "./edited-tree";
import { longReaderKey } from "./long-reader";
import { retaining } from "./retaining";
import { retirement } from "./retirement";
import { commitOf, including, type Ref, type Root, rootKey, rootOf, snapshotForm } from "./root";
import { Snapshot } from "./snapshot";
import { blobKeys, blobPartitions, type SnapshotStore } from "./snapshot-store";
import { endingTurn, rootInTurn, takeTurn } from "./turn";

const attempts = 8;
/** After so many attempts without success the others wait: a long publication would lose every race against short ones. */
const losses = 3;
/** Pages that are compressed at once. */
const atOnce = 32;

/**
 * What is published beside items of the table, computed from the version that is about to be published.
 * @param before the version that is edited; `null` if everything is compared with the table, so that any of it may be missing.
 * @param differing the items that differ between the two: a write that changed nothing affects nothing.
 */
export type Derive = (
  reader: Reader,
  before: Reader | null,
  differing: readonly Key[],
) => ItemChanges | Promise<ItemChanges>;

export interface Publication {
  /** What was written; `null` to compare everything with the table. */
  readonly written: Written | null;
  readonly derive: Derive;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly now: string;
}

export interface Published {
  readonly root: Root;
  /** Entries that were written or removed; 0 if nothing differed. */
  readonly entries: number;
}

/**
 * Publishes the changed items as one new version. Only pages with a change are written, so its cost does not depend on the
 * size of the hub. The root comes last, on condition that the version before it is still current. Of two publishers one
 * loses, and starts again from the new state with items that it reads again: nobody publishes an older state of an item.
 * One that loses again and again gets its turn.
 * @throws HubError SERVICE_UNAVAILABLE if another publisher is faster eight times.
 */
export async function publishSnapshot(
  store: SnapshotStore,
  { written, derive, now }: Publication,
): Promise<Published> {
  const { table } = store;
  const publisher = randomUUID();
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) await table.pause(attempt - 1);
    if (attempt >= losses) await takeTurn(table, publisher);
    const stored = await rootInTurn(table, publisher);
    const found = rootOf(stored);
    // Without a version, or after one of another form, nobody knows what is missing.
    const isWhole = written === null || found.version === 0;
    const places = isWhole ? await allPlaces(store, found) : [];
    // What is damaged cannot be edited: everything is written again.
    const before = places === null ? { ...found, branches: [] } : found;
    const { included, changes } = isWhole
      ? await everythingNow(store, before, places ?? [])
      : {
          included: including(before, written.dataVersions),
          changes: await itemsOf(store, before, written.keys),
        };
    const edit = await editedTree(store, before, changes);

    let writer = edit === null ? null : await newWriter(store);
    const first =
      edit === null || writer === null
        ? before
        : { ...before, branches: await writtenBranches(writer, edit) };
    writer?.keep();
    const read = retaining(store);
    const made = await loaded(() =>
      derive(new Snapshot(read, first), isWhole ? null : new Snapshot(read, before), edit?.differing ?? []),
    );
    const second = await editedTree(store, first, made);
    const entries = (edit?.entries ?? 0) + (second?.entries ?? 0);
    const isNew =
      entries > 0 || places === null || before.version === 0 || !isDeepStrictEqual(included, pick(before));
    if (!isNew) return { root: store.adopt(before), entries };
    writer ??= await newWriter(store);
    const branches = second === null ? first.branches : await writtenBranches(writer, second);

    const { number } = writer;
    const at = table.clock();
    // Of what is compared with an unknown version nobody knows whether it changed. A new hub has nothing that could be unknown.
    const isFirst = stored?.version === undefined;
    const isKnown = isFirst || (places !== null && before.version > 0);
    const { log, old } = await withoutOld(
      table,
      await nextLog(table, writer, isKnown ? before.log : null, isKnown ? (edit?.records ?? []) : [], {
        origin: isFirst ? "" : publisher,
        now: at,
      }),
      at,
    );
    const replaced = [...(edit?.replaced ?? []), ...(second?.replaced ?? [])];
    const reader = await table.get(longReaderKey, true);
    const { retired, obsolete } = retirement(before, replaced, Date.parse(at), reader);
    const root: Root = {
      ...included,
      version: number,
      form: snapshotForm,
      publishedAt: now,
      branches,
      retired,
      log,
    };
    // If no other publisher has this number, the answer was lost, and the retry failed on its own write.
    const committed = table
      .update(rootKey, endingTurn(commitOf(stored?.version as number | undefined, root), stored, publisher))
      .then(() => number);
    const current = await ifUnchanged(committed, async () => rootOf(await table.get(rootKey, true)).version);
    if (current === number) {
      writer.keep();
      store.adopt(root);
      const noted = written?.dataVersions.map(keys.dataWrites) ?? [];
      const left = await leftBehind(table, Number(stored?.version ?? 0), number);
      await table.batchWrite({ deletes: [...obsolete.flatMap(blobKeys), ...noted, ...left] });
      await removeLogged(table, old);
      return { root, entries };
    }
    await table.batchWrite({ deletes: [...writer.refs().flatMap(blobKeys), keys.changeLog(number)] });
  }
  throw new HubError("SERVICE_UNAVAILABLE", "publishing");
}

const pick = ({ above, dataVersion }: Root): Pick<Root, "above" | "dataVersion"> => ({ dataVersion, above });

/** Of publishers that were killed, or that lost and still remove their own pages: few at once. */
const mostSwept = 20;

/** What publishers wrote that took a number after the version before and did not publish. */
async function leftBehind(table: Table, before: number, number: number): Promise<Key[]> {
  const lost = Array.from({ length: number - before - 1 }, (_, i) => before + 1 + i).slice(-mostSwept);
  const partitions = lost.flatMap((each) => blobPartitions(each));
  const found = await inGroups(partitions, atOnce, (partition) => table.query({ partition }, mostParts));
  return [
    ...lost.map(keys.changeLog),
    ...found.flatMap(({ items }) => items.map(({ pk, sk }) => ({ pk, sk }))),
  ];
}

/** Parts in a partition of blobs. */
const mostParts = 10_000;

async function writtenBranches(writer: BlobWriter, { branches }: TreeEdit): Promise<Ref[]> {
  const refs: Ref[] = [];
  for (const branch of branches) {
    if (isRef(branch)) refs.push(branch);
    else
      refs.push(
        await writer.branch(
          await inGroups(branch.pages, atOnce, async (page) => (isRef(page) ? page : writer.page(page))),
        ),
      );
  }
  return refs;
}
