import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { openTable } from "../../../src/app/open-table";
import { beginAsCopy } from "../../../src/storage/engine/data-folder";

const dataFolderModule = path.resolve(__dirname, "../../../src/storage/engine/data-folder.ts");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const packed = () => path.join(folder, "packed");
const dataDir = () => path.join(folder, "data");
const key = { pk: "a", sk: "1" };

const open = (location: string) =>
  openTable({ engine: { kind: "embedded", dataDir: location }, tableName: "vicinato" }, { share: false });

async function writeText(location: string, text: string): Promise<void> {
  const { table, close } = await open(location);
  await table.put({ ...key, text });
  await close();
}

async function textIn(location: string): Promise<unknown> {
  const { table, close } = await open(location);
  const item = await table.get(key);
  await close();
  return item?.text;
}

/** As another start does, in a process of its own. */
const copyInProcess = () =>
  promisify(execFile)(process.execPath, [
    ...["--import", "tsx", "--eval"],
    `require(${JSON.stringify(dataFolderModule)}).beginAsCopy(...${JSON.stringify([packed(), dataDir()])})`,
  ]);

test("a new folder begins with the data of another one, which stays as it is", async () => {
  await writeText(packed(), "packed");
  expect(await beginAsCopy(packed(), dataDir())).toBe(true);
  expect(await textIn(dataDir())).toBe("packed");
  await writeText(dataDir(), "changed");
  expect(await textIn(packed())).toBe("packed");
});

test("a folder with data keeps it", async () => {
  await writeText(packed(), "packed");
  await writeText(dataDir(), "own");
  expect(await beginAsCopy(packed(), dataDir())).toBe(false);
  expect(await textIn(dataDir())).toBe("own");
});

test("without the other folder nothing is copied", async () => {
  expect(await beginAsCopy(packed(), dataDir())).toBe(false);
  expect(await textIn(dataDir())).toBeUndefined();
});

test("of two starts at once both work on the same copy", async () => {
  await writeText(packed(), "packed");
  await Promise.all([copyInProcess(), copyInProcess()]);
  expect(await readdir(dataDir())).toEqual(["dynamodb"]);
  expect(await textIn(dataDir())).toBe("packed");
});

test("what a killed start left is removed, and the copy of a running one is not", async () => {
  await writeText(packed(), "packed");
  // No process has a number so high.
  for (const pid of [4_999_999, process.ppid]) {
    await mkdir(path.join(dataDir(), `dynamodb.copy-${pid}`), { recursive: true });
    await writeFile(path.join(dataDir(), `dynamodb.copy-${pid}`, "000003.log"), "half");
  }
  expect(await beginAsCopy(packed(), dataDir())).toBe(true);
  expect((await readdir(dataDir())).sort()).toEqual(["dynamodb", `dynamodb.copy-${process.ppid}`]);
  expect(await textIn(dataDir())).toBe("packed");
});

test("a folder that cannot be written is an error that names it", async () => {
  await writeText(packed(), "packed");
  await writeFile(dataDir(), "a file");
  await expect(beginAsCopy(packed(), dataDir())).rejects.toMatchObject({
    message: expect.stringContaining(dataDir()),
  });
});
