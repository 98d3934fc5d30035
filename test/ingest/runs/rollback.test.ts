import { rollback } from "../../../src/ingest/run/rollback";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { leaseMs } from "../../../src/storage/imports/import-lease";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { killAfter } from "../../support/kill-after";
import { importFiles, officeCode, officesAt } from "../../support/offices-of";
import {
  centreCells,
  centres,
  populationRow,
  smallPopulation,
  syntheticFiles,
} from "../../support/synthetic-city";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

let table: Table;
beforeEach(async () => {
  table = await startTable();
});

const later = "2026-11-23T10:00:00.000Z";
const takeBack = (run: string) => rollback({ table, run, now: "2026-11-24T10:00:00.000Z" });
const centresFile = "ds3017_case_di_quartiere.csv";

test("a run that created, changed and deleted is rolled back, with lists and projections", async () => {
  await importFiles(table, officesAt(1, 2));
  const before = await stateOf(table);
  const { sources } = await importFiles(table, officesAt(1, 3), { now: later });
  expect(await stateOf(table)).not.toEqual(before);
  const report = await takeBack(sources[0]!.run!);
  expect(report).toMatchObject({ run: "ds1303:3", rollbackOf: "ds1303:2", conflicts: [] });
  expect(await stateOf(table)).toEqual(before);
  const { importRuns } = tableRepositories(table);
  const { edges } = await importRuns.page({ sourceCode: "ds1303" }, { first: 5 });
  expect(edges.map(({ node }) => [node.code, node.status, node.rollbackOf])).toEqual([
    ["ds1303:3", "COMPLETED", "ds1303:2"],
    ["ds1303:2", "ROLLED_BACK", null],
    ["ds1303:1", "COMPLETED", null],
  ]);
  expect((await importRuns.lastOf(["ds1303"]))[0]).toMatchObject({
    lastRun: { code: "ds1303:3" },
    lastSuccessfulRun: { code: "ds1303:1" },
  });
  // The records of the old file count again: importing it finds nothing missing.
  const again = await importFiles(table, officesAt(1, 2));
  expect(again.sources[0]).toMatchObject({ rows: { new: 0, changed: 0 }, deletes: { missing: 0 } });
});

test("observations, boundaries and definitions are rolled back too", async () => {
  const files = { ...syntheticFiles, "ds205_dati_quartieri_2011_2024_.csv": smallPopulation() };
  await importFiles(table, files, { only: ["ds379"] });
  const before = await stateOf(table);
  const { sources } = await importFiles(table, files, { only: ["ds205", "ds964"], now: later });
  for (const { run } of [...sources].reverse()) expect((await takeBack(run!)).conflicts).toEqual([]);
  expect(await stateOf(table)).toEqual(before);
  // And forth again.
  await importFiles(table, files, { only: ["ds205", "ds964"], now: later });
  const twice = await stateOf(table);
  const other = await startTable();
  await importFiles(other, files, { only: ["ds379", "ds205", "ds964"], now: later });
  expect(without(twice, "SourceRef#")).toEqual(without(await stateOf(other), "SourceRef#"));
});

const without = (state: Record<string, unknown>, prefix: string) =>
  Object.fromEntries(Object.entries(state).filter(([key]) => !key.startsWith(prefix)));

test("a changed observation has its former value again, and its history has all three versions", async () => {
  const file = "ds205_dati_quartieri_2011_2024_.csv";
  await importFiles(table, { [file]: smallPopulation() });
  const changed = smallPopulation().replace(
    populationRow({ NIL: "7" }),
    populationRow({ NIL: "7", Morti: "10" }),
  );
  const { sources } = await importFiles(table, { [file]: changed }, { now: later });
  expect(await takeBack(sources[0]!.run!)).toMatchObject({ restored: 7, removed: 0, conflicts: [] });
  const ref = { type: "Observation", code: "deaths@nil:7@2024" } as const;
  const { edges } = await tableRepositories(table).history.versions(ref, { first: 5 });
  expect(
    edges.map(({ node }) => [
      node.changedBy,
      node.origin,
      node.reason,
      (node.record as { value: number }).value,
    ]),
  ).toEqual([
    ["ds205:3", "ds205", "Rollback of ds205:2.", 9],
    ["ds205", "ds205", null, 10],
    ["ds205", "ds205", null, 9],
  ]);
});

test("records changed since then stay, and are reported", async () => {
  // Without activities, which are services of their own.
  const plain = (over = {}) => centreCells({ "Attività disponibili": "", ...over });
  await importFiles(table, { [centresFile]: centres(plain()) });
  const { sources } = await importFiles(
    table,
    { [centresFile]: centres(plain({ Note: "a" }), plain({ id: "2" })) },
    { now: later },
  );
  const [centre] = await tableRepositories(table).centres.byCodes(["ds3017:2"]);
  await saveAll(table, codecs.centre, [{ ...centre!, alert: { it: "Chiuso", en: null } }], {
    origin: "press",
    now: later,
  });
  const report = await takeBack(sources[0]!.run!);
  expect(report).toMatchObject({ restored: 2, removed: 0, conflicts: ["centre ds3017:2"] });
  const [first, second] = await tableRepositories(table).centres.byCodes(["ds3017:1", "ds3017:2"]);
  expect([first!.notes, second!.alert]).toEqual([null, { it: "Chiuso", en: null }]);
});

test("records that a rollback removed return with the next import", async () => {
  const { sources } = await importFiles(table, officesAt(1, 2));
  await takeBack(sources[0]!.run!);
  expect(await tableRepositories(table).centres.byCodes([officeCode(1)])).toEqual([null]);
  const again = await importFiles(table, officesAt(1, 2));
  expect(again.sources[0]!.rows).toMatchObject({ new: 2 });
});

test("only a completed run can be rolled back", async () => {
  const { sources } = await importFiles(table, officesAt(1));
  await expect(takeBack("ds1303:99")).rejects.toMatchObject({ code: "UNKNOWN_CODE" });
  const { run } = await takeBack(sources[0]!.run!);
  await expect(takeBack(sources[0]!.run!)).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: "The import ds1303:1 was already undone.",
  });
  await expect(takeBack(run)).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
});

test("a killed rollback continues when it is requested again", async () => {
  let time = Date.parse(later);
  table = await startTable(() => new Date(time).toISOString());
  await importFiles(table, officesAt(1, 2));
  const before = await stateOf(table);
  const { sources } = await importFiles(table, officesAt(1, 3, 4, 5), { now: later });
  const revive = killAfter(table, 9);
  await expect(takeBack(sources[0]!.run!)).rejects.toThrow("killed");
  revive();
  time += leaseMs;
  expect(await takeBack(sources[0]!.run!)).toMatchObject({ conflicts: [] });
  expect(await stateOf(table)).toEqual(before);
});
