import { randomBytes } from "node:crypto";
import { publishSnapshot } from "../../../src/storage/documents/publish-snapshot";
import { snapshotRepository } from "../../../src/storage/documents/snapshot.repository";
import { Table } from "../../../src/storage/engine/table";
import { startTable } from "../../support/test-table";

const now = "2026-01-01T00:00:00.000Z";
let time = now;
let table: Table;
beforeEach(async () => {
  time = now;
  table = await startTable(() => time);
});

type Documents = Readonly<Record<string, unknown>>;
const documentsOf = (documents: Documents) => new Map(Object.entries(documents));
const publish = (documents: Documents, over: Table = table) =>
  publishSnapshot(over, "city", async () => documentsOf(documents), now);
const read = async (id: string) => (await snapshotRepository(table).document("city", id))?.document;
const numbersOf = async (id: string) =>
  (await table.query({ partition: `Snapshot#city#${id}` }, 100)).items.map(({ number }) => number);

test("gives back what was published together, and writes only what differs", async () => {
  expect(await read("a")).toBeUndefined();
  expect(await publish({ a: 1, b: 1 })).toBe(2);
  expect([await read("a"), await read("b"), await read("c")]).toEqual([1, 1, null]);
  table.meter.reset();
  expect(await publish({ a: 1, b: 1 })).toBe(0);
  expect(table.meter.writeUnits).toBe(0);
  expect(await publish({ a: 2, b: 1 })).toBe(1);
  expect([await read("a"), await read("b")]).toEqual([2, 1]);
  expect([await numbersOf("a"), await numbersOf("b")]).toEqual([[1, 2], [1]]);
});

test("a document that is gone is gone from the next version on", async () => {
  await publish({ a: 1, b: 1 });
  await publish({ b: 1 });
  expect([await read("a"), await read("b")]).toEqual([null, 1]);
  expect(await publish({ b: 1 })).toBe(0);
  await publish({ a: 3, b: 1 });
  expect(await read("a")).toBe(3);
});

test("keeps the version before, for readers who hold it, and no older one", async () => {
  for (const a of [1, 2, 3, 4]) await publish({ a, b: 1 });
  expect(await numbersOf("a")).toEqual([3, 4]);
  expect(await numbersOf("b")).toEqual([1]);
  expect(await numbersOf("catalogue")).toEqual([3, 4]);
});

test("a document costs a Get and a Query, and only the Get while the version stays", async () => {
  await publish({ a: 1, b: 1 });
  time = "2026-01-01T00:01:00.000Z";
  const repository = snapshotRepository(table);
  table.meter.reset();
  await repository.document("city", "a");
  expect(table.meter.calls).toEqual({ Get: 1, Query: 1 });
  expect(table.meter.readUnits).toBe(1);
  await repository.document("city", "a");
  expect(table.meter.calls).toEqual({ Get: 2, Query: 1 });
});

test("just after a publication the document is read from a replica that surely has it", async () => {
  await publish({ a: 1 });
  table.meter.reset();
  await read("a");
  expect(table.meter.readUnits).toBe(1.5);
});

test("a large document is kept in parts", async () => {
  const large = randomBytes(600_000).toString("base64");
  await publish({ a: large });
  expect(await read("a")).toBe(large);
  const parts = async (number: string) =>
    (await table.query({ partition: "SnapshotPart#city#a", prefix: number }, 10)).items.length;
  expect(await parts("000000001")).toBe(3);
  for (const a of [2, 3]) await publish({ a });
  expect(await parts("")).toBe(0);
});

/** A table whose nth write, of a batch or of the manifest, ends like a process that is killed. */
function killedAt(nth: number): Table {
  let writes = 0;
  const over = new Table(table.name, table.client, undefined, () => time);
  const batchWrite = over.batchWrite.bind(over);
  const update = over.update.bind(over);
  const alive = () => {
    if (++writes >= nth) throw new Error("killed");
  };
  return Object.assign(over, {
    batchWrite: async (...args: Parameters<Table["batchWrite"]>) => {
      alive();
      return batchWrite(...args);
    },
    update: async (...args: Parameters<Table["update"]>) => {
      alive();
      return update(...args);
    },
  });
}

test("a writer that is killed at any write leaves the old version, and the next one is not misled by it", async () => {
  await publish({ a: "old", b: "old" });
  for (const nth of [1, 2, 3, 4, 5]) {
    await expect(publish({ a: `lost ${nth}`, b: "old" }, killedAt(nth))).rejects.toThrow("killed");
    expect([await read("a"), await read("b")]).toEqual(["old", "old"]);
  }
  // What was lost wrote "a"; the next one has nothing to say of "a".
  await publish({ a: "old", b: "new" });
  expect([await read("a"), await read("b")]).toEqual(["old", "new"]);
  await publish({ a: "new", b: "new" });
  expect([await read("a"), await read("b")]).toEqual(["new", "new"]);
});

test("of two writers one begins anew, and what it left behind is never read", async () => {
  await publish({ a: "old", b: "old" });
  let made = 0;
  const slow = publishSnapshot(
    table,
    "city",
    async () => {
      if (++made === 1) {
        await publish({ a: "fast", b: "old" });
        return documentsOf({ a: "stale", b: "old" });
      }
      return documentsOf({ a: "fast", b: "slow" });
    },
    now,
  );
  expect(await slow).toBe(1);
  expect([await read("a"), await read("b")]).toEqual(["fast", "slow"]);
});

test("a writer that was overtaken and goes on writing changes nothing", async () => {
  await publish({ a: "old" });
  // The number 2 is taken by a writer that then sleeps.
  const asleep = killedAt(2);
  await expect(publish({ a: "lost" }, asleep)).rejects.toThrow("killed");
  await publish({ a: "new" });
  await table.put({ pk: "Snapshot#city#a", sk: "000000002", number: 2, removed: true });
  expect(await read("a")).toBe("new");
  await table.batchWrite({ deletes: [{ pk: "Snapshot#city#a", sk: "000000003" }] });
  expect(await read("a")).toBe("old");
});

test("many writers at once leave one whole version", async () => {
  const outcomes = await Promise.allSettled(
    ["x", "y", "z", "x"].map((text) => publish({ a: text, b: text })),
  );
  expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
  expect(["x", "y", "z"]).toContain(await read("a"));
  expect(await read("b")).toBe(await read("a"));
});

test("a reader whose version was swept meanwhile begins anew", async () => {
  await publish({ a: 1 });
  const repository = snapshotRepository(table);
  const first = table.first.bind(table);
  let overtaken = false;
  table.first = async (...args) => {
    if (!overtaken) {
      overtaken = true;
      for (const a of [2, 3]) await publish({ a });
    }
    return first(...args);
  };
  expect(await repository.document("city", "a")).toEqual({ version: 3, document: 3 });
});

test("after many lost writers everything is written anew, and the manifest is small again", async () => {
  await publish({ a: 1, b: 1 });
  for (let i = 0; i < 60; i++) await publish({ a: -1, b: 1 }, killedAt(2)).catch(() => undefined);
  await publish({ a: 2, b: 1 });
  expect((await snapshotRepository(table).manifest("city"))?.lost).toHaveLength(60);
  await publish({ a: 2, b: 1 });
  const manifest = await snapshotRepository(table).manifest("city");
  expect(manifest).toMatchObject({ lost: [], floor: manifest?.version });
  expect([await read("a"), await read("b")]).toEqual([2, 1]);
});

test("what cannot be a key names nothing", async () => {
  await publish({ a: 1 });
  expect(await snapshotRepository(table).document("x".repeat(3000), "a")).toBeNull();
  expect(await read("x".repeat(3000))).toBeNull();
});
