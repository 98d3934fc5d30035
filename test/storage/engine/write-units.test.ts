import type { Item } from "../../../src/storage/engine/key";
import type { Table } from "../../../src/storage/engine/table";
import { writeInput } from "../../../src/storage/engine/write-input";
import { startTable } from "../../support/test-table";

const key = { pk: "a", sk: "1" };
const plain = (kilobytes: number): Item => ({ ...key, text: "x".repeat(kilobytes * 1024 - 50) });
/** In both indexes. */
const listed = (place: string, kilobytes = 1): Item => ({
  ...plain(kilobytes),
  ...{ listPk: "L", listSk: place, geoPk: "G", geoSk: "g" },
});

// As AWS documents it: an item in kilobytes, begun ones counted whole; the larger of two states; once more for each entry of an
// index that is added, changed or removed; twice for the item in a transaction.
const cases: readonly (readonly [string, Item | null, (table: Table) => Promise<unknown>, number])[] = [
  ["a new item in no index", null, (table) => table.put(plain(1)), 1],
  ["a new item of three kilobytes", null, (table) => table.put(plain(3)), 3],
  ["a new item in two indexes", null, (table) => table.put(listed("1")), 3],
  ["the same item once more", listed("1"), (table) => table.put(listed("1")), 1],
  ["an item that stays at its places", listed("1", 2), (table) => table.put(listed("1", 1)), 6],
  ["an item that moves in one index", listed("1"), (table) => table.put(listed("2")), 4],
  ["an item that leaves the indexes", listed("1"), (table) => table.put(plain(1)), 3],
  ["an update that moves it", listed("1"), (table) => table.update(key, { set: { listSk: "2" } }), 4],
  ["a deletion", listed("1"), (table) => table.delete(key, writeInput({ when: { listSk: "1" } })), 3],
  [
    "a batch",
    listed("1"),
    (table) => table.batchWrite({ puts: [{ ...listed("9"), sk: "2" }], deletes: [key] }),
    6,
  ],
  [
    "a transaction: the item twice, its entries once",
    null,
    (table) =>
      table.transact({
        item: listed("1"),
        condition: writeInput({ when: { pk: undefined } }),
        puts: [],
        deletes: [],
      }),
    4,
  ],
];

test.each(cases)("%s costs as at AWS", async (_what, before, write, units) => {
  const table = await startTable();
  if (before !== null) await table.put(before);
  table.meter.reset();
  await write(table);
  expect(table.meter.writeUnits).toBe(units);
});
