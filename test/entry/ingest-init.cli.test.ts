import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ingestCommand } from "../../src/entry/ingest.cli";
import { fillBlanks } from "../support/fill-blanks";

/** SYNTHETIC: three benches that nobody ever sat on. */
const benches = "codice;nome;x;y\nA1;Panchina rossa;9.18;45.46\nA2;Panchina blu;9.19;45.47\nA3;Panchina;;\n";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  await writeFile(path.join(folder, "panchine.csv"), benches);
});

afterEach(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await ingestCommand(args, {
    variables: { VICINATO_DATA_DIR: path.join(folder, "data") },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date("2026-11-22T10:00:00Z"),
  });
  return { code, out, err };
}

test("shows the columns, writes the mapping, names the entries for a person, and loads the file", async () => {
  const csv = path.join(folder, "panchine.csv");
  const target = path.join(folder, "panchine.mapping.yaml");
  const first = await run("init", csv);
  expect([first.code, first.err]).toEqual([0, ""]);
  expect(first.out).toBe(
    `${[
      "column  type       filled  distinct  examples",
      "codice  text       100%    3 (key)   A1 | A2 | A3",
      "nome    text       100%    3 (key)   Panchina rossa | Panchina blu | Panchina",
      "x       longitude  66%     2         9.18 | 9.19",
      "y       latitude   66%     2         45.46 | 45.47",
    ].join("\n")}\n\nWrote ${path.relative(process.cwd(), target)}: 5 places are null, for you to fill in.\n`,
  );
  expect(await run("init", csv)).toEqual({
    code: 2,
    out: "",
    err: `${target} already exists: nothing was written. Give --out another file.\n`,
  });
  const blank = await run("--from", folder);
  expect([blank.code, blank.out]).toEqual([2, ""]);
  expect(blank.err.split("\n").map((line) => line.split(". ")[0])).toEqual([
    "The mapping file panchine.mapping.yaml has 4 faults:",
    "  line 6, source.publisher is still empty",
    "  line 7, source.licence is still empty",
    "  line 8, source.rights must have it (Italian), en (English), or both.",
    "  line 23, records[0].kinds[0].term.constant is still empty",
    "Correct the named lines; docs/mapping-files.md explains every word.",
    "",
  ]);
  await writeFile(path.join(folder, "panchine.mapping.json"), fillBlanks(await readFile(target, "utf8"), []));
  await rm(target);
  const loaded = await run("--from", folder, "--only", "panchine");
  expect(loaded.out).toMatch(/^panchine +IMPORTED +PARTIAL +3 +3 +0 +0 +0 /m);
  expect(loaded.code).toBe(0);
});

test.each<[args: string[], message: RegExp]>([
  [["init"], /missing required argument 'file'/],
  [["init", "/nowhere.csv"], /There is no file \/nowhere\.csv\./],
  [["init", __filename, "--out", "/nowhere/x.yaml"], /cannot be written \(ENOENT\)/],
])("ends with 2 and one clear sentence for %j", async (args, message) => {
  const { code, err } = await run(...args);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});
