import { rm } from "node:fs/promises";
import { formatReport } from "../../../src/ingest/report/format-report";
import { exitCode, type IngestReport } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { sourceCodes } from "../../../src/ingest/sources/own-sources";
import { tableRepositories } from "../../../src/storage";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre } from "../../support/builders";
import {
  centreCells,
  centres,
  featureCollection,
  folderWith,
  middleOf,
  municipio,
  populationRow,
  smallPopulation,
  syntheticFiles,
} from "../../support/synthetic-city";
import { copiesOf } from "../../support/table-copies";
import { startTable } from "../../support/test-table";
import { writtenFacts } from "../../support/written-facts";

const now = "2026-11-22T10:00:00.000Z";
const later = "2026-11-23T10:00:00.000Z";
const folders: string[] = [];

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await folderWith(files);
  folders.push(folder);
  return folder;
}

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const centreFile = "ds3017_case_di_quartiere.csv";
const populationFile = "ds205_dati_quartieri_2011_2024_.csv";

async function ingest(
  files: Readonly<Record<string, string | Uint8Array>>,
  table?: Table,
  only?: readonly string[],
): Promise<IngestReport> {
  const folder = await folderOf(files);
  return runIngest({ table: table ?? (await startTable()), folder, now, ...(only && { only }) });
}

/** After an import of every file of the synthetic city. */
const importedTable = copiesOf((table) => ingest(syntheticFiles, table));

/** What centres and numbers lie in, and both of them: enough where a claim is about one file beside others. */
const districts = "ds379_municipi_label.geojson";
const neighbourhoods = "ds964_nil_wm.geojson";
const fewFiles = Object.fromEntries(
  ([districts, neighbourhoods, populationFile, centreFile] as const).map((file) => [
    file,
    syntheticFiles[file],
  ]),
);

const sourceIn = (report: IngestReport, code: string) => {
  const found = report.sources.find(({ source }) => source === code);
  expect(found).toBeDefined();
  return found!;
};

test("imports every file and reports the result", async () => {
  const report = await ingest(syntheticFiles);
  // Of a source that has no synthetic file nothing is said here.
  const found = report.sources.filter(({ status }) => status !== "NOT_FOUND");
  expect(found.map(({ source, status, mode }) => [source, status, mode])).toEqual([
    ["ds379", "IMPORTED", "FULL"],
    ["ds964", "IMPORTED", "FULL"],
    ["ds205", "IMPORTED", "PARTIAL"],
    ["ds205-profile-2021", "IMPORTED", "PARTIAL"],
    ["ds2811", "IMPORTED", "PARTIAL"],
    ["ds3017", "IMPORTED", "PARTIAL"],
    ["ds41", "IMPORTED", "PARTIAL"],
    ["ds501", "IMPORTED", "PARTIAL"],
    ["istat-demography", "IMPORTED", "PARTIAL"],
    ["mef-income", "IMPORTED", "PARTIAL"],
    ["nil-municipio-overlap", "IMPORTED", "FULL"],
    ["ds1303", "IMPORTED", "FULL"],
    ["mef-income-classes", "IMPORTED", "PARTIAL"],
    ["istat-census-2011", "IMPORTED", "FULL"],
    ["wemi", "IMPORTED", "PARTIAL"],
    ["hsds-samples", "LEFT_OUT", "PARTIAL"],
  ]);
  expect(sourceIn(report, "ds205")).toMatchObject({
    file: populationFile,
    rows: { read: 10, new: 10, changed: 0, unchanged: 0, rejected: 0 },
    records: { created: 10 * 26 + 26 + 1, changed: 0, unchanged: 0, kept: 0 },
  });
  expect(sourceIn(report, "ds379").rows).toMatchObject({ read: 9, new: 9 });
  expect(sourceIn(report, "ds379").records.created).toBe(9 * 2 + 1 + 1);
  expect(exitCode(report)).toBe(0);
});

test("a second run over the same files writes only the run itself, and changes no version", async () => {
  const table = await importedTable();
  const { version } = await tableRepositories(table).hub.dataVersion();
  const [before] = await tableRepositories(table).sourceRefs.byCodes(["ds205"]);
  const written = writtenFacts(table);
  const second = await runIngest({ table, folder: await folderOf(syntheticFiles), now: later });
  expect([...written]).toEqual([]);
  expect(second.dataVersion).toBe(version);
  for (const { rows, records } of second.sources) {
    expect(rows).toMatchObject({ new: 0, changed: 0, rejected: 0, unchanged: rows.read });
    expect(records).toMatchObject({ created: 0, changed: 0 });
  }
  expect(before).toMatchObject({ retrievedAt: now, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(await tableRepositories(table).sourceRefs.byCodes(["ds205"])).toEqual([before]);
});

test("counts changed rows and increases the version", async () => {
  const table = await importedTable();
  const { version } = await tableRepositories(table).hub.dataVersion();
  const changed = smallPopulation().replace(
    populationRow({ NIL: "7" }),
    populationRow({ NIL: "7", Morti: "10" }),
  );
  const report = await ingest({ [populationFile]: changed }, table);
  expect(sourceIn(report, "ds205").rows).toEqual({
    read: 10,
    new: 0,
    changed: 2,
    unchanged: 8,
    rejected: 0,
  });
  // Deaths, natural balance and its rate, of the NIL and of the city; and the source.
  expect(sourceIn(report, "ds205").records).toMatchObject({ created: 0, changed: 7 });
  expect(report.dataVersion).toBe(version + 1);
});

test("skips a missing file", async () => {
  const report = await ingest({ [centreFile]: syntheticFiles[centreFile] });
  expect(sourceIn(report, "ds205")).toMatchObject({ status: "NOT_FOUND", file: null, sha256: null });
  expect(exitCode(report)).toBe(0);
});

test("rejects a folder without any known file, and a missing one", async () => {
  await expect(ingest({ "other.csv": "a" })).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: expect.stringMatching(/contains none of the known files\.$/),
  });
  const table = await startTable();
  await expect(runIngest({ table, folder: "/nowhere/at/all", now })).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: "There is no folder /nowhere/at/all.",
  });
});

test("imports only the requested sources, and names the known ones for an unknown one", async () => {
  const report = await ingest(syntheticFiles, undefined, ["ds3017"]);
  expect(report.sources.map(({ source }) => source)).toEqual(["ds3017"]);
  await expect(ingest(syntheticFiles, undefined, ["ds1"])).rejects.toMatchObject({
    code: "UNKNOWN_CODE",
    message: 'There is no source "ds1".',
    hint: `Known sources: ${sourceCodes.join(", ")}.`,
  });
});

test("finds the areas of a centre by the boundaries imported before it", async () => {
  const table = await importedTable();
  const { centres: repository } = tableRepositories(table);
  const [centre] = await repository.byCodes(["ds3017:1"]);
  expect(centre!.areaCodes).toEqual(["comune:015146", "municipio:5", "nil:5"]);
});

const brokenFiles: readonly [string, Record<string, string | Uint8Array>, string, RegExp][] = [
  [
    "column",
    { [populationFile]: smallPopulation().replace("65 e +", "65+") },
    "ds205",
    /no column "65 e \+"/,
  ],
  [
    "encoding",
    { [centreFile]: Buffer.from(`\uFEFF${syntheticFiles[centreFile]}`, "utf16le") },
    "ds3017",
    /a text in UTF-16/,
  ],
  ["JSON", { "ds964_nil_wm.geojson": '{"type":' }, "ds964", /not JSON at line 1, column 9/],
  ["collection", { "ds964_nil_wm.geojson": "[]" }, "ds964", /not a GeoJSON FeatureCollection/],
];

test.each(brokenFiles)(
  "a file with a wrong %s fails alone and does not affect the others",
  async (_name, files, code, message) => {
    const table = await startTable();
    const report = await ingest({ ...fewFiles, ...files }, table);
    const failed = sourceIn(report, code);
    expect(failed).toMatchObject({ status: "FAILED", rows: { read: 0 }, records: { created: 0 } });
    expect(failed.problems).toEqual([
      {
        source: code,
        line: null,
        column: null,
        value: null,
        rule: "SOURCE_UNREADABLE",
        severity: "ERROR",
        message: expect.stringMatching(message),
        messageIt: expect.stringMatching(/^(?:Il file|Le coordinate) .+\.$/),
        about: null,
        issue: expect.stringMatching(`^${code}:SOURCE_UNREADABLE:[0-9a-f]{16}$`),
      },
    ]);
    expect(report.sources.filter(({ status }) => status === "IMPORTED")).toHaveLength(3);
    expect(exitCode(report)).toBe(1);
    expect(await tableRepositories(table).sourceRefs.byCodes([code])).toEqual([null]);
  },
);

test("a file in Windows-1252, with another separator and other names of columns is read, and each is reported", async () => {
  const sound = await ingest({ [centreFile]: syntheticFiles[centreFile] });
  const text = centres(centreCells({ "Orari di apertura": "Lun 9:00-12:00", Location: "" }))
    .replaceAll(";", "\t")
    .replace("Nome Sede", "NOME_SEDE");
  const table = await startTable();
  const report = await ingest({ [centreFile]: Buffer.from(text, "latin1") }, table);
  const { rows, problems } = sourceIn(report, "ds3017");
  expect(rows).toEqual(sourceIn(sound, "ds3017").rows);
  expect(problems.map(({ rule, line, column, value }) => [rule, line, column, value])).toEqual([
    ["OTHER_ENCODING", 1, null, null],
    ["OTHER_SEPARATOR", 1, null, "\t"],
    ["OTHER_COLUMN_NAME", 1, "Nome Sede", "NOME_SEDE"],
  ]);
  const [centre] = await tableRepositories(table).centres.byCodes(["ds3017:1"]);
  expect(centre).toMatchObject({ name: "Casa Sintetica", activities: "carte" });
  expect(exitCode(report)).toBe(0);
});

const brokenRows: readonly [string, string, string, number, string][] = [
  [
    "bad number",
    populationFile,
    smallPopulation(populationRow({ Anno: "2020", Morti: "x" })),
    0,
    "NOT_A_COUNT",
  ],
  ["unknown NIL", populationFile, smallPopulation(populationRow({ NIL: "99" })), 1, "UNKNOWN_AREA"],
  ["missing cell", populationFile, smallPopulation("2020;Nome;1"), 1, "CELL_COUNT"],
  ["cut", populationFile, `${smallPopulation()}2020;Nome`, 1, "CUT_FILE"],
  [
    "point outside",
    centreFile,
    centres(centreCells(), centreCells({ id: "2", LONG_X_4326: "11.3", LAT_Y_4326: "44.5", Location: "" })),
    0,
    "POINT_OUTSIDE_CITY",
  ],
  [
    "swapped point",
    centreFile,
    centres(centreCells(), centreCells({ id: "2", LONG_X_4326: "45.03", LAT_Y_4326: "9.03", Location: "" })),
    0,
    "POINT_OUTSIDE_CITY",
  ],
  [
    "unclosed ring",
    "ds379_municipi_label.geojson",
    featureCollection([
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => municipio(n)),
      municipio(9, {
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [9, 45],
              [9, 46],
              [10, 46],
              [10, 45],
            ],
          ],
        },
      }),
    ]),
    1,
    "NOT_A_GEOMETRY",
  ],
];

test.each(brokenRows)(
  "a %s is reported, the rest is imported and the run ends with 1",
  async (_name, file, content, rejected, rule) => {
    const report = await ingest({ ...fewFiles, [file]: content });
    const source = report.sources.find((s) => s.file === file)!;
    expect(source.status).toBe("IMPORTED");
    expect(source.problems.filter(({ severity }) => severity === "ERROR").map((p) => p.rule)).toEqual([rule]);
    expect(source.rows.rejected).toBe(rejected);
    expect(source.rows.new).toBe(source.rows.read - rejected);
    expect(exitCode(report)).toBe(1);
  },
);

test("a point outside the declared Municipio is a warning, not a failure", async () => {
  const content = centres(centreCells({ Municipio: "Municipio 4" }));
  const report = await ingest({ ...fewFiles, [centreFile]: content });
  expect(sourceIn(report, "ds3017").problems.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["AREA_MISMATCH", "WARNING"],
  ]);
  expect(exitCode(report)).toBe(0);
});

const earlier = { validFrom: null, validTo: null, assertedOn: "2021", sourceCode: "press" };
const known = aCentre({
  code: "ds3017:1",
  name: "Vecchio nome",
  kindHistory: [{ ...earlier, kindCode: "centre-kind:CAM" }],
  status: "ACTIVE",
  strategyCodes: ["mi-over-net"],
  sourceCodes: ["press"],
});

test("a centre keeps facts from other sources: its earlier kinds, its strategy, its status", async () => {
  const table = await startTable();
  await saveAll(table, codecs.centre, [known], { origin: "starter", now });
  const report = await ingest(syntheticFiles, table);
  expect(sourceIn(report, "ds3017").rows).toMatchObject({ read: 1, new: 1, changed: 0 });
  // The centre was there, and what can be done at it is new.
  const [centre] = await tableRepositories(table).centres.byCodes(["ds3017:1"]);
  expect(centre).toMatchObject({
    name: "Casa Sintetica",
    status: "ACTIVE",
    position: middleOf(5),
    strategyCodes: ["mi-over-net"],
    sourceCodes: ["press", "ds3017"],
  });
  expect(centre!.kindHistory.map(({ kindCode, sourceCode }) => [kindCode, sourceCode])).toEqual([
    ["centre-kind:CAM", "press"],
    ["centre-kind:CASA_DI_QUARTIERE", "ds3017"],
  ]);
});

test("a point outside the city removes neither the known position nor its areas", async () => {
  const table = await importedTable();
  const outside = centres(centreCells({ LONG_X_4326: "11.3", LAT_Y_4326: "44.5", Location: "" }));
  await ingest({ [centreFile]: outside }, table);
  const [centre] = await tableRepositories(table).centres.byCodes(["ds3017:1"]);
  expect(centre).toMatchObject({
    position: middleOf(5),
    areaCodes: ["comune:015146", "municipio:5", "nil:5"],
  });
});

test("the report as text shows the counts and the first twenty problems of a source, most severe first", async () => {
  const bad = Array.from({ length: 25 }, (_, i) => populationRow({ NIL: String(100 + i) }));
  const text = formatReport(await ingest({ ...fewFiles, [populationFile]: smallPopulation(...bad) }));
  expect(text).toMatch(
    /^source +status +mode +rows +new +changed +same +rejected +records +written +deleted\n/,
  );
  expect(text).toMatch(/^ds205 +IMPORTED +PARTIAL +35 +10 +0 +0 +25 /m);
  expect(text).toContain("ds205_dati_quartieri_2011_2024_.csv): 25 errors, 2 notices");
  expect(text.match(/ERROR UNKNOWN_AREA/g)).toHaveLength(20);
  expect(text).toContain(
    '  ERROR UNKNOWN_AREA at line 12, NIL = "100": The cell must contain a whole number from 1 to 88.',
  );
  expect(text).toContain("  and 7 more: use --json for all of them");
});

test("reports its progress", async () => {
  const messages: string[] = [];
  const folder = await folderOf(syntheticFiles);
  await runIngest({
    table: await startTable(),
    folder,
    now,
    only: ["ds379"],
    onProgress: (m) => messages.push(m),
  });
  expect(messages).toEqual([
    "ds379: reading",
    "ds379: IMPORTED, 9 rows, 20 records written",
    "places: 0 centres at 0 locations, 0 proposed",
  ]);
});
