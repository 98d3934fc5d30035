import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { canonicalText } from "../../../src/domain/kit/canonical-text";
import { loadNewStarter, loadStarter, readStarter } from "../../../src/ingest/starter/load-starter";
import { observationsOf, seriesOf } from "../../../src/ingest/starter/observation-series";
import {
  differencesOf,
  publishableRecords,
  publishedFiles,
  type RecordsByType,
  recordsBeside,
  recordsOfTable,
} from "../../../src/ingest/starter/published-records";
import { starterRecords } from "../../../src/ingest/starter/starter-files";
import { tableRepositories } from "../../../src/storage";
import { anObservation, aSource } from "../../support/builders";
import { startPreparedHub } from "../../support/prepared-hub";
import { testWithSharedData } from "../../support/shared-data";
import { cloneTable, publishedFolder, starterFolder } from "../../support/starter-table";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const now = "2026-11-28T10:00:00.000Z";
const folders = [starterFolder, publishedFolder];

test("series read back as the same observations", () => {
  const note = { it: "Nota.", en: "Note." };
  const given = [
    anObservation({ period: "2011", value: 1 }),
    anObservation({ period: "2012", value: null, status: "MISSING", note }),
    anObservation({ period: "2013", value: null, status: "CONFIDENTIAL", note }),
    anObservation({ period: "2014", value: 50, numerator: 1, denominator: 2, status: "ESTIMATED" }),
    anObservation({ period: "2015", value: 3, coverage: { expected: 2, present: 1 } }),
  ];
  const series = seriesOf(given);
  expect(series).toHaveLength(1);
  expect(observationsOf(JSON.parse(JSON.stringify(series)))).toEqual(given);
});

testWithSharedData("data/published is what an import of the published files gives", async () => {
  const { table } = await startPreparedHub();
  const imported = await publishableRecords(table);
  expect(differencesOf(await starterRecords(folders), imported)).toEqual([]);
  const files = publishedFiles(recordsBeside(imported, await starterRecords([starterFolder])));
  for (const [file, text] of Object.entries(files))
    expect([file, text === (await readFile(path.join(publishedFolder, file), "utf8"))]).toEqual([file, true]);
});

test("it is small, and no number is in it that the hub suppresses", async () => {
  let bytes = 0;
  for (const file of await readdir(publishedFolder))
    bytes += (await readFile(path.join(publishedFolder, file))).length;
  expect(bytes).toBeLessThan(5_000_000);
  const written = await starterRecords([publishedFolder]);
  const only = (records: RecordsByType) => canonicalText([...records.get("observation")!.values()]);
  const loaded = recordsBeside(
    await recordsOfTable(await cloneTable()),
    await starterRecords([starterFolder]),
  );
  // The gate of the hub changes none of them.
  expect(only(loaded).length).toBe(only(written).length);
  expect(differencesOf(written, loaded)).toEqual([]);
});

test("the same files are loaded once, and a change is loaded", async () => {
  const table = await startTable();
  const folder = await folderWith({ "sources.json": JSON.stringify([aSource({ code: "a" })]) });
  expect(await loadNewStarter(table, await readStarter([folder]), now)).toMatchObject({
    "sources.json": { created: 1 },
  });
  table.meter.reset();
  expect(await loadNewStarter(table, await readStarter([folder]), now)).toBeNull();
  expect(table.meter.writeUnits).toBe(0);
  const other = await folderWith({ "sources.json": JSON.stringify([aSource({ code: "a", title: "B" })]) });
  expect(await loadNewStarter(table, await readStarter([other]), now)).toMatchObject({
    "sources.json": { changed: 1 },
  });
});

test("a record of a later folder counts", async () => {
  const first = await folderWith({ "sources.json": JSON.stringify([aSource({ code: "a", title: "A" })]) });
  const second = await folderWith({ "sources.json": JSON.stringify([aSource({ code: "a", title: "B" })]) });
  const table = await startTable();
  expect(await loadStarter(table, [first, second], now)).toMatchObject({ "sources.json": { created: 1 } });
  expect(await tableRepositories(table).sourceRefs.byCodes(["a"])).toMatchObject([{ title: "B" }]);
});
