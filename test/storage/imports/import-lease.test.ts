import type { Table } from "../../../src/storage/engine/table";
import { leaseMs, takeLease } from "../../../src/storage/imports/import-lease";
import { codecs } from "../../../src/storage/records/codecs";
import { keys } from "../../../src/storage/records/keys";
import { saveAll } from "../../../src/storage/records/save";
import { unchangedSince } from "../../../src/storage/records/stored-item";
import { aCentre, anObservation } from "../../support/builders";
import { startTable } from "../../support/test-table";

let time: number;
let table: Table;
beforeEach(async () => {
  time = Date.parse("2026-11-22T10:00:00.000Z");
  table = await startTable(() => new Date(time).toISOString());
});

const now = "2026-11-22T10:00:00.000Z";
const take = (holder: string, waitMs = 0) =>
  takeLease(table, {
    holder,
    waitMs,
    sleep: async (ms) => {
      time += ms;
    },
  });

test("one at a time has the lease, and the second gets an error with its holder and end", async () => {
  await take("first");
  await expect(take("second")).rejects.toMatchObject({
    code: "IMPORT_RUNNING",
    message: "first is importing; its lease ends at 2026-11-22T10:01:00.000Z unless it is renewed.",
  });
});

test("a released lease is free at once, and its token only grows", async () => {
  const first = await take("first");
  await first.release();
  const second = await take("second");
  expect([first.fence, second.fence]).toEqual([1, 2]);
});

test("a process that waits long enough gets the lease of a killed one", async () => {
  await take("killed");
  await expect(take("hasty", leaseMs - 10_000)).rejects.toMatchObject({ code: "IMPORT_RUNNING" });
  expect((await take("patient", leaseMs)).fence).toBe(2);
});

test("a lease is renewed when a third of it has passed, and not before", async () => {
  const lease = await take("working");
  table.meter.reset();
  await lease.keep();
  expect(table.meter.total()).toBe(0);
  for (let i = 0; i < 10; i++) {
    time += leaseMs / 2;
    await lease.keep();
  }
  expect(table.meter.calls).toEqual({ Put: 10 });
  await expect(take("second")).rejects.toMatchObject({ code: "IMPORT_RUNNING" });
});

test("a lease is still valid after its end if no other process took it", async () => {
  const lease = await take("slow");
  time += 10 * leaseMs;
  await lease.keep();
  await expect(take("second")).rejects.toMatchObject({ code: "IMPORT_RUNNING" });
});

test("of many simultaneous requests one gets it", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => take(`import ${i}`)));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a lost lease is reported at the next batch, and its release does not affect the new holder", async () => {
  const first = await take("paused");
  time += leaseMs;
  const second = await take("next");
  await expect(first.keep()).rejects.toMatchObject({ code: "LEASE_LOST" });
  await first.release();
  expect(await table.get(keys.importLease())).toMatchObject({ holder: "next", fence: second.fence });
  await expect(take("third")).rejects.toMatchObject({ code: "IMPORT_RUNNING" });
});

const options = (fence: number, before?: () => Promise<void>) => ({
  origin: "ds1",
  now,
  fence,
  ...(before && { before }),
});

test("a run that was paused between reading and writing cannot overwrite the writes of the next one", async () => {
  await saveAll(table, codecs.centre, [aCentre({ name: "Prima", areaCodes: ["nil:1"] })], options(1));
  const newest = aCentre({ name: "Nuova", areaCodes: ["nil:2"] });
  const paused = saveAll(
    table,
    codecs.centre,
    [aCentre({ name: "Vecchia", areaCodes: ["nil:3"] })],
    options(2, async () => {
      await saveAll(table, codecs.centre, [newest], options(3));
    }),
  );
  await expect(paused).rejects.toMatchObject({
    code: "LEASE_LOST",
    message: expect.stringContaining("test:1"),
  });
  expect(await table.get(codecs.centre.key(newest))).toMatchObject({ record: newest, version: 2, fence: 3 });
  const listed = async (areaCode: string) =>
    (await table.query({ partition: keys.centreInArea(areaCode, "", "").pk }, 10)).items.length;
  expect([await listed("nil:1"), await listed("nil:2"), await listed("nil:3"), await listed("*")]).toEqual([
    0, 1, 0, 1,
  ]);
});

test("an import with a late start is rejected by the writes of a later one", async () => {
  await saveAll(table, codecs.observation, [anObservation({ value: 2 })], options(3));
  const late = saveAll(table, codecs.observation, [anObservation({ value: 1 })], options(2));
  await expect(late).rejects.toMatchObject({ code: "LEASE_LOST" });
  expect(await table.get(codecs.observation.key(anObservation()))).toMatchObject({ record: { value: 2 } });
});

test("the condition of the write itself rejects an item of a later import", async () => {
  const centre = aCentre();
  await saveAll(table, codecs.centre, [centre], options(3));
  const item = await table.get(codecs.centre.key(centre));
  const version = { version: Number(item!.version) };
  await expect(table.put({ ...item!, fence: 2 }, unchangedSince(version, 2))).rejects.toThrow(/condition/i);
  await table.put(item!, unchangedSince(version, 3));
});

test("an edit between two imports keeps the token, so that the older one stays out", async () => {
  const centre = aCentre({ name: "Uno" });
  await saveAll(table, codecs.centre, [centre], options(3));
  await saveAll(table, codecs.centre, [aCentre({ name: "Due" })], { origin: "editors", now });
  await expect(saveAll(table, codecs.centre, [centre], options(2))).rejects.toMatchObject({
    code: "LEASE_LOST",
  });
});

test("a dry run reports the outcome of records and writes nothing", async () => {
  await saveAll(table, codecs.centre, [aCentre()], { origin: "ds1", now });
  table.meter.reset();
  const records = [aCentre(), aCentre({ code: "test:2" })];
  const dry = { origin: "ds1", now, dryRun: true };
  expect(await saveAll(table, codecs.centre, records, dry)).toEqual(["UNCHANGED", "CREATED"]);
  expect(await saveAll(table, codecs.centre, [aCentre({ name: "Altra" })], dry)).toEqual(["CHANGED"]);
  expect(table.meter.writeUnits).toBe(0);
});
