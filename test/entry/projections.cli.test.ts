import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { projectionsCommand } from "../../src/entry/projections.cli";
import { anObservation } from "../support/builders";
import { figuresOf, saveEmptyCity, saveFigures } from "../support/figures";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function run(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await projectionsCommand(args, {
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

async function withTable(work: (table: Parameters<typeof saveFigures>[0]) => Promise<unknown>) {
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: false });
  await work(table);
  await close();
}

test("verify names outdated projections and fails until they are rebuilt", async () => {
  await withTable(async (table) => saveFigures(table, figuresOf(await saveEmptyCity(table, 2))));
  expect(await run("verify")).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^MISSING snapshot Area#comune:1 RECORD\n(MISSING snapshot \S+ \S+\n)+\d+ have drifted/,
    ),
  });
  expect(await run("rebuild")).toEqual({
    code: 0,
    out: [
      "records: 0 repaired",
      "same-as: 0 written",
      "services: 0 written",
      "locations: 0 written",
      "snapshot: 47 written\n",
    ].join("\n"),
    err: "",
  });
  expect(await run("verify")).toEqual({ code: 0, out: "Nothing has drifted.\n", err: "" });
  await withTable((table) =>
    saveFigures(table, [anObservation({ indicatorCode: "share", areaCode: "nil:2", value: 3 })]),
  );
  const json = path.join(dataDir, "report.json");
  expect((await run("verify", "--json", json)).code).toBe(1);
  const { drifts } = JSON.parse(await readFile(json, "utf8")) as { drifts: object[] };
  expect(drifts).toContainEqual({
    scope: "snapshot",
    document: "ObservationsOfArea#nil:2 share#2024",
    drift: "MISSING",
  });
});

test("explains its use, and rejects unknown arguments", async () => {
  expect(await run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("verify") });
  expect(await run("mend")).toMatchObject({ code: 2, err: expect.stringContaining("mend") });
});
