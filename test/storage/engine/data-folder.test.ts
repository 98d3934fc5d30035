import { mkdir, mkdtemp, readdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../../src/app/open-table";
import { endWith } from "../../../src/entry/end-with";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const open = () =>
  openTable({ engine: { kind: "embedded", dataDir }, tableName: "vicinato" }, { share: false });
const folder = () => path.join(dataDir, "dynamodb");
const key = { pk: "a", sk: "1" };

/** A folder that was opened twice: it has a table file, a log, and names from both times. */
async function usedFolder(): Promise<void> {
  for (const text of ["x".repeat(5_000_000), "last"]) {
    const { table, close } = await open();
    const parts = text.length > 100 ? Array.from({ length: 50 }, (_, i) => i) : [0];
    for (const part of parts)
      await table.put({ pk: "a", sk: String(part), text: text.slice(0, 100_000) + part });
    await table.put(key);
    await close();
  }
}

const contents = async (): Promise<Record<string, string>> => {
  const names = (await readdir(folder())).filter((name) => !/^LOG|LOCK/.test(name));
  const bytes = await Promise.all(names.map((name) => readFile(path.join(folder(), name), "base64")));
  return Object.fromEntries(names.map((name, i) => [name, bytes[i]!]));
};

const kinds: readonly (readonly [string, RegExp, string])[] = [
  ["CURRENT", /^CURRENT$/, "CURRENT is missing"],
  ["the manifest", /^MANIFEST/, "MANIFEST-\\d+ is missing"],
  ["the log with the last writes", /\.log$/, "\\*\\.log is missing"],
  ["CURRENT and the manifest", /^(CURRENT|MANIFEST)/, "CURRENT is missing"],
  ["all but the table files", /^(?!\d+\.ldb)/, "CURRENT is missing"],
  ["all data, but not the files beside it", /^(CURRENT|MANIFEST|\d)/, "CURRENT is missing"],
  ["the table files", /\.ldb$/, "Corruption: \\d+ missing files"],
];

test.each(kinds)(
  "a folder without %s is not taken for a new one, and stays as it is",
  async (_, lost, why) => {
    await usedFolder();
    for (const name of await readdir(folder())) if (lost.test(name)) await unlink(path.join(folder(), name));
    const before = await contents();
    const error = await open().then(
      () => null,
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: "STORE_REFUSED", message: expect.stringMatching(why) });
    let said = "";
    expect(endWith(error, (text) => (said += text))).toBe(4);
    expect(said).toContain("put the last backup in its place");
    expect(said).not.toContain("run the same command again");
    expect(await contents()).toEqual(before);
  },
);

test("an empty CURRENT is reported, and a copy of the file makes the folder usable again", async () => {
  await usedFolder();
  const current = path.join(folder(), "CURRENT");
  const whole = await readFile(current);
  await writeFile(current, "");
  await expect(open()).rejects.toMatchObject({ code: "STORE_REFUSED" });
  await writeFile(current, whole);
  const { table, close } = await open();
  expect(await table.get(key)).toEqual(key);
  await close();
});

test("a folder that was left empty, or while it was created, is a new one", async () => {
  await mkdir(folder());
  for (const name of ["LOCK", "LOG", "MANIFEST-000001"]) {
    await writeFile(path.join(folder(), name), "");
    const { table, close } = await open();
    expect(await table.get(key)).toBeNull();
    await close();
    await rm(folder(), { recursive: true });
    await mkdir(folder());
  }
});
