import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import { Table } from "../../../src/storage/engine/table";
import { leaseMs } from "../../../src/storage/imports/import-lease";
import { drill } from "../../support/drill";
import { officesAt } from "../../support/offices-of";
import { centreCells, centres, folderWith, smallPopulation } from "../../support/synthetic-city";
import { copiesOf } from "../../support/table-copies";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const later = "2026-11-23T10:00:00.000Z";
const old = folderWith({
  "ds205_dati_quartieri_2011_2024_.csv": smallPopulation().split("\n").slice(0, 3).join("\n"),
  "ds3017_case_di_quartiere.csv": centres(centreCells({ "Nome Sede": "Vecchia" }), centreCells({ id: "2" })),
  ...officesAt(1, 2, 3),
});
const newer = folderWith({
  "ds205_dati_quartieri_2011_2024_.csv": smallPopulation()
    .split("\n")
    .slice(0, 3)
    .join("\n")
    .replace(";9;", ";8;"),
  "ds3017_case_di_quartiere.csv": centres(
    centreCells({ "Nome Sede": "Nuova", Municipio: "Municipio 4" }),
    centreCells({ id: "2", Note: "nuova" }),
  ),
  ...officesAt(1, 3, 4),
});

test("two imports at once: one waits for the other, with the result of one after the other", async () => {
  const [table, alone] = [await startTable(), await startTable()];
  const folder = await old;
  const both = await Promise.all([
    runIngest({ table, folder, now, waitMs: 600_000 }),
    runIngest({ table, folder, now, waitMs: 600_000 }),
  ]);
  await runIngest({ table: alone, folder, now });
  expect(await stateOf(table)).toEqual(await stateOf(alone));
  const created = both.map(({ sources }) => sources.reduce((sum, { records }) => sum + records.created, 0));
  expect(Math.min(...created)).toBe(0);
});

test("a second import that does not wait is rejected with an error that names it and writes nothing", async () => {
  const table = await startTable();
  const folder = await old;
  const [first, second] = await Promise.allSettled([
    runIngest({ table, folder, now, holder: "the nightly import" }),
    runIngest({ table, folder, now, holder: "somebody else" }),
  ]);
  const refused = [first, second].filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  expect(refused.map(({ reason }) => reason.code)).toEqual(["IMPORT_RUNNING"]);
  expect(refused[0]!.reason.message).toMatch(
    /^(the nightly import|somebody else) is importing; its lease ends at /,
  );
});

const withOld = copiesOf(
  async (table) => {
    await runIngest({ table, folder: await old, now });
    await tableRepositories(table).hub.bumpDataVersion(now);
  },
  () => now,
);

/** The new file is imported by a process that stops at its n-th write until the whole newest file was imported by another. */
async function paused(n: number) {
  let time = Date.parse(now);
  const table = await withOld(() => new Date(time).toISOString());
  const slow = new Table(table.name, table.client, undefined, table.clock);
  let left = n;
  for (const verb of ["put", "transact", "batchWrite"] as const) {
    const write = slow[verb].bind(slow) as (...args: unknown[]) => Promise<void>;
    Object.assign(slow, {
      [verb]: async (...args: unknown[]) => {
        if (left-- === 0) {
          time += leaseMs;
          await runIngest({ table, folder: await newest, now: later });
        }
        return write(...args);
      },
    });
  }
  const error = await runIngest({ table: slow, folder: await newer, now }).catch((e: Error) => e);
  return { table, error };
}

const newest = folderWith({
  "ds205_dati_quartieri_2011_2024_.csv": smallPopulation()
    .split("\n")
    .slice(0, 3)
    .join("\n")
    .replace(";9;", ";7;"),
  "ds3017_case_di_quartiere.csv": centres(
    centreCells({ "Nome Sede": "Nuovissima", Municipio: "Municipio 6" }),
    centreCells({ id: "2", Note: "nuovissima" }),
  ),
  ...officesAt(1, 4, 5),
});

let wanted: Record<string, unknown>;
beforeAll(async () => {
  const alone = await withOld(() => later);
  await runIngest({ table: alone, folder: await newest, now: later });
  wanted = await stateOf(alone);
});

const pauses = [3, 16, 30, 40, 8, 12, 20, 25, 35].slice(0, drill(9, 2).numRuns);

test.each(pauses)(
  "a process paused at its write %i overwrites nothing of the import that replaced it",
  async (n) => {
    const { table, error } = await paused(n);
    expect(error).toMatchObject({ code: "LEASE_LOST" });
    const state = await stateOf(table);
    // It may have left records of its own that the later one does not know of: the next import looks after them.
    expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, state[key]]))).toEqual(wanted);
    await runIngest({ table, folder: await newest, now: later, waitMs: leaseMs });
    expect(await stateOf(table)).toEqual(wanted);
  },
);
