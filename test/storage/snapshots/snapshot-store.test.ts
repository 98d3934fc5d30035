import type { Item } from "../../../src/storage/engine/key";
import { loaded, NotLoaded } from "../../../src/storage/engine/reader";
import type { Table } from "../../../src/storage/engine/table";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { blobKeys, lookAfterMs, SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { changesOf, pagesIn, publishChanges } from "../../support/snapshots";
import { copiesOf } from "../../support/table-copies";

const items: readonly Item[] = Array.from({ length: 900 }, (_, n) => ({
  pk: "Thing#1",
  sk: String(n).padStart(4, "0"),
  text: String(n).repeat(200),
}));
const filled = copiesOf((table) => publishChanges(new SnapshotStore(table), changesOf(items)));

let table: Table;
let store: SnapshotStore;
let snapshot: Snapshot;
beforeEach(async () => {
  table = await filled();
  store = new SnapshotStore(table);
  snapshot = new Snapshot(store, await store.look());
  table.meter.reset();
});

const whole = () => snapshot.query({ partition: "Thing#1" }, 1_000).items;

test("what is not in memory is loaded once, and then nothing is read", async () => {
  expect(() => whole()).toThrow(NotLoaded);
  expect(await loaded(whole)).toEqual(items);
  // The branch, then all pages of the list together.
  expect(table.meter.calls).toEqual({ BatchGet: 2 });
  expect(whole()).toEqual(items);
  expect(snapshot.get(items[5]!)).toEqual(items[5]);
  expect(snapshot.count({ partition: "Thing#1" })).toBe(900);
  expect(table.meter.calls).toEqual({ BatchGet: 2 });
});

test("questions at the same time share their reads", async () => {
  const asked = Array.from({ length: 40 }, (_, i) => loaded(() => snapshot.get(items[i * 20]!)));
  expect(await Promise.all(asked)).toEqual(items.filter((_, i) => i % 20 === 0 && i < 800));
  expect(table.meter.calls).toEqual({ BatchGet: 2 });
});

test("the count of a whole list reads no page between its first and its last", async () => {
  expect(await loaded(() => snapshot.count({ partition: "Thing#1" }))).toBe(900);
  const pages = (await pagesIn(new SnapshotStore(table), snapshot.root)).length;
  expect(pages).toBeGreaterThan(4);
  const held = (await pagesIn(new SnapshotStore(table), snapshot.root)).filter(({ ref }) => store.has(ref));
  expect(held.length).toBeLessThanOrEqual(1);
});

test("a page of a filtered list reads what it needs if the filter keeps most, and in few steps if it keeps few", async () => {
  const named = (value: readonly string[]) => ({
    partition: "Thing#1",
    where: [{ attribute: "sk", test: "oneOf", value }] as const,
  });
  const every = items.map(({ sk }) => sk);
  expect((await loaded(() => snapshot.query(named(every), 20))).items).toEqual(items.slice(0, 20));
  const pages = await pagesIn(new SnapshotStore(table), snapshot.root);
  expect(pages.filter(({ ref }) => store.has(ref))).toHaveLength(1);
  table.meter.reset();
  const last = items.at(-1)!;
  expect(await loaded(() => snapshot.query(named([last.sk]), 20))).toEqual({ items: [last], more: false });
  // Each step reads about as much as all before it.
  expect(table.meter.calls.BatchGet).toBeLessThanOrEqual(Math.ceil(Math.log2(pages.length)) + 1);
});

test("what was dropped from memory is loaded again", async () => {
  await loaded(whole);
  const [{ ref, page }] = (await pagesIn(store, snapshot.root)) as [Awaited<ReturnType<typeof pagesIn>>[0]];
  // Larger than everything that may be kept together.
  store.keep({ id: "large", parts: 1 }, page, 96_000_000);
  expect(store.has(ref)).toBe(false);
  store.keep({ id: "large", parts: 1 }, page, 1);
  table.meter.reset();
  expect(await loaded(whole)).toEqual(items);
  expect(table.meter.calls.BatchGet).toBe(2);
});

test("what a lagging replica does not have yet is read again from the leader", async () => {
  const batchGet = table.batchGet.bind(table);
  const reads: boolean[] = [];
  table.batchGet = async (keys, attributes, consistent = false) => {
    reads.push(consistent);
    return consistent ? batchGet(keys, attributes, consistent) : [];
  };
  expect(await loaded(whole)).toEqual(items);
  expect(reads).toEqual([false, true, false, true]);
});

test("a page that is gone is an error with a code, and a later question tries again", async () => {
  const [{ ref }] = (await pagesIn(new SnapshotStore(table), snapshot.root)) as [
    Awaited<ReturnType<typeof pagesIn>>[0],
  ];
  const [stored] = await table.batchGet(blobKeys(ref));
  await table.batchWrite({ deletes: blobKeys(ref) });
  await expect(loaded(whole)).rejects.toMatchObject({ name: "HubError", code: "SERVICE_UNAVAILABLE" });
  // Other pages are not affected.
  expect(await loaded(() => snapshot.get(items.at(-1)!))).toEqual(items.at(-1));
  await table.batchWrite({ puts: [stored!] });
  expect(await loaded(whole)).toEqual(items);
});

test("an error of the store reaches everybody who waits, and the next question reads again", async () => {
  const { batchGet } = table;
  table.batchGet = async () => {
    throw new Error("The store is away.");
  };
  const both = [loaded(whole), loaded(whole)];
  for (const each of both) await expect(each).rejects.toThrow("The store is away.");
  table.batchGet = batchGet;
  expect(await loaded(whole)).toEqual(items);
});

test("a page in several parts is put together", async () => {
  const large = { pk: "Large#1", sk: "1", text: randomText(900_000) };
  const { root } = await publishChanges(new SnapshotStore(table), changesOf([large]));
  const page = (await pagesIn(new SnapshotStore(table), root)).find(({ ref }) => ref.parts > 1);
  expect(page).toBeDefined();
  const cold = new Snapshot(new SnapshotStore(table), root);
  expect(await loaded(() => cold.get(large))).toEqual(large);
  await table.batchWrite({ deletes: blobKeys(page!.ref).slice(-1) });
  const again = new Snapshot(new SnapshotStore(table), root);
  await expect(loaded(() => again.get(large))).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
});

test("a version is at most a second old when it is read, a minute while the store is away, and never goes back", async () => {
  const first = await store.current();
  const { root } = await publishChanges(new SnapshotStore(table), changesOf([{ pk: "Thing#2", sk: "1" }]));
  expect(await store.current()).toBe(first);
  expect(store.known).toBe(first);
  const start = performance.now();
  const now = jest.spyOn(performance, "now").mockReturnValue(start + 2 * lookAfterMs);
  expect(store.known).toBeNull();
  expect((await store.current()).version).toBe(root.version);
  store.adopt(first);
  expect((await store.current()).version).toBe(root.version);
  table.get = async () => {
    throw new Error("The store is away.");
  };
  now.mockReturnValue(start + 50 * lookAfterMs);
  expect((await store.current()).version).toBe(root.version);
  now.mockReturnValue(start + 100 * lookAfterMs);
  await expect(store.current()).rejects.toThrow("The store is away.");
  now.mockRestore();
  await expect(new SnapshotStore(table).current()).rejects.toThrow("The store is away.");
});

test("while there are readers, one look is made before the version is too old, and none of them waits for it", async () => {
  const first = await store.look();
  const start = performance.now();
  const { root } = await publishChanges(new SnapshotStore(table), changesOf([{ pk: "Thing#2", sk: "1" }]));
  table.meter.reset();
  const now = jest.spyOn(performance, "now").mockReturnValue(start + 0.8 * lookAfterMs);
  expect(store.known).toBe(first);
  expect(table.meter.calls).toEqual({});
  now.mockReturnValue(start + 0.95 * lookAfterMs);
  expect([store.known, store.known]).toEqual([first, first]);
  await store.look();
  expect(table.meter.calls).toEqual({ Get: 1 });
  expect(store.known?.version).toBe(root.version);
  table.get = async () => {
    throw new Error("The store is away.");
  };
  now.mockReturnValue(start + 1.9 * lookAfterMs);
  expect(store.known?.version).toBe(root.version);
  now.mockRestore();
});

/** Text that does not become smaller. */
function randomText(length: number): string {
  let [text, state] = ["", 1];
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}
