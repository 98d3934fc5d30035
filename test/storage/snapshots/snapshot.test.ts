import fc from "fast-check";
import type { Item, Key } from "../../../src/storage/engine/key";
import type { ItemFilter, QueryParams } from "../../../src/storage/engine/query-input";
import { loaded } from "../../../src/storage/engine/reader";
import type { Table } from "../../../src/storage/engine/table";
import { fromTable } from "../../../src/storage/engine/table-reader";
import type { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { runs } from "../../support/runs";
import { coldSnapshot, publishWhole } from "../../support/snapshots";
import { startTable } from "../../support/test-table";

const partitions = ["A#1", "A#10", "B#1"];
const lists = ["All#A", "All#AB"];
const words = ["a", "a#", "a#1", "ab", "b", "È", "😀", "z"];

const items: readonly Item[] = Array.from({ length: 420 }, (_, n) => ({
  pk: partitions[n % partitions.length]!,
  sk: `${words[n % words.length]}#${String((n * 7) % 420).padStart(3, "0")}`,
  code: `code:${n}`,
  ...(n % 3 !== 0 && { kind: words[n % 5]! }),
  codes: n % 2 === 0 ? ["x", words[n % 4]!] : [],
  record: { name: words[(n * 3) % words.length]!, on: `2026-0${1 + (n % 9)}-01` },
  ...(n % 4 !== 0 && {
    listPk: lists[n % lists.length]!,
    listSk: `${words[(n * 5) % words.length]}#${n % 6}`,
  }),
  ...(n % 7 === 0 && { geoPk: "geo", geoSk: `u0${n % 11}` }),
}));

let table: Table;
let snapshot: Snapshot;
beforeAll(async () => {
  table = await startTable();
  await table.batchWrite({ puts: items });
  await publishWhole(table);
  snapshot = await coldSnapshot(table);
});

const word = fc.constantFrom(...words);
const sortKey = fc.oneof(word, fc.constantFrom(...items.map(({ sk }) => sk)), fc.constant("a#2"));
const filter: fc.Arbitrary<ItemFilter> = fc.oneof(
  fc.record({
    attribute: fc.constantFrom("kind", "code", "record.name"),
    test: fc.constant("equals"),
    value: word,
  }),
  fc.record({
    attribute: fc.constantFrom("codes", "record.name", "kind"),
    test: fc.constant("contains"),
    value: word,
  }),
  fc.record({
    attribute: fc.constantFrom("record.on", "kind"),
    test: fc.constant("between"),
    value: fc.constantFrom(["2026-02", "2026-05-01"], ["2026-03-01", "a#"], ["a", "b"]),
  }),
  fc.record({
    attribute: fc.constantFrom("kind", "record.name"),
    test: fc.constantFrom("oneOf", "noneOf"),
    value: fc.array(word, { minLength: 1, maxLength: 3 }),
  }),
) as fc.Arbitrary<ItemFilter>;

const place = fc.oneof(
  fc.constantFrom(...partitions, "A#2").map((partition) => ({ partition })),
  fc.constantFrom(...lists, "All#none").map((partition) => ({ partition, index: "list" as const })),
  fc.constant({ partition: "geo", index: "geo" as const }),
);
const range = fc.oneof(
  fc.constant({}),
  fc.record({ prefix: sortKey }),
  fc.record({ upTo: sortKey }),
  fc.record({ from: sortKey }),
);
const params: fc.Arbitrary<QueryParams> = fc
  .tuple(
    place,
    range,
    fc.record({ descending: fc.boolean(), where: fc.array(filter, { maxLength: 2 }) }, { requiredKeys: [] }),
  )
  .map((parts) => Object.assign({}, ...parts) as QueryParams);

/** Items with the same sort key have no order of their own in an index of the table. */
const sortKeyIn = ({ index }: QueryParams, item: Item) =>
  index === undefined ? item.sk : item[index === "list" ? "listSk" : "geoSk"];
const inOrder = (query: QueryParams, found: readonly Item[]) => ({
  order: found.map((item) => sortKeyIn(query, item)),
  items: [...found].sort((a, b) => (String(a.code) < String(b.code) ? -1 : 1)),
});

test("every query has the items, order and count that the table gives", async () => {
  await fc.assert(
    fc.asyncProperty(params, async (query) => {
      const all = 1_000;
      const [wanted, found] = [
        await fromTable(table, (reader) => reader.query(query, all)),
        await loaded(() => snapshot.query(query, all)),
      ];
      expect(inOrder(query, found.items)).toEqual(inOrder(query, wanted.items));
      expect(found.more).toBe(false);
      expect(await loaded(() => snapshot.count(query))).toBe(
        await fromTable(table, (reader) => reader.count(query)),
      );
      expect(await loaded(() => snapshot.first(query))).toEqual(found.items[0] ?? null);
    }),
    { numRuns: runs(400) },
  );
});

test("pages of any size that continue after their last item join to the whole list", async () => {
  await fc.assert(
    fc.asyncProperty(params, fc.integer({ min: 1, max: 40 }), async (query, size) => {
      const whole = (await loaded(() => snapshot.query(query, 1_000))).items;
      const joined: Item[] = [];
      for (let after: Item | undefined; ; after = joined.at(-1)) {
        const page = await loaded(() => snapshot.query({ ...query, ...(after && { after }) }, size));
        expect(page.items.length).toBeLessThanOrEqual(size);
        joined.push(...page.items);
        expect(page.more).toBe(joined.length < whole.length);
        if (!page.more) break;
      }
      expect(joined).toEqual(whole);
    }),
    { numRuns: runs(200) },
  );
});

test("a page continues after an item that is not there any more", async () => {
  const after = { pk: "A#1", sk: "a#" };
  const query = { partition: "A#1", after };
  expect((await loaded(() => snapshot.query(query, 5))).items).toEqual(
    (await fromTable(table, (reader) => reader.query(query, 5))).items,
  );
});

test("items by key are those of the table, repeated and unknown keys included", async () => {
  const key = fc.oneof(
    fc.constantFrom(...items.map(({ pk, sk }): Key => ({ pk, sk }))),
    fc.record({ pk: fc.constantFrom(...partitions, "none"), sk: sortKey }),
  );
  const sorted = (found: readonly Item[]) =>
    [...found].sort((a, b) => (String(a.code) < String(b.code) ? -1 : 1));
  await fc.assert(
    fc.asyncProperty(fc.array(key, { minLength: 1, maxLength: 30 }), async (keys) => {
      const found = await loaded(() => snapshot.batchGet(keys));
      expect(sorted(found)).toEqual(sorted(await fromTable(table, (reader) => reader.batchGet(keys))));
      expect(await loaded(() => snapshot.get(keys[0]!))).toEqual(
        found.find((each) => each.pk === keys[0]!.pk && each.sk === keys[0]!.sk) ?? null,
      );
    }),
    { numRuns: runs(100) },
  );
});

test("a partition in pieces is the whole partition, and a piece stays the same array", async () => {
  for (const partition of partitions) {
    const pieces = await loaded(() => snapshot.segments(partition));
    expect(pieces.flat()).toEqual((await loaded(() => snapshot.query({ partition }, 1_000))).items);
    const again = await loaded(() => snapshot.segments(partition));
    for (const [i, piece] of again.entries()) expect(piece).toBe(pieces[i]);
  }
});

test("before the first publication every question has an empty answer", async () => {
  const empty = await coldSnapshot(await startTable());
  expect(empty.get({ pk: "A#1", sk: "a" })).toBeNull();
  expect(empty.batchGet([{ pk: "A#1", sk: "a" }])).toEqual([]);
  expect(empty.query({ partition: "A#1" }, 10)).toEqual({ items: [], more: false });
  expect(empty.count({ partition: "All#A", index: "list" })).toBe(0);
});
