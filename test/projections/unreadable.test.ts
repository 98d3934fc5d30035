import { publisher } from "../../src/app/publisher";
import { operator } from "../../src/domain/identity/caller";
import { createEditing } from "../../src/editing";
import type { Drift } from "../../src/projections/projection";
import { refresh, refreshBatch, repair, verify } from "../../src/projections/refresh";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { keys } from "../../src/storage/records/keys";
import type { Unreadable } from "../../src/storage/records/readable";
import { saveAll } from "../../src/storage/records/save";
import type { StoredItem } from "../../src/storage/records/stored-item";
import { aCentre, aService, aServiceAtLocation } from "../support/builders";
import { figuresOf, saveEmptyCity, saveFigures } from "../support/figures";
import { fromPublished } from "../support/projections";
import { startTable } from "../support/test-table";

const now = "2026-01-01T00:00:00.000Z";
const options = { origin: "test", now };
const centre = aCentre({ code: "test:centre", name: "Casa Verde", areaCodes: ["comune:1", "nil:1"] });
const service = aService({ code: "s:1" });
const place = aServiceAtLocation({ code: "p:1", serviceCode: service.code, centreCode: centre.code });

/** A city with numbers, a centre and its service, up to date. */
async function start(): Promise<Table> {
  const table = await startTable();
  await saveFigures(table, figuresOf(await saveEmptyCity(table, 2)));
  await saveAll(table, codecs.centre, [centre], options);
  await saveAll(table, codecs.service, [service], options);
  await saveAll(table, codecs.serviceAtLocation, [place], options);
  const records: HubRecord[] = [
    { type: "service", record: service },
    { type: "serviceAtLocation", record: place },
  ];
  await refreshBatch(table, records, options);
  await refresh(table, "EVERYTHING", { now });
  expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
  return table;
}

/** Puts items into the table by hand that no release wrote. */
async function breakThings(table: Table): Promise<void> {
  const listed = (type: "Centre" | "Organization" | "Service", code: string) => ({
    ...keys.record(type, code),
    ...keys.list.records(type, code),
    type,
    code,
  });
  const refused = { ...centre, code: "broken:1", name: "", areaCodes: ["comune:1"] };
  const another = { ...centre, name: "Another" };
  await table.batchWrite({
    puts: [
      // A record that its constructor refuses, and that is listed as centres are.
      { ...listed("Centre", "broken:1"), record: refused },
      { ...keys.centreInArea("*", "a", "broken:1"), code: "broken:1" },
      // The record of another item.
      { ...listed("Centre", "broken:2"), record: another },
      { ...keys.centreInArea("*", "a", "broken:2"), code: "broken:2" },
      // A text where a record belongs, and nothing at all.
      { ...listed("Organization", "broken:3"), record: "{ broken JSON" },
      { ...listed("Service", "broken:4") },
      // A number without a value, and one that is no record.
      { ...keys.observation("nil:1", "share", "1999"), record: { areaCode: "nil:1" } },
      { ...keys.locationInArea("*", "broken:5") },
    ],
  });
}

const brokenKeys = [
  "Centre#broken:1 RECORD",
  "Centre#broken:2 RECORD",
  "LocationsInArea#* broken:000005",
  "ObservationsOfArea#nil:1 share#1999",
  "Organization#broken:3 RECORD",
  "Service#broken:4 RECORD",
];
/** No record gives this entry, not even one that cannot be read. */
const ofNothing: readonly Drift[] = [
  { scope: "lists", document: "LocationsInArea#* broken:000005", drift: "SUPERFLUOUS" },
];
/** The name by which the centre is found. */
const foundName = (table: Table): Promise<string | undefined> =>
  fromPublished(
    table,
    ({ documents }) =>
      documents
        .searchSegments()
        .flat()
        .find(({ code }) => code === centre.code)?.texts[0]?.text,
  );

const named = (unreadable: readonly Unreadable[]) =>
  unreadable.map(({ key }) => `${key.pk} ${key.sk}`).sort();

test("unreadable items are left out and named, and everything else is published", async () => {
  const table = await start();
  await breakThings(table);
  const checked = await verify(table);
  // What was put by hand is not published.
  expect(checked.drifts.filter(({ scope }) => scope !== "snapshot")).toEqual(ofNothing);
  expect(named(checked.unreadable)).toEqual(brokenKeys.filter((key) => !key.startsWith("Observations")));
  expect(checked.unreadable.every(({ reason }) => reason.length > 10)).toBe(true);

  const moved = { ...centre, name: "Casa Rossa", areaCodes: ["comune:1", "nil:2"] };
  await saveAll(table, codecs.centre, [moved], options);
  const { unreadable } = await refresh(table, "EVERYTHING", { now });
  expect(named(unreadable)).toEqual(brokenKeys);
  expect((await verify(table)).drifts).toEqual(ofNothing);
  const { centreLocations, serviceListings } = tableRepositories(table);
  expect(await foundName(table)).toBe("Casa Rossa");
  expect((await serviceListings.byCodes([service.code]))[0]?.areaCodes).toContain("nil:2");
  expect(await centreLocations.byCodes([centre.code, "broken:1", "broken:2"])).toEqual([
    expect.objectContaining({ code: centre.code }),
    null,
    null,
  ]);
});

test("an edit succeeds beside them, and is published", async () => {
  const table = await start();
  await breakThings(table);
  const logs: string[] = [];
  const published = publisher(table, ({ message }) => logs.push(message));
  const editing = createEditing(table, published.follow);
  const author = { by: operator, reason: "Test", requestKey: null, now };
  await editing.update("centre", { code: centre.code, expectedVersion: 1 }, { name: "Casa Blu" }, author);
  await published.settled();
  expect(
    logs
      .map((message) =>
        /^Left out (.*?):/.exec(message.replace(/(broken|nil):/g, "$1="))?.[1]?.replace(/=/g, ":"),
      )
      .sort(),
  ).toEqual(brokenKeys);
  expect(await foundName(table)).toBe("Casa Blu");
  expect((await verify(table)).drifts).toEqual(ofNothing);
});

test("a service with an unreadable record, place or centre affects no other one", async () => {
  const table = await start();
  const other = aService({ code: "s:2", name: { it: "Altro", en: null } });
  await saveAll(table, codecs.service, [other], options);
  await table.put({ ...keys.serviceAtLocationOfService("s:2", "broken"), code: "broken" });
  await table.put({ ...keys.record("ServiceAtLocation", "broken"), record: { serviceCode: "s:2" } });
  const changes = [{ key: keys.record("Service", "s:2") }, { key: keys.record("Service", "s:3") }];
  const { unreadable } = await refresh(table, changes, { now });
  expect(named(unreadable)).toEqual(["ServiceAtLocation#broken RECORD"]);
  const [listing] = await tableRepositories(table).serviceListings.byCodes(["s:2"]);
  expect(listing).toMatchObject({ code: "s:2", locationCodes: [] });
});

test("a rebuild leaves the lists of a record that cannot be read, and removes what no record gives", async () => {
  const table = await start();
  await breakThings(table);
  const entries = ["broken:1", "broken:2"].map((code) => keys.centreInArea("*", "a", code));
  const { left, unreadable } = await repair(table, now);
  expect(left).toEqual([]);
  // The entry that no record gives is gone before anybody reads it.
  expect(named(unreadable)).toEqual(brokenKeys.filter((key) => !key.includes("broken:000005")));
  expect(await Promise.all(entries.map((key) => table.get(key)))).toEqual(
    entries.map(({ pk, sk }) => expect.objectContaining({ pk, sk })),
  );
  expect(await table.get(keys.locationInArea("*", "broken:5"))).toBeNull();
  expect((await verify(table)).drifts).toEqual([]);
});

test("a rebuild of a record that became unreadable keeps its lists until an import writes it again", async () => {
  const table = await start();
  const item = (await table.get(keys.record("Centre", centre.code))) as StoredItem;
  await table.put({ ...item, record: { ...centre, name: "" } });
  const content: Drift = { scope: "content", document: `${item.pk} ${item.sk}`, drift: "DIFFERS" };
  expect((await verify(table)).drifts).toContainEqual(content);
  expect(await repair(table, now)).toMatchObject({ left: [content] });
  const entries = await Promise.all(item.edgeKeys.map((key) => table.get(key)));
  expect(entries.map((entry) => entry?.code)).toEqual(item.edgeKeys.map(() => centre.code));
  expect(await table.get(item)).toMatchObject({ listPk: item.listPk, edgeKeys: item.edgeKeys });

  await saveAll(table, codecs.centre, [centre], options);
  await refresh(table, "EVERYTHING", { now });
  // The false version was replaced, and its place in the history shows it.
  const evidence = expect.stringMatching(/^History#Centre#test:centre#RECORD \S+#000001$/);
  const drifts = [{ scope: "history", document: evidence, drift: "DIFFERS" }];
  expect(await verify(table)).toEqual({ drifts, unreadable: [] });
});
