import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { ingestCommand } from "../../src/entry/ingest.cli";
import type { IngestReport } from "../../src/ingest/report";
import { createRepositories } from "../../src/storage";
import { centreCells, centres, folderWith, syntheticFiles } from "../support/synthetic-city";

let dataDir: string;
let folder: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  folder = await folderWith(syntheticFiles);
});

afterEach(async () => {
  await Promise.all([dataDir, folder].map((made) => rm(made, { recursive: true })));
});

async function run(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await ingestCommand(args, {
    variables: { VICINATO_DATA_DIR: dataDir },
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

test("loads the starter data and the folder into the table of the environment", async () => {
  const json = path.join(dataDir, "report.json");
  const { code, out, err } = await run("--from", folder, "--only", "ds379,ds3017", "--json", json);
  expect(code).toBe(0);
  expect(out).toMatch(/^ds3017 +IMPORTED +PARTIAL +1 +1 /m);
  expect(err).toMatch(/^starter data: [1-9]\d* records written\nds379: reading\n/);
  const report = JSON.parse(await readFile(json, "utf8")) as IngestReport;
  expect(report).toMatchObject({
    now: "2026-11-22T10:00:00.000Z",
    sources: [{ source: "ds379" }, { source: "ds3017" }],
  });

  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  const found = await createRepositories(table).centres.byCodes(["ds3017:1", "ds3017:25"]);
  await close();
  expect(found.map((centre) => centre?.name)).toEqual(["Casa Sintetica", "Boifava"]);
}, 60_000);

test("ends with 1 where something was not taken over", async () => {
  const broken = await folderWith({ "ds3017_case_di_quartiere.csv": centres(centreCells({ id: "x" })) });
  const { code, out } = await run("--from", broken);
  expect(code).toBe(1);
  expect(out).toContain("ERROR NOT_A_CODE at line 2, id");
  await rm(broken, { recursive: true });
});

test.each([
  [
    ["--from", "/nowhere"],
    /^.*There is no folder \/nowhere\. Give the folder that holds the downloaded files\.\n$/s,
  ],
  [[], /required option '--from <folder>'/],
  [["--from", ".", "--wrong"], /unknown option '--wrong'/],
  [["--from", __dirname], /holds none of the known files\. Known files: boundaries\/ds379/],
  [["--from", __dirname, "--only", "ds1"], /There is no source "ds1"\. Known sources: ds379, /],
  [["--from", __dirname, "--only", ""], /There is no source ""\./],
  [
    ["--from", ".", "--json", "/nowhere/report.json"],
    /The report cannot be written to \/nowhere\/report\.json \(ENOENT\)/,
  ],
])("ends with 2 and one clear sentence for %j", async (args, message) => {
  const { code, out, err } = await run(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(message);
});

test("ends with 2 for an environment that is not usable", async () => {
  const errors: string[] = [];
  const code = await ingestCommand(["--from", folder], {
    variables: { PORT: "many" },
    out: () => undefined,
    err: (text) => errors.push(text),
    now: () => new Date(),
  });
  expect(code).toBe(2);
  expect(errors.join("")).toContain("The environment is not usable: PORT must be a whole number");
});

test("shows its help and ends with 0", async () => {
  const { code, out } = await run("--help");
  expect(code).toBe(0);
  expect(out).toContain("--from <folder>");
});
