import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { eraseCommand } from "../../src/entry/erase.cli";
import { refresh } from "../../src/projections/refresh";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { snapshotsOf } from "../../src/storage/snapshots/snapshot-store";
import { aCentre, aSource } from "../support/builders";

let dataDir: string;
let exportsDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-erase-"));
  exportsDir = await mkdtemp(path.join(tmpdir(), "vicinato-exports-"));
  await writeFile(path.join(exportsDir, "latest.json"), "{}");
  const { table, close } = await opened();
  const now = table.clock();
  await saveAll(table, codecs.sourceRef, [aSource()], { origin: "ds1", now });
  await saveAll(table, codecs.centre, [aCentre({ notes: "Zelinda Quaresmini" })], { origin: "ds1", now });
  await refresh(table, "EVERYTHING", { now });
  await close();
});
afterEach(async () => {
  for (const folder of [dataDir, exportsDir]) await rm(folder, { recursive: true });
});

const opened = () =>
  openTable({ engine: { kind: "embedded", dataDir }, tableName: "vicinato" }, { share: false });

async function run(...args: string[]) {
  let [out, err, later] = ["", "", 0];
  const waits: number[] = [];
  const code = await eraseCommand(
    args,
    {
      variables: { VICINATO_DATA_DIR: dataDir, VICINATO_EXPORTS_DIR: exportsDir },
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      now: () => new Date(Date.now() + later),
    },
    // Replaced pages stay for a minute: a test does not wait so long.
    async (ms) => {
      waits.push(ms);
      // The erasure itself asks the table for the time, and the table has the real clock.
      if (ms < 60_000) later += ms;
    },
  );
  return { code, out, err, waits };
}

const centreNow = async () => {
  const { table, close } = await opened();
  const { record } = (await table.get(codecs.centre.key(aCentre()), true))!;
  const root = await snapshotsOf(table).look();
  await close();
  return { record, version: root.version };
};

const named = ["--name", "quaresmini zelinda", "--reason", "Request 7"];

test("without --apply it only shows where a person is named", async () => {
  const before = await centreNow();
  const { code, out, err } = await run(...named);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/^Centre test:1: 1 versions\nNamed in 1 versions of 1 records/);
  expect(await centreNow()).toEqual(before);
  expect(await readdir(exportsDir)).toEqual(["latest.json"]);
});

test("with --apply it erases, publishes, and removes the exports", async () => {
  const { version } = await centreNow();
  const { code, out, err, waits } = await run(...named, "--apply");
  expect(code).toBe(0);
  expect(waits[0]).toBe(60_000);
  expect(waits.slice(1).length).toBeGreaterThanOrEqual(12);
  expect(err).toMatch(/^Waiting until what began before has ended/);
  expect(out).toContain("Erased from 1 versions of 1 records");
  expect(out).toContain("Replaced pages and exported files are removed.");
  expect(await centreNow()).toMatchObject({ record: { notes: "[…]" }, version: version + 1 });
  expect(await readdir(exportsDir)).toEqual([]);
});

test.each([
  [["--name", "Zelinda", "--reason", "x"], "--name has one word"],
  [["--reason", "x"], "Nobody is named."],
  [["--name", "Zelinda Quaresmini", "--reason", "Zelinda Quaresmini"], "The reason names the person"],
  [["--name", "Zelinda Quaresmini"], "required option '--reason <text>'"],
])("%j ends with code 2 and a sentence", async (args, sentence) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(sentence);
});
