import type { Item } from "../../../src/storage/engine/key";
import type { Table } from "../../../src/storage/engine/table";
import { tableDefinition } from "../../../src/storage/engine/table-definition";
import { writeInput } from "../../../src/storage/engine/write-input";
import { engines } from "../../support/engines";

const item = (pk: string, sk: string, more: object = {}): Item => ({ pk, sk, ...more });

for (const engine of engines) {
  (engine.available ? describe : describe.skip)(`the table on ${engine.name}`, () => {
    let table: Table;
    beforeAll(async () => {
      table = await engine.start();
    });
    beforeEach(() => table.meter.reset());
    afterAll(() => engine.stop());

    test("returns what was put, with any types", async () => {
      const stored = item("types", "1", {
        text: "città",
        number: 1.5,
        yes: true,
        none: null,
        list: [],
        map: { a: [{ b: 1 }] },
      });
      await table.put(stored);
      expect(await table.get(stored)).toEqual(stored);
      expect(await table.get({ pk: "types", sk: "2" })).toBeNull();
    });

    test("reads more keys than the limit of a batch, each once, in as few calls as possible", async () => {
      const puts = Array.from({ length: 230 }, (_, i) => item("many", String(i), { i }));
      await table.batchWrite({ puts });
      expect(table.meter.calls).toEqual({ BatchWrite: 10 });
      const found = await table.batchGet([...puts, ...puts, item("many", "absent")]);
      expect(found.map((f) => f.i).sort((a, b) => Number(a) - Number(b))).toEqual(puts.map((p) => p.i));
      expect(table.meter.calls).toEqual({ BatchWrite: 10, BatchGet: 3 });
      expect(table.meter.readUnits).toBeGreaterThan(0);
      expect(table.meter.writeUnits).toBeGreaterThan(0);
    });

    test("returns only the requested attributes, reserved words included", async () => {
      await table.put(item("projection", "1", { name: "n", status: "s", other: "o" }));
      expect(await table.batchGet([{ pk: "projection", sk: "1" }], ["name", "status"])).toEqual([
        { name: "n", status: "s" },
      ]);
    });

    test("deletes in batches", async () => {
      const puts = Array.from({ length: 30 }, (_, i) => item("gone", String(i)));
      await table.batchWrite({ puts });
      await table.batchWrite({ deletes: puts });
      expect(await table.count({ partition: "gone" })).toBe(0);
    });

    test("fills a page even if a filter leaves most out, and reports the end of the data", async () => {
      const text = "x".repeat(30_000);
      const puts = Array.from({ length: 90 }, (_, i) =>
        item("page", String(i).padStart(3, "0"), { text, keep: i % 30 === 0 ? "y" : "n" }),
      );
      await table.batchWrite({ puts });
      const where = [{ attribute: "keep", test: "equals" as const, value: "y" }];
      const first = await table.query({ partition: "page", where }, 2);
      expect(first.items.map((i) => i.sk)).toEqual(["000", "030"]);
      expect(first.more).toBe(true);
      const rest = await table.query({ partition: "page", where, after: { pk: "page", sk: "030" } }, 2);
      expect(rest.items.map((i) => i.sk)).toEqual(["060"]);
      expect(rest.more).toBe(false);
      expect(await table.count({ partition: "page", where })).toBe(3);
      expect(await table.count({ partition: "page" })).toBe(90);
    });

    test("queries by prefix, in the order of the sort key", async () => {
      await table.batchWrite({ puts: ["b#2", "a#1", "b#1", "c#1"].map((sk) => item("prefix", sk)) });
      const { items } = await table.query({ partition: "prefix", prefix: "b#" }, 10);
      expect(items.map((i) => i.sk)).toEqual(["b#1", "b#2"]);
    });

    test.each(tableDefinition.indexes.map((index) => [index.name, index] as const))(
      "pages the index %s from the key of the last item",
      async (name, { partitionKey, sortKey }) => {
        const puts = [1, 2, 3, 4].map((i) =>
          item(`${name}-${i}`, "R", { [partitionKey]: `in-${name}`, [sortKey]: `s${i}` }),
        );
        await table.batchWrite({ puts });
        const first = await table.query({ index: name, partition: `in-${name}` }, 2);
        expect(first.more).toBe(true);
        const last = first.items.at(-1)!;
        const after = {
          pk: last.pk,
          sk: last.sk,
          [partitionKey]: last[partitionKey],
          [sortKey]: last[sortKey],
        };
        const second = await table.query({ index: name, partition: `in-${name}`, after }, 2);
        expect([...first.items, ...second.items].map((i) => i[sortKey])).toEqual(["s1", "s2", "s3", "s4"]);
        expect(second.more).toBe(false);
      },
    );

    test("refuses a conditional put that comes too late", async () => {
      const absent = writeInput({ when: { pk: undefined } });
      await table.put(item("lock", "1"), absent);
      await expect(table.put(item("lock", "1"), absent)).rejects.toThrow(
        expect.objectContaining({ name: "ConditionalCheckFailedException" }),
      );
    });

    test("a transaction writes all of its items, or none if its condition fails", async () => {
      const put = (name: string) => item("transaction", name, { listPk: "in transaction", listSk: name });
      await table.put(put("old"));
      const absent = writeInput({ when: { pk: undefined } });
      const first = {
        item: put("1"),
        condition: absent,
        puts: [put("2"), put("3")],
        deletes: [put("old")],
      };
      await table.transact(first);
      const late = { ...first, puts: [put("4")], deletes: [put("2")] };
      await expect(table.transact(late)).rejects.toThrow(
        expect.objectContaining({ name: "ConditionalCheckFailedException" }),
      );
      for (const params of [
        { partition: "transaction" },
        { partition: "in transaction", index: "list" },
      ] as const)
        expect((await table.query(params, 10)).items).toEqual(["1", "2", "3"].map(put));
    });

    test("a transaction writes nothing if an item that it only checks does not meet its condition", async () => {
      await table.put(item("checked", "1", { record: { owner: "a", other: "b" } }));
      const ownedBy = (owner: string, of = { pk: "checked", sk: "1" }) => ({
        key: of,
        condition: {
          ConditionExpression: "#record.#owner = :owner OR #record.#other = :owner",
          ExpressionAttributeNames: { "#record": "record", "#owner": "owner", "#other": "other" },
          ExpressionAttributeValues: { ":owner": owner },
        },
      });
      const write = (name: string, ...checks: ReturnType<typeof ownedBy>[]) =>
        table.transact({
          item: item("beside", name),
          condition: writeInput({ when: { pk: undefined } }),
          ...{ puts: [], deletes: [], checks },
        });
      await write("1", ownedBy("a"));
      await write("2", ownedBy("b"));
      for (const checks of [[ownedBy("c")], [ownedBy("a", { pk: "checked", sk: "none" })]])
        await expect(write("3", ...checks)).rejects.toThrow(
          expect.objectContaining({ name: "ConditionalCheckFailedException" }),
        );
      expect((await table.query({ partition: "beside" }, 10)).items.map(({ sk }) => sk)).toEqual(["1", "2"]);
      expect(await table.get({ pk: "checked", sk: "1" })).toMatchObject({ record: { owner: "a" } });
    });

    test("counts up in place", async () => {
      await Promise.all([1, 2, 3].map(() => table.update({ pk: "count", sk: "1" }, { add: { n: 1 } })));
      expect((await table.get({ pk: "count", sk: "1" }))?.n).toBe(3);
    });
  });
}
