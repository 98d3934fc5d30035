import { randomBytes } from "node:crypto";
import { draftOf } from "../../../src/storage/documents/document-items";
import { documentStore } from "../../../src/storage/documents/document-store";
import { type PublishOptions, publishDocuments } from "../../../src/storage/documents/publish-documents";
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
const documentsOf = (documents: Documents) =>
  new Map(Object.entries(documents).map(([id, document]) => [id, draftOf(document)]));
const publish = (documents: Documents, over: Table = table, options: Partial<PublishOptions> = {}) =>
  publishDocuments(over, "city", async () => documentsOf(documents), { now, ...options });
const read = async (id: string) => (await documentStore(table).document("city", id))?.document;
const numbersOf = async (id: string) =>
  (await table.query({ partition: `Snapshot#city#${id}` }, 100)).items.map(({ number }) => number);

test("returns the published documents, and writes only differences", async () => {
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

test("a removed document is missing from the next version on", async () => {
  await publish({ a: 1, b: 1 });
  await publish({ b: 1 });
  expect([await read("a"), await read("b")]).toEqual([null, 1]);
  expect(await publish({ b: 1 })).toBe(0);
  await publish({ a: 3, b: 1 });
  expect(await read("a")).toBe(3);
});

test("keeps the previous version, for its readers, and no older one", async () => {
  for (const a of [1, 2, 3, 4]) await publish({ a, b: 1 });
  expect(await numbersOf("a")).toEqual([3, 4]);
  expect(await numbersOf("b")).toEqual([1]);
  expect(await numbersOf("catalogue")).toEqual([3, 4]);
});

test("a document costs a Get and a Query, and only the Get while the version stays", async () => {
  await publish({ a: 1, b: 1 });
  time = "2026-01-01T00:01:00.000Z";
  const repository = documentStore(table);
  table.meter.reset();
  await repository.document("city", "a");
  expect(table.meter.calls).toEqual({ Get: 1, Query: 1 });
  expect(table.meter.readUnits).toBe(1);
  await repository.document("city", "a");
  expect(table.meter.calls).toEqual({ Get: 2, Query: 1 });
});

test("just after a publication the document is read from a consistent replica", async () => {
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

test("a writer that is killed at any write leaves the old version, and does not affect the next one", async () => {
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

test("of two writers one begins again, and its first documents are never read", async () => {
  await publish({ a: "old", b: "old" });
  let made = 0;
  const slow = publishDocuments(
    table,
    "city",
    async () => {
      if (++made === 1) {
        await publish({ a: "fast", b: "old" });
        return documentsOf({ a: "stale", b: "old" });
      }
      return documentsOf({ a: "fast", b: "slow" });
    },
    { now },
  );
  expect(await slow).toBe(1);
  expect([await read("a"), await read("b")]).toEqual(["fast", "slow"]);
  // Neither what it wrote first, nor the catalogue of that.
  expect([await numbersOf("a"), await numbersOf("catalogue")]).toEqual([
    [1, 2],
    [2, 4],
  ]);
});

test("a writer that is overtaken repeatedly need not write: two versions later its records are included", async () => {
  await publish({ a: "old" });
  let made = 0;
  const slow = publishDocuments(
    table,
    "city",
    async () => {
      await publish({ a: `fast ${++made}` });
      return documentsOf({ a: `slow ${made}` });
    },
    { now },
  );
  expect(await slow).toBe(0);
  expect(made).toBe(2);
  expect(await read("a")).toBe("fast 2");
});

test("an earlier lease never replaces a publication under a later one, and a writer that always loses reports it", async () => {
  await publish({ a: "second" }, table, { fence: 2 });
  expect(await publish({ a: "first" }, table, { fence: 1 })).toBe(0);
  expect(await read("a")).toBe("second");
  const impatient = new Table(
    table.name,
    table.client,
    async () => undefined,
    () => time,
  );
  let made = 0;
  const slow = publishDocuments(
    impatient,
    "city",
    async () => {
      await publish({ a: ++made }, table, { fence: 2 });
      return documentsOf({ a: "slow" });
    },
    { now, fence: 3 },
  );
  await expect(slow).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  expect(made).toBe(8);
});

test("a writer that was overtaken and continues changes nothing", async () => {
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

test("many writers at once leave one complete version, and none of them fails", async () => {
  const texts = Array.from({ length: 12 }, (_, i) => `${"xyz"[i % 3]}`);
  await Promise.all(texts.map((text) => publish({ a: text, b: text })));
  expect(["x", "y", "z"]).toContain(await read("a"));
  expect(await read("b")).toBe(await read("a"));
  expect((await numbersOf("a")).length).toBeLessThanOrEqual(2);
});

test("the next writer removes the documents of a killed one", async () => {
  await publish({ a: "old" });
  await expect(publish({ a: "lost", b: "lost" }, killedAt(4))).rejects.toThrow("killed");
  expect([await numbersOf("a"), await numbersOf("b"), await numbersOf("catalogue")]).toEqual([
    [1, 2],
    [2],
    [1, 2],
  ]);
  await publish({ a: "new" });
  expect([await numbersOf("a"), await numbersOf("b"), await numbersOf("catalogue")]).toEqual([
    [1, 3],
    [],
    [1, 3],
  ]);
});

test("nothing is left of a removed document two versions later", async () => {
  await publish({ a: 1, b: 1 });
  for (const b of [2, 3, 4]) await publish({ b });
  expect(await numbersOf("a")).toEqual([]);
  await publish({ a: 5, b: 4 });
  expect(await read("a")).toBe(5);
});

test("a document unchanged in a new version is not decoded again", async () => {
  await publish({ a: { text: "same" }, b: 1 });
  const store = documentStore(table);
  const first = await store.document("city", "a");
  await publish({ a: { text: "same" }, b: 2 });
  const second = await store.document("city", "a");
  expect([first?.version, second?.version]).toEqual([1, 2]);
  expect(second?.document).toBe(first?.document);
});

test("a damaged document is missing for readers, and a check writes it again", async () => {
  await publish({ a: "text", b: 1 });
  const bytes = Buffer.from("no gzip");
  const item = (await table.query({ partition: "Snapshot#city#a" }, 1)).items[0]!;
  await table.put({ ...item, bytes });
  expect([await read("a"), await read("b")]).toEqual([null, 1]);
  expect(await publish({ a: "text", b: 1 })).toBe(0);
  expect(await publish({ a: "text", b: 1 }, table, { check: true })).toBe(1);
  expect(await read("a")).toBe("text");
});

test("a damaged catalogue does not stop the next publication, which then writes everything", async () => {
  await publish({ a: 1, b: 1 });
  const item = (await table.query({ partition: "Snapshot#city#catalogue" }, 1)).items[0]!;
  await table.put({ ...item, bytes: Buffer.from("no gzip") });
  expect(await publish({ a: 2, b: 1 })).toBe(2);
  expect([await read("a"), await read("b")]).toEqual([2, 1]);
});

test("rejects documents too large for readers, and changes nothing", async () => {
  await publish({ a: "old" });
  const large = randomBytes(16_000_000).toString("base64");
  await expect(publish({ a: large })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  expect(await numbersOf("a")).toEqual([1]);
});

test("a reader begins again if its version was removed meanwhile", async () => {
  await publish({ a: 1 });
  const repository = documentStore(table);
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

test("after many lost writers everything is written again, and the manifest is small again", async () => {
  await publish({ a: 1, b: 1 });
  for (let i = 0; i < 60; i++) await publish({ a: -1, b: 1 }, killedAt(2)).catch(() => undefined);
  await publish({ a: 2, b: 1 });
  expect((await documentStore(table).manifest("city"))?.lost).toHaveLength(60);
  await publish({ a: 2, b: 1 });
  const manifest = await documentStore(table).manifest("city");
  expect(manifest).toMatchObject({ lost: [], floor: manifest?.version });
  expect([await read("a"), await read("b")]).toEqual([2, 1]);
});

test("an invalid key finds nothing", async () => {
  await publish({ a: 1 });
  expect(await documentStore(table).document("x".repeat(3000), "a")).toBeNull();
  expect(await read("x".repeat(3000))).toBeNull();
});
