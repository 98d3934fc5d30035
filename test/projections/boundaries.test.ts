import type { Polygon } from "../../src/domain/geo/polygon";
import type { BoundariesDocument } from "../../src/domain/places/boundaries-document";
import { saveRecords } from "../../src/ingest/run/save-records";
import { changeOf } from "../../src/projections/projection";
import { refresh, verify } from "../../src/projections/refresh";
import type { Table } from "../../src/storage/engine/table";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { keys } from "../../src/storage/records/keys";
import { aCity, anArea } from "../support/builders";
import { changedDocuments, fromPublished, publishedDocuments } from "../support/projections";
import { boundary, squares } from "../support/row-of-squares";
import { startTable } from "../support/test-table";

const now = "2026-01-01T00:00:00.000Z";
const scope = `boundaries/${aCity().code}`;

const save = (table: Table, ...records: HubRecord[]) => saveRecords(table, records, { origin: "test", now });

/** @returns how many documents of shapes changed, by scope. */
async function publish(table: Table, changed: "EVERYTHING" | readonly HubRecord[] = "EVERYTHING") {
  const before = await publishedDocuments(table);
  await refresh(table, changed === "EVERYTHING" ? changed : changed.map(changeOf), { now });
  const counts: Record<string, number> = {};
  for (const name of changedDocuments(before, await publishedDocuments(table))) {
    const [of] = name.split(" ") as [string];
    if (of.startsWith("boundaries/")) counts[of] = (counts[of] ?? 0) + 1;
  }
  return Object.entries(counts).map(([of, written]) => ({ scope: of, written }));
}

const published = (table: Table, id: string) =>
  fromPublished(table, ({ documents }) => documents.one<BoundariesDocument>(scope, id));

const cornersOf = async (table: Table, id = "NEIGHBOURHOOD/MAP") =>
  Object.fromEntries(
    Object.entries((await published(table, id)) ?? {}).map(([code, { coordinates }]) => [
      code,
      (coordinates as Polygon)[0]!.length - 1,
    ]),
  );

test("a city has one document for each level and precision, and none without boundaries", async () => {
  const table = await startTable();
  await save(table, ...squares(2));
  expect(await publish(table)).toEqual([]);
  await save(table, boundary(1), boundary(2));
  expect(await publish(table)).toEqual([{ scope, written: 3 }]);
  for (const precision of ["DETAILED", "MAP", "OVERVIEW"])
    expect(Object.keys((await published(table, `NEIGHBOURHOOD/${precision}`))!)).toEqual(["nil:1", "nil:2"]);
  expect(await published(table, "DISTRICT/MAP")).toBeNull();
  table.meter.reset();
  expect(await publish(table)).toEqual([]);
  expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
  expect(table.meter.writeUnits).toBe(0);
});

test("a boundary that is drawn again replaces the former one; the document has the current one only", async () => {
  const table = await startTable();
  await save(table, ...squares(2), boundary(1), boundary(2));
  await publish(table);
  expect(await cornersOf(table)).toEqual({ "nil:1": 4, "nil:2": 4 });
  const drawnAgain = boundary(2, 0.002);
  await save(table, drawnAgain);
  expect((await verify(table)).drifts).not.toEqual([]);
  expect(await publish(table, [drawnAgain])).toEqual([{ scope, written: 3 }]);
  expect(await cornersOf(table)).toEqual({ "nil:1": 4, "nil:2": 5 });
});

test("a change of another city's boundary, or of a record without one, leaves a city as it is", async () => {
  const table = await startTable();
  await save(table, ...squares(2), boundary(1));
  await publish(table);
  const elsewhere = aCity({ code: "comune:2" });
  const other = anArea({ code: "nil:77", cityCode: elsewhere.code });
  await save(table, { type: "area", record: elsewhere }, { type: "area", record: other });
  const far = boundary(77);
  await save(table, far);
  expect(await publish(table, [far])).toEqual([{ scope: "boundaries/comune:2", written: 3 }]);
});

test("an area that moves to another city takes its shape along, and the last one leaves no document", async () => {
  const table = await startTable();
  await save(table, ...squares(1), boundary(1));
  await publish(table);
  const elsewhere = aCity({ code: "comune:2" });
  const moved: HubRecord = { type: "area", record: anArea({ code: "nil:1", cityCode: elsewhere.code }) };
  await save(table, { type: "area", record: elsewhere }, moved);
  expect(await publish(table, [moved])).toEqual([
    { scope, written: 3 },
    { scope: "boundaries/comune:2", written: 3 },
  ]);
  expect(await published(table, "NEIGHBOURHOOD/MAP")).toBeNull();
});

test("a shape that cannot be read is left out by name, and the others are published", async () => {
  const table = await startTable();
  await save(table, ...squares(2), boundary(1), boundary(2));
  const key = keys.areaShape("nil:1", 0);
  await table.put({ ...key, bytes: Buffer.from("no gzip") });
  const { unreadable } = await refresh(table, "EVERYTHING", { now });
  expect(unreadable).toEqual([{ key, reason: expect.stringContaining("header") }]);
  expect(await cornersOf(table)).toEqual({ "nil:2": 4 });
});
