import type { Item } from "../../../src/storage/engine/key";
import { loaded } from "../../../src/storage/engine/reader";
import { retaining } from "../../../src/storage/snapshots/retaining";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { changesOf, pagesIn, publishChanges } from "../../support/snapshots";
import { startTable } from "../../support/test-table";

/** A list of an index, whose items lie in other pages than its entries. */
const items: readonly Item[] = Array.from({ length: 3_000 }, (_, n) => ({
  pk: `Thing#${String((n * 7) % 3_000).padStart(4, "0")}`,
  sk: "RECORD",
  listPk: "All#Thing",
  listSk: String(n).padStart(4, "0"),
  text: "x".repeat(500),
}));

/** Characters of a few pages. */
const little = 400_000;

test("a function that reads a whole list ends, however little the store keeps", async () => {
  const table = await startTable();
  await publishChanges(new SnapshotStore(table), changesOf(items));
  const store = new SnapshotStore(table, little);
  const root = await store.look();
  const pages = await pagesIn(new SnapshotStore(table), root);
  expect(pages.reduce((sum, { page }) => sum + page.size, 0)).toBeGreaterThan(4 * little);
  const list = { partition: "All#Thing", index: "list" } as const;

  table.meter.reset();
  const reader = new Snapshot(retaining(store), root);
  const all = () => reader.query(list, Number.POSITIVE_INFINITY).items;
  const inOrder = [...items].sort((a, b) => (String(a.listSk) < String(b.listSk) ? -1 : 1));
  expect(await loaded(all)).toEqual(inOrder);
  // Few steps, and no page twice: what was read stays.
  const calls = table.meter.calls.BatchGet ?? 0;
  expect(calls).toBeLessThan(pages.length / 2);
  expect(all()).toEqual(inOrder);
  expect(table.meter.calls.BatchGet).toBe(calls);
});

test("pages of an index come in order and without a gap, whatever their size and direction", async () => {
  const table = await startTable();
  await publishChanges(new SnapshotStore(table), changesOf(items));
  const reader = new Snapshot(new SnapshotStore(table), await new SnapshotStore(table).look());
  for (const descending of [false, true])
    for (const size of [1, 127, 128, 129, 2_999]) {
      const found: unknown[] = [];
      let after: Item | undefined;
      do {
        const from = after;
        const { items: page, more } = await loaded(() =>
          reader.query(
            { partition: "All#Thing", index: "list", descending, ...(from && { after: from }) },
            size,
          ),
        );
        found.push(...page.map(({ listSk }) => listSk));
        after = more && found.length < 1_000 ? page.at(-1) : undefined;
      } while (after !== undefined);
      const expected = items.map(({ listSk }) => String(listSk)).sort();
      if (descending) expected.reverse();
      expect(found).toEqual(expected.slice(0, found.length));
    }
});
