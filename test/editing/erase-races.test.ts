import { rm } from "node:fs/promises";
import { operator } from "../../src/domain/identity/caller";
import type { ErasureReport } from "../../src/editing/identity/erase-pass";
import { erasePerson } from "../../src/editing/identity/erase-person";
import { runIngest } from "../../src/ingest/run/run";
import { verify } from "../../src/projections/refresh";
import { type ImportLease, takeLease } from "../../src/storage/imports/import-lease";
import { keys } from "../../src/storage/records/keys";
import type { TestHub } from "../support/hub";
import { askAs, startPartnersHub } from "../support/partners";
import { folderWith } from "../support/synthetic-city";
import { everyItem } from "../support/table-state";

/** SYNTHETIC. */
const name = "Zelinda Quaresmini";
const traces = /quaresmini|zelinda/i;
const now = "2026-11-29T10:00:00.000Z";

let hub: TestHub;
beforeEach(async () => {
  hub = await startPartnersHub(() => now);
});

/** Stops the first transaction for a record before it is stored, as in a process that is slow at this moment. */
function slowWrite(pk: string) {
  const transact = hub.table.transact.bind(hub.table);
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    hub.table.transact = async (transaction) => {
      if (transaction.item.pk !== pk) return transact(transaction);
      hub.table.transact = transact;
      resolve();
      await opened;
      return transact(transaction);
    };
  });
  return { open: () => open(), reached };
}

const erase = (wait: (ms: number) => Promise<unknown>): Promise<ErasureReport> =>
  erasePerson(
    hub.table,
    { names: [name], emails: [], phones: [] },
    { by: operator, reason: "Request 7", now, dryRun: false, wait },
  );

/** Items of records and their histories that name her; replaced pages are swept later. */
const naming = async () => {
  const items = await everyItem(hub.table);
  return items.filter(({ pk, ...item }) => !pk.startsWith("Page#") && traces.test(JSON.stringify(item)));
};
const chainsAreValid = async () =>
  expect((await verify(hub.table)).drifts.filter(({ scope }) => scope === "history")).toEqual([]);

test("a change that was checked before the person was known, and is stored after the look at its record, does not stay", async () => {
  const slow = slowWrite("Centre#a:1");
  const query = "mutation ($input: UpdateCentreInput!) { updateCentre(input: $input) { version } }";
  const input = { code: "a:1", expectedVersion: 1, fields: { notes: `Da ${name}` }, reason: "r" };
  const change = askAs<{ updateCentre: { version: number } }>(hub, "editor", query, { input });
  await slow.reached;
  const waits: number[] = [];
  let namedMeanwhile = 0;
  const report = await erase(async (ms) => {
    waits.push(ms);
    slow.open();
    expect((await change).data!.updateCentre.version).toBe(2);
    if (waits.length === 1) namedMeanwhile = (await naming()).length;
  });
  // The first pass did not see it, the second did, and the third found nothing.
  expect(namedMeanwhile).toBeGreaterThan(0);
  expect(waits).toEqual([60_000, 60_000]);
  expect(report).toMatchObject({ records: [{ record: "Centre a:1", versions: 1 }], left: [] });
  expect(await naming()).toEqual([]);
  expect((await hub.ask('{ centre(code: "a:1") { notes } }')).data).toEqual({ centre: { notes: "Da […]" } });
  await chainsAreValid();
});

const mapping = `
source: { code: luoghi, title: Places, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: luoghi.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
records:
  - type: centre
    name: { column: nome }
    position: { longitude: { constant: 9.2 }, latitude: { constant: 45.5 } }
    areas: {}
`;

test("an import that began before the person was known is awaited, and what it stored does not stay", async () => {
  const folder = await folderWith({
    "luoghi.mapping.yaml": mapping,
    "luoghi.csv": `id;nome\n1;Casa ${name}\n`,
  });
  const slow = slowWrite("Centre#luoghi:1");
  const running = runIngest({ table: hub.table, folder, now, only: ["luoghi"] });
  await slow.reached;
  const waits: number[] = [];
  const report = await erase(async (ms) => {
    waits.push(ms);
    // Nothing is stored within the minute: it ends while the erasure waits for its lease.
    if (ms === 60_000) return;
    slow.open();
    await running;
  });
  expect(waits).toEqual([60_000, 500, 60_000]);
  expect(report.records.map(({ record }) => record)).toContain("Centre luoghi:1");
  expect(report.left).toEqual([]);
  expect(await naming()).toEqual([]);
  await chainsAreValid();
  await rm(folder, { recursive: true });
});

test("an import that does not end is reported as left", async () => {
  const lease: ImportLease = await takeLease(hub.table, { holder: "a long import" });
  let waited = 0;
  const { left } = await erase(async (ms) => {
    waited += ms;
  });
  expect(waited).toBe(60_000 + 20 * 60_000);
  expect(left).toEqual([
    {
      what: "An import",
      why: expect.stringMatching(/^It may have begun before: a long import is importing/),
    },
  ]);
  await lease.keep();
  expect(await hub.table.get(keys.importLease(), true)).toMatchObject({ holder: "a long import" });
});
