import fc from "fast-check";
import type { Item } from "../../../src/storage/engine/key";
import { loaded } from "../../../src/storage/engine/reader";
import { indexPlaces, placeOf } from "../../../src/storage/snapshots/published-items";
import { emptyRoot, type Root } from "../../../src/storage/snapshots/root";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { runs } from "../../support/runs";
import { type PlacedPage, pagesIn, publishChanges } from "../../support/snapshots";
import { startTable } from "../../support/test-table";

const partitions = ["A#1", "A#10", "B#1"];
const lists = ["All#A", "All#B"];

/** The item of a number: its place never changes, its value and its place in a list do. */
const itemOf = (n: number, value: number, list: string | null): Item => ({
  pk: partitions[n % partitions.length]!,
  sk: `key#${String(n).padStart(4, "0")}`,
  value,
  text: "long enough ".repeat(value % 5 === 0 ? 120 : 2),
  ...(list !== null && { listPk: list, listSk: `${value % 9}#${n % 4}` }),
});

/** Writes or removes every item of a range of numbers. */
const step = fc.record({
  from: fc.nat(700),
  count: fc.integer({ min: 1, max: 500 }),
  every: fc.integer({ min: 1, max: 7 }),
  value: fc.option(fc.nat(40), { freq: 4 }),
  list: fc.option(fc.constantFrom(...lists)),
});

type Model = ReadonlyMap<string, Item>;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All places with what stands there: items, and `null` for entries of indexes. */
const entriesOf = (model: Model): Map<string, Item | null> =>
  new Map<string, Item | null>([
    ...model,
    ...[...model.values()].flatMap((item) => indexPlaces(item).map((place) => [place, null] as const)),
  ]);

async function equalsModel(store: SnapshotStore, root: Root, model: Model): Promise<void> {
  const snapshot = new Snapshot(store, root);
  const items = [...model.values()];
  const all = Number.MAX_SAFE_INTEGER;
  for (const partition of partitions) {
    const own = items.filter(({ pk }) => pk === partition).sort((a, b) => byText(a.sk, b.sk));
    expect((await loaded(() => snapshot.query({ partition }, all))).items).toEqual(own);
    expect(await loaded(() => snapshot.count({ partition }))).toBe(own.length);
  }
  for (const partition of lists) {
    const order = ({ listSk, pk, sk }: Item) => [listSk, pk, sk].join("\u0000");
    const own = items.filter(({ listPk }) => listPk === partition).sort((a, b) => byText(order(a), order(b)));
    const listed = { index: "list", partition } as const;
    expect((await loaded(() => snapshot.query(listed, all))).items).toEqual(own);
    expect(await loaded(() => snapshot.count(listed))).toBe(own.length);
  }
}

/** What a version says of its pages is true, and none is empty or too large. */
function areSound(pages: readonly PlacedPage[], root: Root, model: Model): void {
  const places = pages.flatMap(({ page }) => page.places);
  expect(places).toEqual([...entriesOf(model).keys()].sort(byText));
  expect(root.branches.reduce((sum, { entries }) => sum + entries, 0)).toBe(places.length);
  for (const { ref, page } of pages) {
    expect([ref.entries, ref.first]).toEqual([page.places.length, page.places[0]]);
    expect(page.places.length).toBeGreaterThan(0);
    expect(page.places.length).toBeLessThanOrEqual(256);
    if (page.places.length > 1) expect(page.size).toBeLessThanOrEqual(201_000);
  }
}

/** Pages without a change have the names that they had. */
function keepNames(
  before: readonly PlacedPage[],
  after: readonly PlacedPage[],
  changed: readonly string[],
): void {
  const now = new Set(after.map(({ ref }) => ref.id));
  for (const [i, { ref }] of before.entries()) {
    const next = before[i + 1]?.ref.first;
    const isTouched = changed.some(
      (place) => (i === 0 || place >= ref.first) && (next === undefined || place < next),
    );
    expect([ref.id, now.has(ref.id)]).toEqual([ref.id, !isTouched]);
  }
}

test("any writes give the items, orders, counts and lists of a sorted map, and replace only pages with a change", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const store = new SnapshotStore(await startTable());
      let root: Root = emptyRoot;
      let pages: PlacedPage[] = [];
      const model = new Map<string, Item>();
      for (const { from, count, every, value, list } of steps) {
        const before = entriesOf(model);
        const changes = new Map<string, Item | null>();
        for (let n = from; n < from + count; n += every) {
          const item = itemOf(n, value ?? 0, list);
          changes.set(placeOf(item), value === null ? null : item);
          if (value === null) model.delete(placeOf(item));
          else model.set(placeOf(item), item);
        }
        const after = entriesOf(model);
        const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
          (place) => JSON.stringify(before.get(place)) !== JSON.stringify(after.get(place)),
        );
        const published = await publishChanges(store, changes);
        expect(published.entries).toBe(changed.length);
        root = published.root;
        const now = await pagesIn(store, root);
        areSound(now, root, model);
        keepNames(pages, now, changed);
        await equalsModel(store, root, model);
        pages = now;
      }
      // What was written is what a process without anything in memory reads.
      const cold = new SnapshotStore(store.table);
      await equalsModel(cold, await cold.look(), model);
    }),
    { numRuns: runs(40) },
  );
});

test("an item with the same attributes in another order is no change", async () => {
  const store = new SnapshotStore(await startTable());
  const place = placeOf({ pk: "A#1", sk: "a" });
  await publishChanges(store, new Map([[place, { pk: "A#1", sk: "a", x: { a: 1, b: [1, 2] }, y: 2 }]]));
  const same = { y: 2, x: { b: [1, 2], a: 1, c: undefined }, sk: "a", pk: "A#1" };
  expect((await publishChanges(store, new Map([[place, same]]))).entries).toBe(0);
  const other = { ...same, x: { a: 1, b: [2, 1] } };
  expect((await publishChanges(store, new Map([[place, other]]))).entries).toBe(1);
});

test("a branch with too many pages is divided, and one without pages is left out", async () => {
  const store = new SnapshotStore(await startTable());
  // Each fills a page of its own.
  const text = "x".repeat(150_000);
  const many = Array.from({ length: 600 }, (_, n) => ({ ...itemOf(n, 1, null), text }));
  const { root } = await publishChanges(store, new Map(many.map((item) => [placeOf(item), item])));
  expect(root.branches.length).toBe(3);
  const rest = many.slice(1).map((item) => [placeOf(item), null] as const);
  const { root: small } = await publishChanges(store, new Map(rest));
  expect(small.branches.map(({ entries }) => entries)).toEqual([1]);
  await equalsModel(store, small, new Map([[placeOf(many[0]!), many[0]!]]));
  const { root: empty } = await publishChanges(store, new Map([[placeOf(many[0]!), null]]));
  expect(empty.branches).toEqual([]);
  await equalsModel(store, empty, new Map());
});
