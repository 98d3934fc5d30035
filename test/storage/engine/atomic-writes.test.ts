import type { Store } from "dynalite/db/index.js";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { engineOver, openStore } from "../../../src/storage/engine/dynalite-engine";
import { inProcess } from "../../../src/storage/engine/engine-holder";
import type { Item } from "../../../src/storage/engine/key";
import { Table } from "../../../src/storage/engine/table";
import { tableDefinition } from "../../../src/storage/engine/table-definition";
import { writeInput } from "../../../src/storage/engine/write-input";
import { tableOf } from "../../support/table-copies";
import { everyItem } from "../../support/table-state";

const asBytes = { keyEncoding: "buffer", valueEncoding: "buffer" } as const;

async function startStore(): Promise<{ readonly store: Store; readonly table: Table }> {
  const store = await openStore(null);
  const engine = inProcess(await engineOver(store));
  const client = embeddedClient(engine);
  await createTableIfMissing(client, "vicinato");
  return { store, table: new Table("vicinato", client) };
}

/** The LevelDB under the engine takes n more writes, and the process dies before the next one. */
function dieAfter(store: Store, n: number): () => number {
  const db = store.db as unknown as Record<"put" | "del" | "batch", (...args: unknown[]) => unknown>;
  let done = 0;
  for (const verb of ["put", "del", "batch"] as const) {
    const write = db[verb].bind(db);
    db[verb] = (...args) => {
      if (done === n) {
        const callback = args.at(-1);
        const dead = new Error("dead");
        return typeof callback === "function" ? void callback(dead) : Promise.reject(dead);
      }
      done++;
      return write(...args);
    };
  }
  return () => done;
}

const key = { pk: "a", sk: "1" };
const listed = (place: string, more: object = {}): Item => ({
  ...key,
  listPk: "L",
  listSk: place,
  geoPk: "G",
  geoSk: place,
  ...more,
});
const other = (sk: string): Item => ({ ...listed(`other ${sk}`), sk });

const works: readonly (readonly [string, (table: Table) => Promise<unknown>])[] = [
  ["a put that moves an item in its lists", (table) => table.put(listed("2"))],
  ["a put that takes an item out of a list", (table) => table.put({ ...key, geoPk: "G", geoSk: "2" })],
  ["an update", (table) => table.update(key, { set: { listSk: "2", geoSk: "2" } })],
  ["an update that takes an item out", (table) => table.update(key, { remove: ["listPk"] })],
  ["a deletion", (table) => table.delete(key, writeInput({ when: { listSk: "1" } }))],
  ["a batch", (table) => table.batchWrite({ puts: [listed("2"), other("2")], deletes: [other("3")] })],
  [
    "a transaction",
    (table) =>
      table.transact({
        item: listed("2"),
        condition: writeInput({ when: { listSk: "1" } }),
        puts: [other("2")],
        deletes: [other("3")],
      }),
  ],
  [
    "a transaction with an update",
    (table) =>
      table.transact({
        item: other("2"),
        condition: {},
        puts: [],
        deletes: [],
        updates: [{ ...key, update: { add: { n: 1 }, set: { listSk: "2" }, when: { listSk: "1" } } }],
      }),
  ],
];

/** More than the writes of LevelDB in any of these works. */
const most = 8;

test.each(works)("%s leaves each item and its lists in agreement wherever it dies", async (_, work) => {
  for (let n = 0; n <= most; n++) {
    const { store, table } = await startStore();
    for (const item of [listed("1"), other("3")]) await table.put(item);
    const writes = dieAfter(store, n);
    await work(table).catch(() => undefined);
    const after = await tableOf(await store.db.iterator(asBytes).all());
    const items = await everyItem(after);
    for (const { name, partitionKey, sortKey } of tableDefinition.indexes) {
      const wanted = items.filter((item) => item[partitionKey] !== undefined);
      const partition = name === "list" ? "L" : "G";
      const { items: found } = await after.query({ index: name, partition }, 10);
      expect(found).toEqual(wanted.sort((a, b) => (String(a[sortKey]) < String(b[sortKey]) ? -1 : 1)));
    }
    if (n === most) expect(writes()).toBeLessThan(most);
  }
});

test("a transaction whose condition fails, or with one item twice, writes nothing", async () => {
  const { store, table } = await startStore();
  await table.put(listed("1"));
  const before = await store.db.iterator(asBytes).all();
  const condition = writeInput({ when: { listSk: "9" } });
  const late = { item: listed("2"), condition, puts: [other("2")], deletes: [other("3")] };
  await expect(table.transact(late)).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
  const twice = { item: listed("2"), condition: {}, puts: [listed("3")], deletes: [] };
  await expect(table.transact(twice)).rejects.toMatchObject({ name: "ValidationException" });
  expect(await store.db.iterator(asBytes).all()).toEqual(before);
});

test("a transaction updates an item beside others, leaves its other attributes, and does nothing if one condition fails", async () => {
  const { table } = await startStore();
  await table.put(listed("1", { kept: "x", gone: "y", n: 1 }));
  const update = { add: { n: 2 }, set: { listSk: "2", geoSk: "2" }, remove: ["gone"], when: { n: 1 } };
  const transaction = {
    item: other("2"),
    condition: {},
    puts: [],
    deletes: [],
    updates: [{ ...key, update }],
  };
  await table.transact(transaction);
  const after = [listed("2", { kept: "x", n: 3 }), other("2")];
  expect(await everyItem(table)).toEqual(after);
  const late = { ...transaction, item: other("3") };
  await expect(table.transact(late)).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
  const absent = {
    ...late,
    updates: [{ pk: "b", sk: "1", update: { add: { n: 1 }, when: { n: undefined } } }],
  };
  expect(await everyItem(table)).toEqual(after);
  await table.transact(absent);
  expect(await table.get({ pk: "b", sk: "1" })).toEqual({ pk: "b", sk: "1", n: 1 });
});

test("transactions on the same items at the same moment are made one after the other", async () => {
  const { table } = await startStore();
  const names = Array.from({ length: 20 }, (_, i) => String(i));
  await Promise.all(
    names.map((name, i) =>
      table.transact({
        item: { ...key, name },
        condition: {},
        puts: (i % 2 === 0 ? ["2", "3", "4"] : ["4", "3", "2"]).map((sk) => ({ ...other(sk), name })),
        deletes: [],
      }),
    ),
  );
  const items = await everyItem(table);
  expect(items).toHaveLength(4);
  expect(new Set(items.map(({ name }) => name)).size).toBe(1);
});
