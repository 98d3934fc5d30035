import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { write } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { checkRepeatedCells } from "../../../src/ingest/formats/repeated-cells";
import { firstSheet } from "../../../src/ingest/formats/spreadsheet";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, aSource } from "../../support/builders";
import { sharedData } from "../../support/shared-data";
import { folderWith } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const now = "2026-11-28T10:00:00.000Z";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const source = (file: string): string => `
source: { code: t, title: T, publisher: P, licence: NOT_STATED, rights: { it: R }, modified: 2026, synthetic: true }
file: { path: t.csv, format: csv, delimiter: ";", mode: PARTIAL${file} }
`;
const figures = (columns: readonly string[], when = ""): string => `
indicators:
${columns.map((_, i) => `  - { code: t_${i}, name: { it: V }, definition: { it: V }, family: CONTEXT, unit: persons, decimals: 0, polarity: NEUTRAL, aggregation: SUM, finestLevel: NEIGHBOURHOOD }`).join("\n")}
records:
  - type: observation
${when}    area: { template: "nil:{NIL}", type: integer }
    level: NEIGHBOURHOOD
    period: { constant: "2024" }
    values:
${columns.map((column, i) => `      - { indicator: { constant: t_${i} }, value: { column: "${column}" } }`).join("\n")}
`;
const places = `
key: { column: Nome, slug: true }
terms: { taxonomy: [] }
records:
  - { type: centre, name: { column: Nome }, kinds: [] }
`.replace("terms: { taxonomy: [] }\n", "");

/** Imports a table by a mapping; the values of the indicators by area, and what was reported. */
async function imported(text: string | Buffer, mapping: string) {
  const table = await startTable();
  const options = { origin: "test", now };
  await saveAll(table, codecs.sourceRef, [aSource()], options);
  await saveAll(
    table,
    codecs.area,
    [aCity(), ...[1, 2, 3].map((n) => anArea({ code: `nil:${n}` }))],
    options,
  );
  const folder = await folderWith({ "t.mapping.yaml": mapping });
  folders.push(folder);
  await writeFile(path.join(folder, "t.csv"), text);
  const { sources } = await runIngest({
    table,
    folder,
    now,
    only: ["t"],
    mappings: [path.join(folder, "t.mapping.yaml")],
  });
  const report = sources.find(({ source }) => source === "t")!;
  const { observations, centres } = tableRepositories(table);
  const values = await Promise.all([1, 2, 3].map((n) => observations.ofArea(`nil:${n}`)));
  const first = (await centres.page({}, { first: 100, after: null })).edges.map(({ node }) => node.name);
  return {
    report,
    centres: first,
    values: values.map((of) => of.map(({ value }) => value)),
    problems: report.problems.map(({ rule, line }) => [rule, line]),
  };
}

const titled = "Residenti per NIL;;\nFonte: anagrafe;;\n\nNIL;Totale;Stranieri\n1;10;3\n2;20;4\n";

test("a table below titles is read from its header on (tidyverse/readr #88: a report line before the names)", async () => {
  const { values, report } = await imported(
    titled,
    source(", skipRows: 3") + figures(["Totale", "Stranieri"]),
  );
  expect(values).toEqual([[10, 3], [20, 4], []]);
  expect(report).toMatchObject({ status: "IMPORTED", rows: { read: 2, rejected: 0 } });
});

test("without it the import reads nothing, and says on which line the names are and what to write", async () => {
  const { values, report } = await imported(titled, source("") + figures(["Totale", "Stranieri"]));
  expect(values).toEqual([[], [], []]);
  expect(report.status).toBe("FAILED");
  const [{ message }] = report.problems as unknown as [{ message: { en: string } }];
  expect(JSON.stringify(message)).toContain("line 4");
  expect(JSON.stringify(report.problems)).toContain("skipRows: 3");
});

test("two lines of names are one (ToucanToco/fastexcel #166; docling #3164: a band of years over the names)", async () => {
  const text = "NIL;2023;;2024;\n;Uomini;Donne;Uomini;Donne\n1;4;5;6;7\n2;8;9;10;11\n";
  const columns = ["2023 / Uomini", "2023 / Donne", "2024 / Uomini", "2024 / Donne"];
  const { values } = await imported(text, source(", headerRowCount: 2") + figures(columns));
  expect(values).toEqual([[4, 5, 6, 7], [8, 9, 10, 11], []]);
});

test("a row of sums is no area and no place (miraisolutions/xlconnect #29), left out or named in the report", async () => {
  const text = "NIL;v\n1;10\n2;20\nTotale;30\n";
  const said = await imported(text, source("") + figures(["v"]));
  expect(said.values).toEqual([[10], [20], []]);
  expect(said.report.rows).toMatchObject({ read: 3, rejected: 1 });
  const stated = await imported(
    text,
    source("") + figures(["v"], "    when: { column: NIL, isNot: [Totale] }\n"),
  );
  expect(stated.report).toMatchObject({ leftOut: { CONDITION: 1 }, problems: [] });

  const named = await imported("Nome;n\nCasa A;1\nCasa B;2\nGrand Total: 6,634;3\n", source("") + places);
  expect(named.centres).toEqual(["Casa A", "Casa B"]);
  expect(named.problems).toEqual([["NOT_A_RECORD", 4]]);
});

test("notes at the end are rows that cannot be read, each with its line (frictionlessdata/datapackage #813)", async () => {
  const text = 'NIL;v\n1;10\n2;20\n\n"Fonte: anagrafe; elaborazione del Comune"\n(1) dato provvisorio\n';
  const { values, problems } = await imported(text, source("") + figures(["v"]));
  expect(values).toEqual([[10], [20], []]);
  expect(problems).toEqual([
    ["CELL_COUNT", 5],
    ["CELL_COUNT", 6],
  ]);
});

test("characters that nobody sees are not stored (wireservice/csvkit #927, OpenRefine #653: NUL; CVE-2021-42574: direction)", async () => {
  const text = "Nome;n\nCasa\0 A;1\n\u202eB asaC\u202c;2\nCasa C;3\n";
  const { centres, problems } = await imported(text, source("") + places);
  expect([...centres].sort()).toEqual(["B asaC", "Casa A", "Casa C"]);
  expect(problems).toEqual([
    ["HIDDEN_CHARACTERS", 2],
    ["HIDDEN_CHARACTERS", 3],
  ]);
});

const proposed = async (name: string, content: string | Buffer): Promise<string> => {
  const folder = await folderWith({});
  folders.push(folder);
  const file = path.join(folder, name);
  await writeFile(file, content);
  return (await initMapping(file)).mapping;
};

test("init finds the names below titles, two lines of names and the row of sums, in CSV and in a workbook", async () => {
  const rows = [
    ["Residenti per NIL"],
    ["aggiornato al 2024"],
    [],
    ["NIL", "2023", "", "2024", ""],
    ["", "Uomini", "Donne", "Uomini", "Donne"],
    ["1", 41, 52, 61, 72],
    ["2", 83, 94, 105, 116],
    ["3", 84, 95, 106, 117],
    ["Totale", 208, 241, 272, 305],
  ];
  const csv = rows.map((row) => row.join(";")).join("\n");
  const cells = rows.map((row) =>
    row.map((v) => (v === "" ? undefined : { t: typeof v === "number" ? "n" : "s", v })),
  );
  const sheet = { "!ref": "A1:E9", "!data": cells };
  const book = write(
    { SheetNames: ["Foglio"], Sheets: { Foglio: sheet as never } },
    { type: "buffer", bookType: "xlsx" },
  );
  for (const mapping of [
    await proposed("residenti.csv", `${csv}\n`),
    await proposed("residenti.xlsx", book),
  ]) {
    // A blank line before the names is skipped anyway.
    expect(mapping).toContain("skipRows: 2");
    expect(mapping).toContain("headerRowCount: 2");
    expect(mapping).toContain('when: { column: "NIL", isNot: ["Totale"] }');
    expect(mapping).toContain('"2024 / Donne"');
  }
});

test("init recognises HSDS: a folder of tables, a record, a page of a list; and takes no list of places for it", async () => {
  const examples = sharedData("hsds/3.0/examples");
  if (examples !== null) {
    for (const [name, format] of [
      ["csv", "hsds-csv"],
      ["organization_full.json", "hsds-json"],
      ["service_list.json", "hsds-json"],
    ] as const) {
      const { table, mapping } = await initMapping(path.join(examples, name));
      expect([name, table]).toEqual([name, expect.stringContaining("HSDS")]);
      expect(mapping).toContain(`format: ${format}`);
    }
  }
  const mine = await proposed(
    "lista.json",
    JSON.stringify({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { id: 1, name: "A" },
          geometry: { type: "Point", coordinates: [9.1, 45.4] },
        },
      ],
    }),
  );
  expect(mine).toContain("format: geojson");
});

test("cells that an OpenDocument repeats a million times are refused before they are unrolled (case 25)", () => {
  const content = (rows: number, columns: number) =>
    `<office:document-content><table:table><table:table-row table:number-rows-repeated="${rows}"><table:table-cell office:value-type="string" table:number-columns-repeated="${columns}"><text:p>x</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:document-content>`;
  const ods = (text: string): Buffer =>
    Buffer.from(
      zipSync({
        mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
        "content.xml": strToU8(text),
      }),
    );
  expect(() => firstSheet(ods(content(1_048_576, 16_384)))).toThrow(/repeat cells to more than 2,000,000/);
  expect(() => checkRepeatedCells(content(1_000, 2_000))).not.toThrow();
});

test("a category that is called total stays: it is no row of sums", async () => {
  const rows = ["1", "2", "3"].flatMap((nil) =>
    ["maschi", "femmine", "totale"].map((sex, i) => `${nil};${sex};${i}1`),
  );
  const mapping = await proposed("sesso.csv", `NIL;Sesso;Residenti\n${rows.join("\n")}\n`);
  expect(mapping).not.toContain("isNot");
  expect(mapping).not.toContain("skipRows");
});

test.each([
  ["Fonte: anagrafe", "NOT_A_RECORD"],
  ["(1) dato provvisorio", "NOT_A_RECORD"],
  ["* stima", "NOT_A_RECORD"],
  ["Totale Milano", "NOT_A_RECORD"],
  ["Milano - Totale", "NOT_A_RECORD"],
  ["Totale città di Milano", "NOT_A_RECORD"],
  ["Subtotale", "NOT_A_RECORD"],
  ["Sub-totale Municipio 1", "NOT_A_RECORD"],
  ["Complessivo", "NOT_A_RECORD"],
  ["Totale*", "NOT_A_RECORD"],
  ["Media", "NOT_A_RECORD"],
])("a row as wide as the table that is a note or a sum is no place: %s", async (words, rule) => {
  const n = /^[(F*]/.test(words) ? "" : "3";
  const { centres, problems } = await imported(`Nome;n\nCasa A;1\n${words};${n}\n`, source("") + places);
  expect([centres, problems]).toEqual([["Casa A"], [[rule, 3]]]);
});

test("a sum beside the code of an area is no number of the area; a category that all rows have is none", async () => {
  const named = await imported("NIL;Nome;v\n1;A;10\n2;B;20\n3;Totale;30\n", source("") + figures(["v"]));
  expect(named.values).toEqual([[10], [20], []]);
  expect(named.problems).toEqual([["NOT_A_RECORD", 4]]);
  const sexes = await imported("NIL;Sesso;v\n1;Totale;10\n2;Totale;20\n", source("") + figures(["v"]));
  expect(sexes.values).toEqual([[10], [20], []]);
  expect(sexes.problems).toEqual([]);
});

test("a place whose name only begins like such a row is a place", async () => {
  const names = ["Mediateca Santa Teresa", "Centro Somma Lombardo", "Casa Totalmente Aperta", "Notre Dame"];
  const { centres, problems } = await imported(
    `Nome;n\n${names.map((name) => `${name};`).join("\n")}\n`,
    source("") + places,
  );
  expect([[...centres].sort(), problems]).toEqual([[...names].sort(), []]);
});

test("rows that a mapping file calls comments are counted by that reason", async () => {
  const text = "# aggiornato ieri;\nNome;n\nCasa A;1\n# Casa B;2\nFonte: anagrafe;\n";
  const { centres, report } = await imported(text, source(', commentPrefix: ["#", "Fonte:"]') + places);
  expect(centres).toEqual(["Casa A"]);
  expect(report).toMatchObject({ problems: [], leftOut: { COMMENT: 3, CONDITION: 0, WORD: 0, BLANK: 0 } });
});

test("a second line of names that nothing declares is called so", async () => {
  const { values, report } = await imported("NIL;v\n#adm3;#population\n1;10\n", source("") + figures(["v"]));
  expect(values[0]).toEqual([10]);
  expect(JSON.stringify(report.problems)).toContain("a line of column names");
});

test.each(["\u061c", "\u200b", "\u0085", "\ufeff"])(
  "the character %j in a cell is not stored",
  async (character) => {
    const { centres, problems } = await imported(`Nome;n\nCasa${character} A;1\n`, source("") + places);
    expect([centres, problems]).toEqual([["Casa A"], [["HIDDEN_CHARACTERS", 2]]]);
  },
);

test("init recognises the data package of HSDS", async () => {
  const resources = ["organizations", "services"].map((name) => ({ name, path: `csv/${name}.csv` }));
  const mapping = await proposed("datapackage.json", JSON.stringify({ name: "feed", resources }));
  expect(mapping).toContain("format: hsds-csv");
  expect(mapping).toContain('path: "csv"');
});
