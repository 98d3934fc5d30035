import fc from "fast-check";
import { runIngest } from "../../../src/ingest/run/run";
import { loadStarter } from "../../../src/ingest/starter/load-starter";
import { verify } from "../../../src/projections/refresh";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { leaseMs } from "../../../src/storage/imports/import-lease";
import { drill } from "../../support/drill";
import { countWrites, killAfter } from "../../support/kill-after";
import { officesAt } from "../../support/offices-of";
import {
  centreCells,
  centres,
  featureCollection,
  folderWith,
  municipio,
  syntheticFiles,
} from "../../support/synthetic-city";
import { copiesOf } from "../../support/table-copies";
import { stateOf } from "../../support/table-state";

/** One district with its border, two centres, three offices, and numbers; then all of them change, and one office goes. */
const before = {
  "ds379_municipi_label.geojson": featureCollection([municipio(1)]),
  "ds3017_case_di_quartiere.csv": centres(centreCells(), centreCells({ id: "2" })),
  ...officesAt(1, 2, 3),
};
const after = {
  "ds379_municipi_label.geojson": featureCollection([municipio(5)]),
  "istat_indicatori_demografici_milano_2002_2025.csv":
    syntheticFiles["istat_indicatori_demografici_milano_2002_2025.csv"],
  "ds3017_case_di_quartiere.csv": centres(
    centreCells({ Note: "nuova", Municipio: "Municipio 4" }),
    centreCells({ id: "3", LONG_X_4326: "x" }),
  ),
  ...officesAt(1, 3, 4),
};

const now = "2026-11-22T10:00:00.000Z";
let time = Date.parse(now);
const clock = (): string => new Date(time).toISOString();
const run = async (table: Table, folder: Promise<string>) => runIngest({ table, folder: await folder, now });

const [first, second] = [folderWith(before), folderWith(after)];
const startAtBase = () => baseTable(clock);
const baseTable = copiesOf((table) => run(table, first), clock);
let expected: Record<string, unknown>;
let writes: number;

beforeAll(async () => {
  const table = await startAtBase();
  writes = await countWrites(table, () => run(table, second));
  expected = await stateOf(table);
});

/** Parts of all writes, the first and the last among them, unlike in every part of the run; the lease is given back after them. */
const within = fc.noBias(fc.integer({ min: 1, max: 999 })).map((thousandths) => thousandths / 1000);
const deaths = [0, ...fc.sample(within, drill(48, 3)), 1];

test.each(deaths)("killed at %d of its writes and run again, an import has the same result", async (at) => {
  const table = await startAtBase();
  const revive = killAfter(table, Math.floor(at * (writes - 2)));
  await expect(run(table, second)).rejects.toThrow("killed");
  revive();
  time += leaseMs;
  await run(table, second);
  expect(await stateOf(table)).toEqual(expected);
  const { importRuns } = tableRepositories(table);
  expect((await importRuns.page({ status: "RUNNING" }, { first: 5 })).edges).toEqual([]);
});

test("a run that was killed is shown as interrupted by the next one", async () => {
  const table = await startAtBase();
  // Half of the writes or more are those of the publication.
  const revive = killAfter(table, Math.floor(writes / 5));
  await expect(run(table, second)).rejects.toThrow("killed");
  revive();
  await expect(run(table, second)).rejects.toMatchObject({ code: "IMPORT_RUNNING" });
  time += leaseMs;
  await run(table, second);
  const { edges } = await tableRepositories(table).importRuns.page({ status: "INTERRUPTED" }, { first: 5 });
  expect(edges).toHaveLength(1);
  expect(edges[0]!.node).toMatchObject({
    endedAt: clock(),
    message: { en: expect.stringMatching(/^Stopped before/) },
  });
});

test.each([0.2, 0.5, 0.9])(
  "after an import that was killed at %d, a start updates the documents",
  async (at) => {
    const table = await startAtBase();
    const { hub } = tableRepositories(table);
    const { version } = await hub.dataVersion();
    const revive = killAfter(table, Math.floor(at * (writes - 2)));
    await expect(run(table, second)).rejects.toThrow("killed");
    revive();
    const nothing = await folderWith({});
    await loadStarter(table, nothing, now);
    expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
    expect((await hub.dataVersion()).version).toBeGreaterThan(version);
    table.meter.reset();
    await loadStarter(table, nothing, now);
    expect(table.meter.writeUnits).toBe(0);
  },
);
