import { rm } from "node:fs/promises";
import { HubError } from "../../../src/domain/kit/errors";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { runIngest } from "../../../src/ingest/run/run";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const sound = `source:
  code: synthetic
  title: Dati inventati
  publisher: Comune Sintetico
  licence: CC BY 4.0
  rights: { it: Inventato }
  modified: 2026
file:
  path: dati.csv
  format: csv
  delimiter: ";"
  mode: FULL
key: { column: id }
terms:
  - { code: "centre-kind:SYNTHETIC", name: { it: Inventato } }
records:
  - type: centre
    name: { column: nome }
    kinds:
      - term: { constant: "centre-kind:SYNTHETIC" }
`;

function messageOf(text: string, file = "x.mapping.yaml"): string {
  try {
    parseMapping(file, text, hubWords);
  } catch (error) {
    expect(error).toBeInstanceOf(HubError);
    expect((error as HubError).code).toBe("BAD_USER_INPUT");
    return (error as HubError).message;
  }
  return "no fault";
}

const changed = (from: string, to: string): string => {
  expect(sound).toContain(from);
  return messageOf(sound.replace(from, to));
};

test("finds no problem in a valid mapping", () => {
  expect(messageOf(sound)).toBe("no fault");
});

test.each<[what: string, from: string, to: string, fault: string]>([
  [
    "an unknown key",
    "  mode: FULL",
    "  mode: FULL\n  separator: x",
    "line 13, file.separator is not known here. Known: path, format, delimiter, skipRows, headerRowCount, commentPrefix, encoding, decimalChar, groupChar, missingValues, geometry, crs, unpivot, mode.",
  ],
  [
    "an unknown key of a record",
    "name: { column: nome }",
    "nome: { column: nome }\n    name: { column: nome }",
    "line 18, records[0].nome is not known here. Known: type, when, name, kinds, alternateName, status, statusDate, lastVerified, certainty, alert, activities, transportation, notes, citations, address, position, areas, equipment, accessibility, hours, managerCode, ownerCode, externalIdentifiers.",
  ],
  [
    "a licence left empty",
    "licence: CC BY 4.0",
    "licence: null",
    "line 5, source.licence is still empty. Only a person can know it. The licence that the publisher states, as in CC BY 4.0; NOT_STATED if none is stated.",
  ],
  [
    "no licence",
    "  licence: CC BY 4.0\n",
    "",
    "line 1, source.licence is missing. The licence that the publisher states, as in CC BY 4.0; NOT_STATED if none is stated.",
  ],
  [
    "a kind that does not exist",
    'constant: "centre-kind:SYNTHETIC"',
    'constant: "centre-kind:OTHER"',
    "line 20, records[0].kinds[0].term.constant names the term centre-kind:OTHER, which does not exist. Define it under terms, or use one of: centre-kind:ARCHIVE, ",
  ],
  [
    "a kind in a map that does not exist",
    'constant: "centre-kind:SYNTHETIC"',
    'column: tipo, map: { a: "centre-kind:CAM", b: "centre-kind:OTHER" }',
    "line 20, records[0].kinds[0].term.map.b names the term centre-kind:OTHER, which does not exist.",
  ],
  [
    "a code of a source of the hub",
    "code: synthetic",
    "code: ds205",
    "line 2, source.code is ds205, which is a source of the hub already. Choose another code.",
  ],
  [
    "a term of the hub",
    "centre-kind:SYNTHETIC",
    "centre-kind:CAM",
    "line 15, terms[0].code is centre-kind:CAM, which the hub has already. Use it without defining it, or choose another code.",
  ],
  [
    "a record of no type",
    "type: centre",
    "type: center",
    'line 17, records[0].type is "center". Write one of centre, centreKind, serviceAtLocation, service, observation, area, hint, overlap, organization, membership, strategyStep.',
  ],
  ["a record without a type", "type: centre\n    name", "name", "line 17, records[0].type is missing."],
  [
    "a word that is not of the list",
    "mode: FULL",
    "mode: ALL",
    'line 12, file.mode is "ALL". Write one of FULL, PARTIAL.',
  ],
  [
    "two origins of a value",
    "name: { column: nome }",
    "name: { column: nome, constant: x }",
    "line 18, records[0].name needs exactly one of column, constant, template.",
  ],
  [
    "a path out of the folder",
    "path: dati.csv",
    "path: ../dati.csv",
    "line 9, file.path must stay below the folder of the import: no / in front and no ...",
  ],
  [
    "an absolute path",
    "path: dati.csv",
    "path: [a.csv, /etc/passwd]",
    "line 9, file.path[1] must stay below the folder of the import: no / in front and no ...",
  ],
  [
    "a CSV without a delimiter",
    '  delimiter: ";"\n',
    "",
    "line 8, file.delimiter is missing: a CSV needs the character between its columns.",
  ],
  [
    "no key",
    "key: { column: id }\n",
    "",
    "line 16, records[0] is a centre without a key. Add key: a column that identifies each row.",
  ],
  [
    "a kind without the day of the source",
    "  modified: 2026\n",
    "",
    "line 1, source.modified is still empty. A kind needs the day, month or year in which the source said so.",
  ],
  [
    "a date that does not exist",
    "modified: 2026",
    "modified: 2026-02-30",
    "line 7, source.modified is no date: write YYYY, YYYY-MM or YYYY-MM-DD.",
  ],
  [
    "a wrong organisation",
    "  rights: { it: Inventato }",
    "  rights: { it: Inventato }\n  organizationCode: nobody",
    "line 7, source.organizationCode names the organisation nobody, which does not exist.",
  ],
  [
    "a text for a list",
    'terms:\n  - { code: "centre-kind:SYNTHETIC", name: { it: Inventato } }',
    "terms: none",
    'line 14, terms is "none", which does not fit',
  ],
  [
    "an indicator that cannot be",
    "terms:",
    "indicators:\n  - { code: a, name: { it: A }, definition: { it: A }, family: CONTEXT, unit: x, decimals: 0, polarity: NEUTRAL, aggregation: NONE, finestLevel: CITY, factor: 2 }\nterms:",
    "line 15, indicators[0].numeratorCode cannot be true. numerator, denominator and factor come together or not at all.",
  ],
  [
    "a pattern that could run for hours",
    "name: { column: nome }",
    "name: { column: nome, extract: '((?:a+)+)' }",
    "line 18, records[0].name.extract repeats a group that repeats something itself",
  ],
  [
    "a ratio that is none",
    "terms:",
    "derived: { ratios: [x] }\nterms:",
    "line 14, derived.ratios[0] names the indicator x, which does not exist. Define it under indicators, or name it under uses if the hub has it.",
  ],
  [
    "bounds of a text",
    "name: { column: nome }",
    "name: { column: nome, minimum: 1 }",
    "line 18, records[0].name minimum and maximum need type: integer.",
  ],
  ["no YAML", "key: { column: id }", "key: { column: id", "the file is no YAML: "],
])("names %s, its line and the remedy", (_what, from, to, fault) => {
  expect(changed(from, to)).toContain(fault);
});

test("reports all faults at once, in the order of the lines", () => {
  const message = messageOf(
    sound.replace("FULL", "ALL").replace("CC BY 4.0", "").replace("id }", "id, x: 1 }"),
  );
  expect(message.split("\n").map((line) => /line \d+, [\w.]+/.exec(line)?.[0] ?? line)).toEqual([
    "The mapping file x.mapping.yaml has 3 faults:",
    "line 5, source.licence",
    "line 12, file.mode",
    "line 13, key.x",
  ]);
});

test("reads JSON too, and reports its lines", () => {
  const text = `{\n "source": {\n  "code": "A"\n }\n}`;
  expect(messageOf(text, "x.mapping.json")).toContain(
    "line 3, source.code must be lower-case letters, digits and -",
  );
});

test("rejects a file that would expand when it is read", () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]\n`;
  expect(messageOf(bomb)).toContain("Excessive alias count");
  expect(messageOf(`# ${"x".repeat(600_000)}`)).toContain("has 600002 bytes; at most 524288 are read");
});

async function runWith(files: Readonly<Record<string, string>>, only?: readonly string[]) {
  const folder = await folderWith(files);
  const table = await startTable();
  try {
    return await runIngest({ table, folder, now: "2026-11-22T10:00:00.000Z", ...(only && { only }) });
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("reports a column that is not in the file with the line of the mapping that names it", async () => {
  const report = await runWith({ "dati.csv": "id;name\n1;A\n", "a.mapping.yaml": sound });
  const [{ status, problems }] = report.sources.filter(({ source }) => source === "synthetic") as [
    (typeof report.sources)[number],
  ];
  expect([status, ...problems.map(({ rule, message }) => [rule, message])]).toEqual([
    "FAILED",
    [
      "SOURCE_UNREADABLE",
      'The file has no column "nome". It has: "id", "name". Use the file as it was published: columns separated by ;, names unchanged. The mapping file a.mapping.yaml names "nome" at line 18: correct it, or give the other names as a list.',
    ],
  ]);
});

test("reports a column with several names when none is in the file", async () => {
  const mapping = sound.replace("{ column: nome }", "{ column: [nome, titolo] }");
  const report = await runWith({ "dati.csv": "id;name\n1;A\n", "a.mapping.yaml": mapping });
  expect(report.sources.flatMap(({ problems }) => problems.map(({ message }) => message))).toEqual([
    expect.stringContaining('The file has no column "nome" or "titolo". It has: "id", "name".'),
  ]);
});

test("imports nothing while two mapping files give the same source, and accepts one by its code", async () => {
  const files = { "dati.csv": "id;nome\n1;A\n", "a.mapping.yaml": sound };
  await expect(runWith({ ...files, "b.mapping.yaml": sound })).rejects.toThrow(
    "The mapping file a.mapping.yaml has 2 faults:\n  line 2, source.code is synthetic, which b.mapping.yaml defines too.",
  );
  const { sources } = await runWith(files, ["synthetic"]);
  expect(sources.map(({ source, status, rows }) => [source, status, rows.new])).toEqual([
    ["synthetic", "IMPORTED", 1],
  ]);
  await expect(runWith(files, ["other"])).rejects.toThrow('There is no source "other".');
});
