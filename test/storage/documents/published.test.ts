import { randomBytes } from "node:crypto";
import { type Manifest, publishedRepository } from "../../../src/storage/documents/published.repository";
import { Table } from "../../../src/storage/engine/table";
import { startTable } from "../../support/test-table";

const now = "2026-01-01T00:00:00Z";
const later = "2026-02-01T00:00:00Z";
/** Text that no compression makes much smaller. */
const large = (bytes: number): string => randomBytes(bytes).toString("base64");

let table: Table;
beforeEach(async () => {
  table = await startTable();
});

const scope = (over: Table = table) => publishedRepository(over, "test");
const publish = (content: string, over: Table = table) => scope(over).publish(async () => content, now);

async function published(): Promise<string | null> {
  const manifest = await scope().manifest();
  return manifest && scope().content(manifest);
}

const chunks = async () => (await table.query({ partition: "Published#test", prefix: "CHUNK#" }, 100)).items;

test("gives back what was published, in chunks that fit into items", async () => {
  expect(await scope().manifest()).toBeNull();
  const content = large(900_000);
  expect(await publish(content)).toBe(true);
  expect(await published()).toBe(content);
  const sizes = (await chunks()).map((item) => (item.bytes as Uint8Array).length);
  expect(sizes).toHaveLength(4);
  expect(Math.max(...sizes)).toBe(300_000);
  table.meter.reset();
  await published();
  expect(table.meter.calls).toEqual({ Get: 1, BatchGet: 1 });
});

test("writes nothing when nothing changed, and keeps only what is in force", async () => {
  await publish("one");
  const first = await scope().manifest();
  table.meter.reset();
  expect(await scope().publish(async () => "one", later)).toBe(false);
  expect(table.meter.calls).toEqual({ Get: 1 });
  expect(await scope().manifest()).toEqual(first);
  for (const content of ["two", "one", "one", "three"]) await publish(content);
  expect(await published()).toBe("three");
  expect(await scope().manifest()).toMatchObject({ version: 4, publishedAt: now });
  expect(await chunks()).toHaveLength(1);
});

/** A table whose writes of manifests end like a process that is killed. */
const killedBeforeTheManifest = () =>
  Object.assign(new Table(table.name, table.client), {
    put: async () => {
      throw new Error("killed");
    },
  });

test("a writer that is killed before the manifest leaves the old version readable, and the next one sweeps up", async () => {
  await publish("old");
  await expect(publish("lost", killedBeforeTheManifest())).rejects.toThrow("killed");
  expect(await chunks()).toHaveLength(2);
  expect(await published()).toBe("old");
  await publish("new");
  expect(await published()).toBe("new");
  expect(await chunks()).toHaveLength(1);
});

test("of two writers one begins anew with what is there then", async () => {
  await publish("old");
  let made = 0;
  const slow = scope().publish(async () => {
    if (++made === 1) await publish("fast");
    return `slow ${made}`;
  }, now);
  expect(await slow).toBe(true);
  expect(await published()).toBe("slow 2");
  expect(await scope().manifest()).toMatchObject({ version: 3 });
  expect(await chunks()).toHaveLength(1);
});

test("gives up on a race that is lost again and again, and the winner stays", async () => {
  let n = 0;
  const always = scope().publish(async () => {
    await publish(`fast ${++n}`);
    return `slow ${n}`;
  }, now);
  await expect(always).rejects.toMatchObject({ name: "ConditionalCheckFailedException" });
  expect(n).toBe(3);
  expect(await published()).toBe("fast 3");
});

test("many writers at once leave one whole version", async () => {
  const outcomes = await Promise.allSettled(["a", "b", "a", "b", "c"].map((content) => publish(content)));
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  expect(["a", "b", "c"]).toContain(await published());
});

test("a reader that comes late is told that its version is gone", async () => {
  await publish("old");
  const manifest = (await scope().manifest()) as Manifest;
  await publish("new");
  expect(await scope().content(manifest)).toBeNull();
});

test("refuses what no reader could get at once", async () => {
  await expect(publish(large(16_000_000))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  expect(await chunks()).toEqual([]);
});
