import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { openTable } from "../../src/app/open-table";
import { type IngestContext, ingestCommand } from "../../src/entry/ingest.cli";
import type { IngestReport } from "../../src/ingest/report/report";
import { tableRepositories } from "../../src/storage";
import { takeLease } from "../../src/storage/imports/import-lease";
import { starterEntries } from "../support/starter-table";
import { centreCells, centres, folderWith, syntheticFilesInMilan } from "../support/synthetic-city";
import { writeDataFolder } from "../support/table-copies";

let dataDir: string;
let folder: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  folder = await folderWith(syntheticFilesInMilan);
  await writeDataFolder(await starterEntries(), dataDir);
});

afterEach(async () => {
  await Promise.all([dataDir, folder].map((made) => rm(made, { recursive: true })));
});

/** The table, which holds the starter data otherwise. */
const empty = () => rm(path.join(dataDir, "dynamodb"), { recursive: true });

const run = (...args: string[]) => runWith({}, ...args);

async function runWith(over: Partial<IngestContext>, ...args: string[]) {
  let [out, err] = ["", ""];
  const code = await ingestCommand(args, {
    ...over,
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
  await empty();
  const json = path.join(dataDir, "report.json");
  const { code, out, err } = await run("--from", folder, "--only", "ds379,ds3017", "--json", json);
  expect(code).toBe(0);
  expect(out).toMatch(/^ds3017 +IMPORTED +PARTIAL +1 +1 /m);
  expect(out).toMatch(/^Runs: ds379:1, ds3017:1\nData version: \d+\n$/m);
  expect(err).toMatch(/^starter data: [1-9]\d* records written\nds379: reading\n/);
  const report = JSON.parse(await readFile(json, "utf8")) as IngestReport;
  expect(report).toMatchObject({
    now: "2026-11-22T10:00:00.000Z",
    sources: [{ source: "ds379" }, { source: "ds3017" }],
  });

  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  const found = await tableRepositories(table).centres.byCodes(["ds3017:1", "ds3017:25"]);
  await close();
  expect(found.map((centre) => centre?.name)).toEqual(["Casa Sintetica", "Boifava"]);
});

test("ends with 1 if something was not imported", async () => {
  const broken = await folderWith({ "ds3017_case_di_quartiere.csv": centres(centreCells({ id: "x" })) });
  const { code, out } = await run("--from", broken);
  expect(code).toBe(1);
  expect(out).toContain("ERROR NOT_A_CODE at line 2, id");
  await rm(broken, { recursive: true });
});

test.each([
  [
    ["--from", "/nowhere"],
    /^.*There is no folder \/nowhere\. Give the folder that contains the downloaded files\.\n$/s,
  ],
  [[], /Either --from or --rollback must be given\./],
  [["--from", ".", "--rollback", "ds205:1"], /Either --from or --rollback must be given\./],
  [["--from", ".", "--allow-deletes", "2"], /It must be a number from 0 to 1\./],
  [["--from", ".", "--wait", "soon"], /It must be a whole number of seconds\./],
  [["--rollback", "ds205:1"], /No import has the code "ds205:1"\./],
  [["--from", ".", "--wrong"], /unknown option '--wrong'/],
  [["--from", __dirname], /contains none of the known files\. Known files: boundaries\/ds379/],
  [["--from", __dirname, "--only", "ds1"], /There is no source "ds1"\. Known sources: ds379, /],
  [["--from", __dirname, "--only", ""], /There is no source ""\./],
  [["--from", ".", "--json", "/nowhere/report.json"], /\/nowhere\/report\.json cannot be written \(ENOENT\)/],
])("ends with 2 and one clear sentence for %j", async (args, message) => {
  const { code, out, err } = await run(...args);
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(message);
});

test("ends with 2 for an unusable environment", async () => {
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

const read = async (name: string): Promise<string> => readFile(path.join(dataDir, name), "utf8");

test("a dry run prints the difference, and a rollback leaves none", async () => {
  await empty();
  const json = path.join(dataDir, "report.json");
  const dry = await run("--from", folder, "--only", "ds3017", "--dry-run", "--json", json);
  expect(dry).toMatchObject({ code: 0, err: expect.not.stringContaining("starter") });
  expect(dry.out).toContain("ds3017: 4 to create, 0 to change, 0 to delete\n  + Centre ds3017:1\n");
  expect(dry.out).toMatch(/Dry run: nothing was written\.\n$/);
  expect(JSON.parse(await read("report.json"))).toMatchObject({
    reportVersion: 1,
    dryRun: true,
    sources: [
      {
        run: null,
        diff: [
          { action: "CREATE", type: "Centre", code: "ds3017:1" },
          { type: "Service" },
          { type: "ServiceAtLocation" },
          { type: "SourceRef" },
        ],
      },
    ],
  });

  await run("--from", folder, "--only", "ds3017", "--json", json);
  expect(JSON.parse(await read("report.json"))).toMatchObject({
    dryRun: false,
    sources: [{ run: "ds3017:1", diff: null }],
  });
  const back = await run("--rollback", "ds3017:1", "--json", json);
  expect(back).toMatchObject({
    code: 0,
    out: expect.stringMatching(
      /^ds3017:1 was taken back by ds3017:2: 1 records restored, 5 removed, 0 changed since/,
    ),
  });
  expect(JSON.parse(await read("report.json"))).toMatchObject({
    run: "ds3017:2",
    rollbackOf: "ds3017:1",
    conflicts: [],
  });
});

test("ends with 3 during another import, and reports which and until when", async () => {
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  await takeLease(table, { holder: "the nightly import" });
  await close();
  const { code, err } = await run("--from", folder, "--wait", "0");
  expect(code).toBe(3);
  expect(err).toMatch(/the nightly import is importing; its lease ends at 20\S+Z/);
});

test("ends with 130 on an interruption, shown as such, and the next one can start at once", async () => {
  const controller = new AbortController();
  const signal = controller.signal;
  let [out, err] = ["", ""];
  const code = await ingestCommand(["--from", folder, "--only", "ds379,ds3017"], {
    variables: { VICINATO_DATA_DIR: dataDir },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
      if (text.startsWith("ds379: reading")) controller.abort();
    },
    now: () => new Date("2026-11-22T10:00:00Z"),
    signal,
  });
  expect({ code, out }).toEqual({ code: 130, out: "" });
  expect(err).toMatch(/Interrupted: what was written stays/);
  const { err: next } = await run("--from", folder, "--only", "ds3017", "--wait", "0");
  expect(next).toMatch(/ds3017: IMPORTED/);
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  const { edges } = await tableRepositories(table).importRuns.page({}, { first: 5 });
  await close();
  expect(edges.map(({ node }) => [node.code, node.status]).sort()).toEqual([
    ["ds3017:2", "COMPLETED"],
    ["ds379:1", "INTERRUPTED"],
  ]);
});

test("shows a bar with rows, rate and remaining time on a terminal", async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 120 });
  let shown = "";
  terminal.on("data", (chunk: Buffer) => {
    shown += chunk.toString();
  });
  const { code, err } = await runWith({ terminal }, "--from", folder, "--only", "ds379,ds3017");
  expect(code).toBe(0);
  expect(err).toMatch(/^starter data: \d+ records written\n$/);
  expect(shown).toMatch(/ds379 \[.*\] \d+ % \| \d+ rows \| \d+ rows\/s \| \S+ left/);
  expect(shown).toContain("ds3017: IMPORTED, 1 rows, 6 records written\n");
});
