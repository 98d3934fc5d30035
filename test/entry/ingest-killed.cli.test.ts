import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { runIngest } from "../../src/ingest/run/run";
import { Table } from "../../src/storage/engine/table";
import { leaseMs } from "../../src/storage/imports/import-lease";
import { starterTable } from "../support/starter-table";
import { folderWith, syntheticFiles } from "../support/synthetic-city";
import { stateOf } from "../support/table-state";

const command = path.join(__dirname, "../../src/entry/ingest.cli.ts");
const only = ["ds379", "ds3017"];
const now = "2026-11-22T10:00:00.000Z";

// That an import ends so wherever it dies is in ingest/runs/killed.test.ts, where only its writes end.
test("an import with a killed process is completed by the next one", async () => {
  const folder = await folderWith(syntheticFiles);
  const dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", command, "--from", folder, "--only", only.join(",")],
    {
      env: { ...process.env, VICINATO_DATA_DIR: dataDir },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let progress = "";
  child.stderr.on("data", (text: Buffer) => {
    progress += text.toString();
    if (/^ds379: reading$/m.test(progress)) child.kill("SIGKILL");
  });
  const signal = await new Promise((resolve) => child.once("close", (_code, by) => resolve(by)));
  expect([signal, progress]).toEqual(["SIGKILL", expect.stringContaining("starter data")]);

  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  const later = new Table(table.name, table.client, undefined, () =>
    new Date(Date.now() + leaseMs).toISOString(),
  );
  await runIngest({ table: later, folder, now, only });
  const undisturbed = await starterTable();
  await runIngest({ table: undisturbed, folder, now, only });
  expect(await stateOf(later)).toEqual(await stateOf(undisturbed));
  await close();
  await Promise.all([dataDir, folder].map((made) => rm(made, { recursive: true })));
});
