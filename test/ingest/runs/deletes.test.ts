import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { keys } from "../../../src/storage/records/keys";
import { saveAll } from "../../../src/storage/records/save";
import { importFiles, officeCode, officeFile, officesAt } from "../../support/offices-of";
import {
  centreCells,
  centres,
  featureCollection,
  nil,
  officeCells,
  offices,
} from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

let table: Table;
beforeEach(async () => {
  table = await startTable();
});

const later = "2026-11-23T10:00:00.000Z";
const twenty = Array.from({ length: 20 }, (_, i) => i + 1);
const codesThere = async (): Promise<string[]> =>
  (await tableRepositories(table).centres.byCodes(twenty.map(officeCode))).flatMap((c) => c?.code ?? []);
const listed = async (): Promise<number> =>
  tableRepositories(table)
    .centres.page({}, { first: 1 })
    .then((page) => page.totalCount());

test("a record missing in a complete file is retired with its reason, and leaves its lists", async () => {
  await importFiles(table, officesAt(1, 2, 3));
  const { sources } = await importFiles(table, officesAt(1, 3), { now: later });
  // The centre and what is given there.
  expect(sources[0]).toMatchObject({
    status: "IMPORTED",
    deletes: { missing: 2, deleted: 2, shared: 0, refused: false, message: null },
  });
  expect(await codesThere()).toEqual([officeCode(1), officeCode(3)]);
  expect(await listed()).toBe(2);
  expect(await table.get(keys.record("Centre", officeCode(2)))).toMatchObject({
    action: "RETIRE",
    changedBy: "ds1303",
    origin: "ds1303",
    reason: "No longer in the complete file of ds1303.",
    version: 2,
  });
  const { serviceListings } = tableRepositories(table);
  const [listing] = await serviceListings.byCodes(["ds1303:sspt"]);
  expect(listing?.locationCodes).toEqual(["ds1303:sspt:via-inventata-1", "ds1303:sspt:via-inventata-3"]);
});

test("it returns when the file has it again, with the corrections of an editor", async () => {
  await importFiles(table, officesAt(1, 2));
  await importFiles(table, officesAt(1));
  const { sources } = await importFiles(table, officesAt(1, 2), { now: later });
  expect(sources[0]).toMatchObject({ rows: { new: 1, unchanged: 1 }, deletes: { missing: 0 } });
  expect(await codesThere()).toEqual([officeCode(1), officeCode(2)]);
  expect(await table.get(keys.record("Centre", officeCode(2)))).toMatchObject({
    action: "CREATE",
    version: 3,
  });
});

test("a record that an editor retired stays retired", async () => {
  await importFiles(table, officesAt(1, 2));
  const key = keys.record("Centre", officeCode(2));
  const item = (await table.get(key))!;
  await table.put({ ...item, action: "RETIRE", origin: "editors", record: undefined, version: 2 });
  await importFiles(table, officesAt(1));
  await importFiles(table, officesAt(1, 2));
  expect(await table.get(key)).toMatchObject({ action: "RETIRE", origin: "editors", version: 2 });
});

test("deletions for a file that lacks too much are rejected with its numbers; its records are imported", async () => {
  await importFiles(table, officesAt(...twenty));
  const few = twenty.slice(0, 12);
  const { sources } = await importFiles(table, officesAt(...few, 99), { now: later });
  expect(sources[0]).toMatchObject({
    status: "REFUSED",
    rows: { new: 1 },
    deletes: {
      missing: 16,
      deleted: 0,
      refused: true,
      message: {
        en: "The file no longer holds 16 of the 41 records of before (39 %); at most 10 % are deleted. Nothing was deleted. If that is right: --allow-deletes 0.4.",
      },
    },
  });
  expect(await codesThere()).toHaveLength(20);
  const { importRuns } = tableRepositories(table);
  const { edges } = await importRuns.page({ status: "REFUSED" }, { first: 5 });
  expect(edges.map(({ node }) => [node.code, node.message?.en])).toEqual([
    ["ds1303:2", sources[0]!.deletes.message!.en],
  ]);

  // Nothing is forgotten: the next one with the override deletes them.
  const allowed = await importFiles(table, officesAt(...few, 99), { now: later, allowDeletes: 0.4 });
  expect(allowed.sources[0]).toMatchObject({ status: "IMPORTED", deletes: { missing: 16, deleted: 16 } });
  expect(await codesThere()).toEqual(few.map(officeCode));
});

test("a few records may always be deleted, even if they are a large share", async () => {
  await importFiles(table, officesAt(1, 2, 3));
  const { sources } = await importFiles(table, officesAt(1));
  expect(sources[0]).toMatchObject({ status: "IMPORTED", deletes: { deleted: 4 } });
});

test("a file with an unreadable row deletes nothing", async () => {
  await importFiles(table, officesAt(1, 2));
  const broken = offices(officeCells({ indirizzo: "Via Inventata 1" }), officeCells({ indirizzo: "" }));
  const { sources } = await importFiles(table, { [officeFile]: broken });
  expect(sources[0]).toMatchObject({
    rows: { rejected: 1 },
    deletes: { missing: 2, deleted: 0, refused: false },
  });
  expect(await codesThere()).toHaveLength(2);
  const after = await importFiles(table, officesAt(1));
  expect(after.sources[0]!.deletes.deleted).toBe(2);
});

test("an unreadable file deletes nothing", async () => {
  await importFiles(table, officesAt(1, 2));
  const { sources } = await importFiles(table, { [officeFile]: "nonsense\n" });
  expect(sources[0]).toMatchObject({ status: "FAILED", deletes: { missing: 0, deleted: 0 } });
  expect(await codesThere()).toHaveLength(2);
});

test("a record that another source states too stays, and is reported", async () => {
  await importFiles(table, officesAt(1, 2));
  const [centre] = await tableRepositories(table).centres.byCodes([officeCode(2)]);
  const shared = { ...centre!, sourceCodes: ["ds1303", "press"] };
  await saveAll(table, codecs.centre, [shared], { origin: "press", now: later });
  const { sources } = await importFiles(table, officesAt(1));
  expect(sources[0]!.deletes).toMatchObject({
    missing: 2,
    deleted: 1,
    shared: 1,
    message: { en: "1 records are no longer in the file but another source also states them: they stay." },
  });
  expect(await codesThere()).toHaveLength(2);
});

test("a partial source deletes nothing", async () => {
  const file = "ds3017_case_di_quartiere.csv";
  await importFiles(table, { [file]: centres(centreCells(), centreCells({ id: "2" })) });
  const { sources } = await importFiles(table, { [file]: centres(centreCells()) });
  expect(sources[0]).toMatchObject({ mode: "PARTIAL", deletes: { missing: 0 } });
  expect(await tableRepositories(table).centres.byCodes(["ds3017:2"])).toEqual([
    expect.objectContaining({ code: "ds3017:2" }),
  ]);
});

test("an area missing in the file of boundaries is deleted with its border", async () => {
  const file = "ds964_nil_wm.geojson";
  const some = (...numbers: number[]) => ({ [file]: featureCollection(numbers.map((n) => nil(n))) });
  await importFiles(table, some(1, 2, 3));
  const { sources } = await importFiles(table, some(1, 2));
  expect(sources[0]!.deletes).toMatchObject({ missing: 2, deleted: 2 });
  const { areas } = tableRepositories(table);
  const { latitude, longitude } = (await areas.byCodes(["nil:2"]))[0]!.centroid!;
  expect(await areas.codesAt({ latitude, longitude })).toEqual(["nil:2"]);
  expect(await areas.codesAt({ latitude, longitude: longitude + 0.02 })).toEqual([]);
  expect(await table.get(keys.areaBoundary("nil:3"))).toBeNull();
});
