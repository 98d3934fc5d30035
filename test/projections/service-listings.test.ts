import { saveRecords } from "../../src/ingest/run/save-records";
import { refreshBatch } from "../../src/projections/refresh";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { aCentre, aService, aServiceAtLocation } from "../support/builders";
import { startTable } from "../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const service = (fields = {}): HubRecord => ({ type: "service", record: aService(fields) });
const centre = (fields = {}): HubRecord => ({
  type: "centre",
  record: aCentre({ areaCodes: ["nil:1"], ...fields }),
});
const location = (fields = {}): HubRecord => ({
  type: "serviceAtLocation",
  record: aServiceAtLocation(fields),
});

async function save(table: Table, ...records: HubRecord[]) {
  await saveRecords(table, records, options);
  return refreshBatch(table, records, options);
}

async function codesIn(table: Table, criteria: { areaCode?: string; organizationCode?: string }) {
  const page = await tableRepositories(table).services.page(criteria, { first: 100, after: null });
  return page.edges.map(({ node }) => node.code);
}

test("the same records again write nothing", async () => {
  const table = await startTable();
  expect(await save(table, service(), centre(), location())).toEqual(["CREATED", "CREATED"]);
  table.meter.reset();
  expect(await save(table, service(), centre(), location())).toEqual(["UNCHANGED", "UNCHANGED"]);
  expect(table.meter.writeUnits).toBe(0);
});

test("records without a relation to services are in no list", async () => {
  const table = await startTable();
  expect(await save(table, centre())).toEqual([]);
});

test("the order in which service, place and centre arrive does not matter", async () => {
  const arrivals = [
    [service(), centre(), location()],
    [location(), centre(), service()],
    [centre(), location(), service()],
  ];
  for (const records of arrivals) {
    const table = await startTable();
    for (const record of records) await save(table, record);
    expect(await codesIn(table, { areaCode: "nil:1" })).toEqual(["test:s1"]);
    const { centreServices, serviceListings } = tableRepositories(table);
    expect(await serviceListings.byCodes(["test:s1"])).toMatchObject([{ locationCodes: ["test:s1:1"] }]);
    expect(await centreServices.byCodes(["test:1", "none"])).toEqual([
      { code: "test:1", locationCodes: ["test:s1:1"] },
      null,
    ]);
  }
});

test("a centre that moves takes its services with it", async () => {
  const table = await startTable();
  await save(table, service(), centre(), location());
  await saveRecords(table, [centre({ areaCodes: ["nil:2"] })], options);
  expect(await codesIn(table, { areaCode: "nil:1" })).toEqual(["test:s1"]);
  await refreshBatch(table, [centre()], options);
  expect(await codesIn(table, { areaCode: "nil:1" })).toEqual([]);
  expect(await codesIn(table, { areaCode: "nil:2" })).toEqual(["test:s1"]);
});

test("a service that moves to another organisation leaves the list of the first", async () => {
  const table = await startTable();
  await save(table, service());
  await save(table, service({ organizationCode: "other" }));
  expect(await codesIn(table, { organizationCode: "bureau" })).toEqual([]);
  expect(await codesIn(table, { organizationCode: "other" })).toEqual(["test:s1"]);
  expect(await codesIn(table, {})).toEqual(["test:s1"]);
});

test("a run that was killed before the listings is completed by the next, even without a changed record", async () => {
  const table = await startTable();
  const records = [service(), centre(), location()];
  await saveRecords(table, records, options);
  expect(await codesIn(table, {})).toEqual([]);
  expect(await saveRecords(table, records, options)).toEqual(["UNCHANGED", "UNCHANGED", "UNCHANGED"]);
  await refreshBatch(table, records, options);
  expect(await codesIn(table, { areaCode: "nil:1" })).toEqual(["test:s1"]);
});
