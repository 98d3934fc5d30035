import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { ingestCommand } from "../../src/entry/ingest.cli";
import { ended, startCommand } from "../support/running-hub";
import { canMountDisk, smallDisk } from "../support/small-disk";
import { centreCells, centres, folderWith } from "../support/synthetic-city";
import { stateOf } from "../support/table-state";

/** The real command, in a process of its own. */
async function ingestByCommand(from: string, dataDir: string) {
  const { code, err } = await ended(
    startCommand("ingest.cli", ["--from", from], { VICINATO_DATA_DIR: dataDir }),
  );
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

(canMountDisk() ? test : test.skip)(
  "a full disk ends an import with a clear error, and the next one has the same result as without it",
  async () => {
    const disk = await smallDisk(60);
    const [dataDir, roomy] = [path.join(disk.folder, "data"), await newFolder()];
    const from = await folderWith({ "ds3017_case_di_quartiere.csv": centres(centreCells()) });
    const makeRoom = await disk.fill(1_000_000);
    expect(await ingestByCommand(from, dataDir)).toEqual({
      code: 4,
      err: expect.stringMatching(
        /The disk of the store is full\. Free space on the disk .*\nThe store said: .*No space left.*\nWhat was written stays: run the same command again\.\n$/,
      ),
    });
    await makeRoom();
    expect([await ingest(from, dataDir), await ingest(from, roomy)]).toEqual([0, 0]);
    expect(await stateIn(dataDir)).toEqual(await stateIn(roomy));
    await disk.remove();
    for (const folder of [roomy, from]) await rm(folder, { recursive: true });
  },
);

const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), "vicinato-"));
