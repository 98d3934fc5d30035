import path from "node:path";
import type { Store } from "dynalite/db/index.js";
import { loadStarter } from "../../src/ingest/starter/load-starter";
import { refresh, repair, verify } from "../../src/projections/refresh";
import { embeddedClient } from "../../src/storage/engine/client";
import { engineOver } from "../../src/storage/engine/dynalite-engine";
import { inProcess } from "../../src/storage/engine/engine-holder";
import type { Item } from "../../src/storage/engine/key";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { keys } from "../../src/storage/records/keys";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aCity, anArea, aSource, aTerm } from "../support/builders";
import { starterEntries } from "../support/starter-table";
import { type Entries, filledWith, storeOf } from "../support/table-copies";
import { everyItem } from "../support/table-state";

const now = "2026-11-22T10:00:00.000Z";
const data = path.join(__dirname, "../../data");
const asBytes = { keyEncoding: "buffer", valueEncoding: "buffer" } as const;

let store: Store;
let table: Table;
const open = async (entries: Entries): Promise<void> => {
  store = await storeOf(entries, null);
  table = new Table("vicinato", embeddedClient(inProcess(await engineOver(store))));
};

/** A city with three centres of one kind, and everything that follows from them. */
const small = filledWith(async (each) => {
  const imported = { origin: "ds1", now };
  await saveAll(each, codecs.sourceRef, [aSource()], imported);
  await saveAll(each, codecs.taxonomyTerm, [aTerm()], imported);
  await saveAll(each, codecs.area, [aCity(), anArea({ code: "nil:1", cityCode: aCity().code })], imported);
  const position = { latitude: 45.46, longitude: 9.19 };
  const centres = [1, 2, 3].map((n) =>
    aCentre({ code: `test:${n}`, name: `Casa ${n}`, areaCodes: [aCity().code, "nil:1"], position }),
  );
  await saveAll(each, codecs.centre, centres, imported);
  await refresh(each, "EVERYTHING", { now });
});

beforeEach(async () => open((await small).entries));

const lines = async (): Promise<string[]> =>
  (await verify(table)).drifts.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`);

const itemOf = async (choose: (item: Item) => boolean): Promise<Item> =>
  (await everyItem(table)).filter(choose).sort((a, b) => (a.pk < b.pk ? -1 : 1))[0]!;
const isCentre = ({ pk, sk }: Item): boolean => pk.startsWith("Centre#") && sk === "RECORD";

async function repaired(): Promise<string[]> {
  const { left } = await repair(table, now);
  return left.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`);
}

test("an undamaged hub has no drift, and a repair writes nothing", async () => {
  expect(await lines()).toEqual([]);
  table.meter.reset();
  expect(await repair(table, now)).toMatchObject({ repaired: 0, left: [], unreadable: [] });
  expect(table.meter.writeUnits).toBe(0);
});

test("a budget of 9,999,999 EUR that nobody wrote is found, and the start of the hub restores it", async () => {
  await open(await starterEntries());
  await refresh(table, "EVERYTHING", { now });
  expect(await lines()).toEqual([]);
  const strategy = await itemOf(({ pk, sk }) => pk.startsWith("Strategy#") && sk === "RECORD");
  const record = strategy.record as { readonly budgetVersions: object };
  const before = JSON.stringify(record.budgetVersions);
  const budgetVersions: unknown = JSON.parse(before.replace(/"cents":\d+/, '"cents":999999900'));
  expect(budgetVersions).not.toEqual(record.budgetVersions);
  await table.put({ ...strategy, record: { ...record, budgetVersions } });
  const drift = `DIFFERS content ${strategy.pk} RECORD`;
  expect(await lines()).toContain(drift);
  expect(await repaired()).toEqual([drift]);
  await loadStarter(table, data, now);
  await refresh(table, "EVERYTHING", { now });
  // The false version was replaced, and its place in the history shows it as long as the hub exists.
  expect(await lines()).toEqual([
    expect.stringMatching(/^DIFFERS history History#Strategy#\S+#RECORD \S+#000001$/),
  ]);
  expect(await table.get(strategy)).toMatchObject({ record });
});

test("a centre that is missing in a list, is there twice, or with another kind is found and repaired", async () => {
  const isInArea = ({ pk }: Item): boolean => pk.startsWith("CentresInArea#");
  const listed = (await everyItem(table)).filter(isInArea).sort((a, b) => (a.pk < b.pk ? -1 : 1));
  const [missing, other, twice] = listed as [Item, Item, Item];
  const ghost = { ...twice, sk: `a-former-name#${String(twice.code)}` };
  await table.batchWrite({
    puts: [ghost, { ...other, kindCode: "centre-kind:NONE" }],
    deletes: [missing],
  });
  expect((await lines()).filter((line) => line.includes(" lists ")).sort()).toEqual([
    `DIFFERS lists ${other.pk} ${other.sk}`,
    `MISSING lists ${missing.pk} ${missing.sk}`,
    `SUPERFLUOUS lists ${ghost.pk} ${ghost.sk}`,
  ]);
  expect(await repaired()).toEqual([]);
  expect(await lines()).toEqual([]);
  const after = (await everyItem(table)).filter(isInArea);
  expect(after.length).toBe(listed.length);
});

test("a record in a list that it does not belong to is found and repaired", async () => {
  const centre = await itemOf(isCentre);
  await table.put({ ...centre, listPk: "All#Area" });
  expect(await lines()).toContain(`DIFFERS places ${centre.pk} RECORD`);
  expect(await repaired()).toEqual([]);
  expect(await lines()).toEqual([]);
  expect(await table.get(centre)).toEqual(centre);
});

/** What LevelDB holds of an index. */
const entriesOf = async (index: string, code: unknown) =>
  (await store.db.iterator(asBytes).all()).filter(
    ([key, value]) =>
      key.toString().startsWith(`index-global~vicinato~${index}~`) &&
      value.toString().includes(JSON.stringify({ S: code })),
  );

const readable = ([key, value]: readonly [Buffer, Buffer]) =>
  [key.toString(), JSON.parse(value.toString()) as unknown] as const;

test.each(["list", "geo"])(
  "entries in the index %s that a kill left are found and repaired",
  async (index) => {
    const centre = (await itemOf((item) => isCentre(item) && item.geoPk !== undefined)) as Item;
    const places = { listSk: "zzz", geoSk: "zzz" };
    await table.put({ ...centre, ...places });
    const ghosts = await entriesOf(index, centre.code);
    await table.put(centre);
    const whole = (await entriesOf(index, centre.code)).map(readable);
    await store.db.batch(ghosts.map(([key, value]) => ({ type: "put", key, value, ...asBytes })));
    expect((await lines()).filter((line) => line.includes(" indexes "))).toEqual([
      `DIFFERS indexes ${centre.pk} RECORD`,
    ]);
    expect(await repaired()).toEqual([]);
    expect(await lines()).toEqual([]);
    expect((await entriesOf(index, centre.code)).map(readable)).toEqual(whole);

    await store.db.batch([{ type: "del", key: whole[0]![0] }]);
    expect(await lines()).toContain(`MISSING indexes ${centre.pk} RECORD`);
    expect(await repaired()).toEqual([]);
    expect((await entriesOf(index, centre.code)).map(readable)).toEqual(whole);
  },
);

test("an entry of a record that is not there is removed", async () => {
  const gone = {
    ...(await itemOf(isCentre)),
    ...keys.record("Centre", "gone:1"),
    code: "gone:1",
    listSk: "gone",
  };
  await table.put(gone);
  const ghosts = await entriesOf("list", "gone:1");
  await table.batchWrite({ deletes: [gone] });
  await store.db.batch(ghosts.map(([key, value]) => ({ type: "put", key, value, ...asBytes })));
  expect(await lines()).toContain("SUPERFLUOUS indexes Centre#gone:1 RECORD");
  expect(await repaired()).toEqual([]);
  expect(await lines()).toEqual([]);
  expect(await table.get(gone)).toBeNull();
});

test("a record that its constructor rejects is named as unreadable", async () => {
  const centre = await itemOf(isCentre);
  await table.put({ ...centre, record: { ...(centre.record as object), name: "" } });
  const { unreadable } = await verify(table);
  expect(unreadable.map(({ key }) => key)).toContainEqual({ pk: centre.pk, sk: centre.sk });
});
