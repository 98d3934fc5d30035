import { rm } from "node:fs/promises";
import { formatReport } from "../../../src/ingest/report/format-report";
import { exitCode } from "../../../src/ingest/report/report";
import { runIngest } from "../../../src/ingest/run/run";
import { findMappings } from "../../../src/ingest/sources/find-mappings";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea } from "../../support/builders";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const terms = (code: string, name: string): string =>
  `terms:\n  - { code: "${code}", name: { it: ${name} } }\n`;

const mapping = (code: string, kind: string, more = ""): string => `source:
  code: ${code}
  title: Dati di prova
  publisher: Comune di prova
  licence: NOT_STATED
  rights: { it: Dati di prova }
  modified: 2026
file: { path: ${code}.csv, format: csv, delimiter: ";", mode: FULL }
key: { column: id }
${more}records:
  - type: centre
    name: { column: nome }
    kinds: [{ term: { constant: "${kind}" } }]
`;
const rows = "id;nome\n1;A\n2;B\n";

async function found(files: Readonly<Record<string, string>>) {
  const folder = await folderWith(files);
  try {
    const { sources, faulty } = await findMappings(folder);
    return { sources: sources.map(({ ref }) => ref.code), faults: faulty.map(({ error }) => error.message) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a mapping file uses a term that a source of the hub defines, and cannot define it again", async () => {
  const library = "centre-kind:LIBRARY";
  expect(await found({ "a.mapping.yaml": mapping("a", library) })).toEqual({ sources: ["a"], faults: [] });
  const { sources, faults } = await found({
    "a.mapping.yaml": mapping("a", library, terms(library, "Sale lettura")),
    "b.mapping.yaml": mapping("b", library),
  });
  expect(sources).toEqual(["b"]);
  expect(faults).toEqual([
    expect.stringContaining("terms[0].code is centre-kind:LIBRARY, which the hub has already."),
  ]);
});

test("a mapping file is like another one: its rows become the same records, and its indicators stay those of the other", async () => {
  const head = (code: string) => mapping(code, "x").split("key:")[0]!;
  const model = `${head("model")}records:
  - type: observation
    area: { constant: "nil:1" }
    level: NEIGHBOURHOOD
    period: { column: anno, format: YYYY }
    values: [{ indicator: { constant: visits }, value: { column: visite } }]
indicators:
  - { code: visits, name: { it: Visite }, definition: { it: Visite }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: NEIGHBOURHOOD }
`;
  const folder = await folderWith({
    "a.mapping.yaml": `${head("later")}like: model\n`,
    "b.mapping.yaml": model,
    "model.csv": "anno;visite\n2023;10\n",
    "later.csv": "anno;visite\n2024;11\n",
  });
  const table = await startTable();
  await saveAll(table, codecs.area, [aCity(), anArea({ code: "nil:1" })], {
    origin: "test",
    now: "2026-11-28T10:00:00Z",
  });
  const report = await runIngest({ table, folder, now: "2026-11-28T10:00:00.000Z" });
  expect(report.sources.flatMap(({ source, rows }) => (rows.read > 0 ? [[source, rows.new]] : []))).toEqual([
    ["model", 1],
    ["later", 1],
  ]);
  const { observations, indicators } = tableRepositories(table);
  const read = await observations.byKeys(
    ["2023", "2024"].map((period) => ({ indicatorCode: "visits", areaCode: "nil:1", period })),
  );
  expect(read.map((each) => [each?.value, each?.sourceCodes])).toEqual([
    [10, ["model"]],
    [11, ["later"]],
  ]);
  expect((await indicators.byCodes(["visits"])).map((each) => each?.sourceCodes)).toEqual([["model"]]);
  await rm(folder, { recursive: true });
});

test("beside like nothing is ignored: what belongs to the other file is a fault", async () => {
  const { faults } = await found({
    "a.mapping.yaml": `${mapping("a", "x").split("key:")[0]}like: b\nneeds: [c]\n`,
  });
  expect(faults).toEqual([
    expect.stringContaining("needs belongs to the mapping file that this one is like"),
  ]);
});

test("a mapping file that is like none beside it is faulty, with what to do", async () => {
  const { faults } = await found({ "a.mapping.yaml": `${mapping("a", "x").split("key:")[0]}like: nobody\n` });
  expect(faults).toEqual([
    expect.stringContaining("like is nobody, which no mapping file beside this one describes"),
  ]);
});

test("a mapping file uses a term that another one defines, before or after it", async () => {
  const kind = "centre-kind:PLAYGROUND";
  const definer = mapping("definer", kind, terms(kind, "Area giochi"));
  for (const user of ["a-user", "z-user"])
    expect(
      await found({ "definer.mapping.yaml": definer, [`${user}.mapping.yaml`]: mapping(user, kind) }),
    ).toEqual({ sources: ["definer", user].sort(), faults: [] });
});

test("of two mapping files that define one term neither renames it, and a file that uses it names the reason", async () => {
  const kind = "centre-kind:PLAYGROUND";
  const { sources, faults } = await found({
    "a.mapping.yaml": mapping("a", kind, terms(kind, "Area giochi")),
    "b.mapping.yaml": mapping("b", kind, terms(kind, "Parco giochi")),
    "c.mapping.yaml": mapping("c", kind),
    "d.mapping.yaml": mapping("d", "centre-kind:LIBRARY"),
  });
  expect(sources).toEqual(["d"]);
  expect(faults).toEqual([
    expect.stringContaining("terms[0].code is centre-kind:PLAYGROUND, which b.mapping.yaml defines too."),
    expect.stringContaining("terms[0].code is centre-kind:PLAYGROUND, which a.mapping.yaml defines too."),
    expect.stringContaining("names the term centre-kind:PLAYGROUND, which does not exist."),
  ]);
});

test.each([
  ["no YAML", "source: [", "is no YAML"],
  ["empty", "", "the file"],
  ["a list", "- 1", "the file"],
  [
    "a null left by init",
    mapping("x", "centre-kind:LIBRARY").replace("NOT_STATED", "null"),
    "is still empty",
  ],
  ["an unknown term", mapping("x", "centre-kind:NOWHERE"), "which does not exist"],
  ["a code of the hub", mapping("ds41", "centre-kind:LIBRARY"), "which is a source of the hub already"],
])(
  "a mapping file that is %s does not stop the others: it is reported and the exit code is 1",
  async (_what, faulty, fault) => {
    const folder = await folderWith({
      "a.mapping.yaml": faulty,
      "b.mapping.yaml": mapping("b", "centre-kind:LIBRARY"),
      "b.csv": rows,
    });
    const table = await startTable();
    const request = { table, folder, now: "2026-11-22T10:00:00.000Z" };
    const report = await runIngest(request);
    expect(exitCode(report)).toBe(1);
    expect(formatReport(report)).toContain("a.mapping.yaml");
    const [b, a] = report.sources.filter(({ status }) => ["FAILED", "IMPORTED"].includes(status));
    expect(b).toMatchObject({ source: "b", status: "IMPORTED", rows: { new: 2 } });
    expect(a).toMatchObject({ source: "a.mapping.yaml", status: "FAILED", rows: { read: 0 } });
    expect(a!.problems.map(({ rule, message }) => [rule, message])).toEqual([
      ["SOURCE_UNREADABLE", expect.stringContaining(fault)],
    ]);
    // Nothing of the sound source is taken for missing, and a request for it alone is clean.
    expect(exitCode(await runIngest({ ...request, only: ["b"] }))).toBe(0);
    expect(await tableRepositories(table).centres.byCodes(["b:1"])).toMatchObject([{ name: "A" }]);
    await rm(folder, { recursive: true });
  },
);
