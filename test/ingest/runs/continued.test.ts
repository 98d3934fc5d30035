import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import { folderWith } from "../../support/synthetic-city";
import { stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T10:00:00.000Z";
const file = "mef_redditi_contribuenti_milano.csv";
const pensions = (year: number): string[] => [
  `Reddito da pensione (euro);${year};${1000 + year}`,
  `Contribuenti con reddito da pensione;${year};2`,
];
/** Known rows without records, so that the file is longer than a batch. */
const others = Array.from({ length: 1500 }, (_, i) => `Reddito da fabbricati (euro);${2000 + (i % 20)};7`);
const contentOf = (years: readonly number[]): string =>
  ["indicatore;anno;valore", ...pensions(years[0]!), ...others, ...pensions(years[1]!), ""].join("\n");
const folder = folderWith({ [file]: contentOf([2022, 2023]) });

/** An import that is stopped after its first batch. */
async function stopped() {
  const table = await startTable();
  const controller = new AbortController();
  const run = runIngest({
    table,
    folder: await folder,
    now,
    signal: controller.signal,
    onBatch: () => controller.abort(),
  });
  await expect(run).rejects.toThrow(/abort/i);
  return table;
}

const lastRun = async (table: Awaited<ReturnType<typeof startTable>>) =>
  (await tableRepositories(table).importRuns.lastOf(["mef-income"]))[0]!.lastRun!;

test("a run stopped by a signal is shown with its progress, and the next import continues there", async () => {
  const table = await stopped();
  const run = await lastRun(table);
  expect(run).toMatchObject({ status: "INTERRUPTED", checkpoint: { rows: expect.any(Number) } });
  expect(run.checkpoint!.rows).toBeLessThan(1504);
  const { sources } = await runIngest({ table, folder: await folder, now });
  const alone = await startTable();
  const { sources: undisturbed } = await runIngest({ table: alone, folder: await folder, now });
  expect(await stateOf(table)).toEqual(await stateOf(alone));
  const counts = (list: typeof sources) =>
    list.filter(({ source }) => source === "mef-income").map(({ rows, records }) => ({ rows, records }));
  // What the first part created is counted as such: it is one import in two parts.
  expect(counts(sources)).toEqual(counts(undisturbed));
  expect(await lastRun(table)).toMatchObject({ status: "COMPLETED", checkpoint: null });
});

test("a different file with the same name is read from its beginning", async () => {
  const table = await stopped();
  const changed = await folderWith({ [file]: contentOf([2021, 2023]) });
  await runIngest({ table, folder: changed, now });
  const found = await tableRepositories(table).observations.ofArea("comune:015146");
  expect(found.map(({ period }) => period)).toContain("2021");
});
