import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { ingestCommand } from "../../src/entry/ingest.cli";
import { centreCells, centres, folderWith } from "../support/synthetic-city";
import { stateOf } from "../support/table-state";

const root = path.resolve(__dirname, "../..");

/**
 * The real command in a process whose files may have so many kilobytes: writing on fails as on a full disk, with "file too
 * large".
 */
async function ingestOnFullDisk(from: string, dataDir: string, kilobytes: number) {
  const command = `ulimit -f ${kilobytes}; exec "$0" --import tsx src/entry/ingest.cli.ts --from "$1"`;
  const child = spawn("bash", ["-c", command, process.execPath, from], {
    cwd: root,
    env: { ...process.env, VICINATO_DATA_DIR: dataDir },
  });
  let err = "";
  child.stderr.on("data", (data) => {
    err += String(data);
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, err };
}

const ingest = (from: string, dataDir: string): Promise<number> =>
  ingestCommand(["--from", from], {
    variables: { VICINATO_DATA_DIR: dataDir },
    out: () => undefined,
    err: () => undefined,
    now: () => new Date("2026-11-22T10:00:00Z"),
  });

async function stateIn(dataDir: string) {
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  const state = await stateOf(table);
  await close();
  return state;
}

test("a full disk ends an import with a clear error, and the next one has the same result as without it", async () => {
  const [dataDir, roomy] = [await newFolder(), await newFolder()];
  const from = await folderWith({ "ds3017_case_di_quartiere.csv": centres(centreCells()) });
  const { code, err } = await ingestOnFullDisk(from, dataDir, 1000);
  expect([code, err]).toEqual([
    4,
    expect.stringMatching(
      /^The disk of the store is full\. Free space on the disk .*\nThe store said: .*[Ff]ile too large\nWhat was written stays: run the same command again\.\n$/,
    ),
  ]);
  expect([await ingest(from, dataDir), await ingest(from, roomy)]).toEqual([0, 0]);
  expect(await stateIn(dataDir)).toEqual(await stateIn(roomy));
  for (const folder of [dataDir, roomy, from]) await rm(folder, { recursive: true });
}, 240_000);

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "vicinato-"));
