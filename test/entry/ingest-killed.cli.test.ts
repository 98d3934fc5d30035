import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { runIngest } from "../../src/ingest/run/run";
import { verify } from "../../src/projections/refresh";
import { Table } from "../../src/storage/engine/table";
import { leaseMs } from "../../src/storage/imports/import-lease";
import { drill } from "../support/drill";
import { seededRandom } from "../support/seeded-random";
import { starterTable } from "../support/starter-table";
import { folderWith, syntheticFilesInMilan } from "../support/synthetic-city";
import { stateOf } from "../support/table-state";

const command = path.join(__dirname, "../../src/entry/ingest.cli.ts");
const only = ["ds379", "ds3017"];
const now = "2026-11-22T10:00:00.000Z";

// That an import ends so wherever it dies is in ingest/runs/killed.test.ts, where only its writes end.
/** Without the sources: they say when their file was read, here also by the process that was killed. */
const factsOf = async (table: Table) =>
  Object.fromEntries(Object.entries(await stateOf(table)).filter(([key]) => !key.startsWith("SourceRef#")));

const { numRuns, seed } = drill(20, 1);
const random = seededRandom(seed);
/** The first dies as soon as it reads, the others some time later. */
const delays = Array.from({ length: numRuns }, (_, i) => (i === 0 ? 0 : Math.round(random() * 1_500)));

test.each(delays)(
  "an import whose process is killed %i ms after its start is completed by the next one",
  async (delayMs) => {
    const folder = await folderWith(syntheticFilesInMilan);
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
      if (/^ds379: reading$/m.test(progress)) setTimeout(() => child.kill("SIGKILL"), delayMs);
    });
    const signal = await new Promise((resolve) => child.once("close", (_code, by) => resolve(by)));
    // A fast machine may have finished by then.
    if (delayMs === 0) expect(signal).toBe("SIGKILL");
    expect(progress).toContain("starter data");

    const engine = { kind: "embedded", dataDir } as const;
    const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
    const later = new Table(table.name, table.client, undefined, () =>
      new Date(Date.now() + leaseMs).toISOString(),
    );
    const ofRecords = ["content", "indexes", "lists", "places"];
    const { drifts } = await verify(table);
    expect(drifts.filter(({ scope }) => ofRecords.includes(scope))).toEqual([]);
    await runIngest({ table: later, folder, now, only });
    expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
    const undisturbed = await starterTable();
    await runIngest({ table: undisturbed, folder, now, only });
    expect(await factsOf(later)).toEqual(await factsOf(undisturbed));
    await close();
    await Promise.all([dataDir, folder].map((made) => rm(made, { recursive: true })));
  },
);
