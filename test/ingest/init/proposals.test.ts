import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { fillBlanks } from "../../support/fill-blanks";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Proposal {
  readonly source: { readonly modified?: null };
  readonly file: Readonly<Record<string, unknown>>;
  readonly indicators?: readonly { readonly name: { readonly it: string } }[];
  // biome-ignore lint/suspicious/noExplicitAny: a proposal is looked at as it is written.
  readonly records: readonly any[];
}

async function proposed(text: string, name = "dati.csv") {
  const file = path.join(folder, name);
  await writeFile(file, text);
  const { mapping } = await initMapping(file);
  // What is left is for a person only.
  expect(() => parseMapping(name, fillBlanks(mapping, ["id"]), hubWords)).not.toThrow();
  const proposal = parse(mapping) as Proposal;
  return { mapping, ...proposal, names: proposal.indicators?.map((each) => each.name.it) ?? [] };
}

const row = (...cells: (number | string)[]): string => cells.join(";");

test("numbers by names of areas are of those areas, for confirmation, and never the city's figure", async () => {
  const { records, mapping } = await proposed(
    [
      "NIL;Anno;Iscritti",
      row("BRERA", 2024, 10),
      row("duomo", 2024, 20),
      row("Altrove", 2024, 3),
      row("LORETO - CASORETTO - NOLO", 2024, 4),
      "",
    ].join("\n"),
  );
  expect(records[0]).toMatchObject({
    level: "NEIGHBOURHOOD",
    area: { column: "NIL", map: { BRERA: expect.stringMatching(/^nil:\d+$/), duomo: "nil:1" } },
  });
  expect(records[0].area.map).not.toHaveProperty("Altrove");
  expect(mapping).toContain('# "Altrove": no area of the hub has this name');
  expect(mapping).not.toContain("comune:015146");
});

test("numbers without any area leave it to a person", async () => {
  const { records } = await proposed(
    ["Quartiere;Anno;Iscritti", row("A", 2024, 10), row("B", 2024, 20), row("C", 2024, 3), ""].join("\n"),
  );
  expect(records[0]).toMatchObject({ area: { constant: null }, level: null });
});

test("metres, postcodes, street numbers and sizes of a drawing are no indicators, whatever their names", async () => {
  const files: readonly (readonly [header: string, rows: readonly string[]])[] = [
    ["X;Y;Posti", [row(514210, 5034820, 3), row(515100, 5035110, 4), row(513900, 5033900, 5)]],
    [
      "COORD_EST;COORD_NORD;Posti",
      [
        row("1514210,5", "5034820,25", 3),
        row("1515100,5", "5035110,75", 4),
        row("1513900,5", "5033900,5", 5),
      ],
    ],
    ["a;b;Posti", [row(514210, 5034820, 3), row(515100, 5035110, 4), row(513900, 5033900, 5)]],
    ["nord;est;Posti", [row(5034820, 514210, 3), row(5035110, 515100, 4), row(5033900, 513900, 5)]],
    ["CAP;Numero civico;Posti", [row(20121, 3, 3), row(20122, "12/A", 4), row(20123, 7, 5)]],
    ["cod_cap;CIVICO;Posti", [row(20121, 3, 3), row(20122, 4, 4), row(20123, 7, 5)]],
    ["Shape_Area;st_length;Posti", [row("10.5", "3.25", 3), row("11.5", "4.25", 4), row("12.5", "5.25", 5)]],
  ];
  for (const [header, rows] of files) {
    const { names } = await proposed(
      [`Anno;${header}`, ...rows.map((each) => `2024;${each}`), ""].join("\n"),
    );
    expect([header, names]).toEqual([header, ["Posti"]]);
  }
});

test("the city of the hub is proposed for places only where the file shows it", async () => {
  const inside = ["id;nome;lat;lon", row(1, "A", 45.46, 9.18), row(2, "B", 45.47, 9.19), ""].join("\n");
  expect((await proposed(inside)).records[0].areas).toEqual({ always: ["comune:015146"] });
  const stated = [
    "id;nome;indirizzo;comune",
    row(1, "A", "Via Uno 1", "MILANO"),
    row(2, "B", "Via Due 2", "Milano"),
    "",
  ];
  expect((await proposed(stated.join("\n"))).records[0].areas).toEqual({ always: ["comune:015146"] });
  const elsewhere = [
    ["id;nome;lat;lon", row(1, "A", 45.07, 7.68), row(2, "B", 45.46, 9.18), ""],
    ["id;nome;indirizzo;comune", row(1, "A", "Via Uno 1", "Torino"), row(2, "B", "Via Due 2", "Milano"), ""],
    ["id;nome;indirizzo", row(1, "A", "Via Uno 1"), row(2, "B", "Via Due 2"), ""],
  ];
  for (const lines of elsewhere) {
    const { mapping, records } = await proposed(lines.join("\n"));
    expect(records[0].areas).toBeUndefined();
    expect(mapping).not.toContain("comune:015146");
    expect(records[0].address?.locality ?? { constant: null }).not.toEqual({ constant: "Milano" });
  }
});

test("boundaries are of the city of the hub only where they lie there", async () => {
  const layer = (x: number, y: number): string =>
    JSON.stringify({
      type: "FeatureCollection",
      features: [1, 2].map((n) => ({
        type: "Feature",
        properties: { codice: `Q${n}`, nome: `Quartiere ${n}` },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [x, y],
              [x + 0.01, y],
              [x, y + 0.01],
              [x, y],
            ],
          ],
        },
      })),
    });
  expect((await proposed(layer(9.18, 45.46), "q.geojson")).records[0].city).toBe("comune:015146");
  expect((await proposed(layer(7.68, 45.07), "q.geojson")).records[0].city).toBeNull();
});

test("kinds and the day of the source are proposed for every file of places", async () => {
  const { source, records } = await proposed("id;nome;lat;lon\n1;A;45.46;9.18\n2;B;45.47;9.19\n");
  expect(source).toHaveProperty("modified", null);
  expect(records[0].kinds).toEqual([{ term: { constant: null } }]);
});

test("the marks of numbers are those of their column; where no cell shows them a person says it", async () => {
  const { file, records, mapping } = await proposed(
    [
      "Anno;Residenti;Quota;Indice;Reddito",
      row(2021, "1.234.567", "12,5", "1.25", "1.234"),
      row(2022, "1.240", "12,75", "2.5", "2.345"),
      row(2023, "980", "3,1", "1.125", "3.456"),
      "",
    ].join("\n"),
  );
  expect(file).toMatchObject({ decimalChar: ",", groupChar: "." });
  const values = records[0].values.map((each: { value: unknown }) => each.value);
  expect(values).toEqual([
    { column: "Residenti" },
    { column: "Quota" },
    { column: "Indice", decimalChar: "." },
    { column: "Reddito", decimalChar: null },
  ]);
  expect(mapping).toContain(
    '# "1.234": thousands (decimalChar: ",", groupChar: ".") or a fraction (decimalChar: ".")?',
  );
});
