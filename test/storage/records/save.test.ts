import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { starterOrigin } from "../../../src/storage/records/override";
import { type SaveOptions, saveAll } from "../../../src/storage/records/save";
import { aCentre, anArea, anObservation } from "../../support/builders";
import { startTable } from "../../support/test-table";

const imported: SaveOptions = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
const starter: SaveOptions = { origin: starterOrigin, now: "2026-01-01T00:00:00.000Z" };

let table: Table;
beforeEach(async () => {
  table = await startTable();
});

test("writes only new or changed records", async () => {
  const areas = [anArea({ code: "nil:1" }), anArea({ code: "nil:2" })];
  expect(await saveAll(table, codecs.area, areas, imported)).toEqual(["CREATED", "CREATED"]);
  table.meter.reset();
  expect(await saveAll(table, codecs.area, areas, imported)).toEqual(["UNCHANGED", "UNCHANGED"]);
  expect(table.meter.calls).toEqual({ BatchGet: 1 });
  const renamed = anArea({ code: "nil:2", name: "Due" });
  expect(await saveAll(table, codecs.area, [areas[0]!, renamed], imported)).toEqual(["UNCHANGED", "CHANGED"]);
  expect(await tableRepositories(table).areas.byCodes(["nil:2"])).toEqual([renamed]);
});

test("counts versions and keeps the instant of creation", async () => {
  await saveAll(table, codecs.area, [anArea()], imported);
  await saveAll(table, codecs.area, [anArea({ name: "Due" })], {
    origin: "ds2",
    now: "2026-02-01T00:00:00.000Z",
  });
  expect(await table.get(codecs.area.key(anArea()))).toMatchObject({
    version: 2,
    origin: "ds2",
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-02-01T00:00:00.000Z",
  });
});

test("imported facts replace starter facts, and starter facts replace starter facts", async () => {
  expect(await saveAll(table, codecs.area, [anArea()], starter)).toEqual(["CREATED"]);
  expect(await saveAll(table, codecs.area, [anArea({ name: "Nuovo" })], starter)).toEqual(["CHANGED"]);
  await saveAll(table, codecs.area, [anArea({ name: "Importato" })], imported);
  expect(await saveAll(table, codecs.area, [anArea()], starter)).toEqual(["KEPT"]);
  expect((await tableRepositories(table).areas.byCodes(["nil:1"]))[0]?.name).toBe("Importato");
});

test("a centre that moves is found in its new area only", async () => {
  const { centres } = tableRepositories(table);
  const countIn = async (areaCode: string) => (await centres.page({ areaCode }, { first: 10 })).edges.length;
  await saveAll(table, codecs.centre, [aCentre({ areaCodes: ["nil:1", "comune:1"] })], imported);
  await saveAll(
    table,
    codecs.centre,
    [aCentre({ areaCodes: ["nil:2", "comune:1"], name: "Altra casa" })],
    imported,
  );
  expect([await countIn("nil:1"), await countIn("nil:2"), await countIn("comune:1")]).toEqual([0, 1, 1]);
  const { edges } = await centres.page({}, { first: 10 });
  expect(edges.map((e) => e.node.name)).toEqual(["Altra casa"]);
});

test("many writers at once: the record is complete, as written by one of them, and listed once", async () => {
  const names = Array.from({ length: 12 }, (_, i) => `Casa ${i}`);
  const saved = await Promise.allSettled(
    names.map((name) => saveAll(table, codecs.centre, [aCentre({ name, areaCodes: ["nil:1"] })], imported)),
  );
  expect(saved.some(({ status }) => status === "fulfilled")).toBe(true);
  const { centres } = tableRepositories(table);
  const [centre] = await centres.byCodes(["test:1"]);
  expect(names).toContain(centre?.name);
  for (const criteria of [{}, { areaCode: "nil:1" }]) {
    const page = await centres.page(criteria, { first: 20 });
    expect(page.edges.map(({ node }) => node)).toEqual([centre]);
    expect(await page.totalCount()).toBe(1);
  }
});

test("a repeated record in one run is written, not an error", async () => {
  expect(await saveAll(table, codecs.centre, [aCentre(), aCentre({ name: "Due" })], imported)).toContain(
    "CREATED",
  );
  const twice = [anObservation({ value: 1 }), anObservation({ value: 2 })];
  await saveAll(table, codecs.observation, twice, imported);
  const key = { areaCode: "nil:1", indicatorCode: "residents", period: "2024" };
  expect((await tableRepositories(table).observations.byKeys([key]))[0]?.value).toBe(2);
});

test("killed before its last write, the next run ends in the same state", async () => {
  const centre = aCentre({ areaCodes: ["nil:1"] });
  const transact = jest.spyOn(table, "transact").mockRejectedValueOnce(new Error("killed"));
  await expect(saveAll(table, codecs.centre, [centre], imported)).rejects.toThrow("killed");
  transact.mockRestore();
  expect((await tableRepositories(table).centres.page({}, { first: 10 })).edges).toEqual([]);
  expect(await saveAll(table, codecs.centre, [centre], imported)).toEqual(["CREATED"]);
  expect(
    (await tableRepositories(table).centres.page({ areaCode: "nil:1" }, { first: 10 })).edges,
  ).toHaveLength(1);
});
