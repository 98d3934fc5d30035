import fc from "fast-check";
import { typeText } from "../../../src/ingest/init/column-table";
import { profileColumns } from "../../../src/ingest/init/profile-columns";
import { sampleOfCsv } from "../../../src/ingest/init/sample-file";
import { runs } from "../../support/runs";

const two = (number: number): string => String(number).padStart(2, "0");
const day = fc.record({
  y: fc.integer({ min: 1950, max: 2030 }),
  m: fc.integer({ min: 1, max: 12 }),
  d: fc.integer({ min: 13, max: 28 }),
});
const tenths = (low: number, high: number) =>
  fc.integer({ min: low * 10 + 1, max: high * 10 - 1 }).map((n) => (n % 10 === 0 ? n + 1 : n));

/** Cells of a kind, with the type that must be found in them. */
const kinds: readonly (readonly [name: string, type: string, cell: fc.Arbitrary<string>])[] = [
  ["Numero", "integer", fc.integer({ min: 10, max: 1_800 }).map(String)],
  ["Quota", "decimal point", tenths(-50, 50).map((n) => `${n / 10}`)],
  ["Importo", "decimal comma", tenths(-50, 50).map((n) => `${n / 10}`.replace(".", ","))],
  ["Dal", "date DD/MM/YYYY", day.map(({ y, m, d }) => `${two(d)}/${two(m)}/${y}`)],
  ["Al", "date YYYY-MM-DD", day.map(({ y, m, d }) => `${y}-${two(m)}-${two(d)}`)],
  ["Anno", "year", fc.integer({ min: 1950, max: 2030 }).map(String)],
  ["Wifi", "yes/no", fc.constantFrom("si", "no", "Sì", "NO")],
  ["LONG_X_4326", "longitude", tenths(-170, 170).map((n) => String(n / 10))],
  ["lat", "latitude", tenths(-80, 80).map((n) => String(n / 10))],
  [
    "Posizione",
    "two coordinates",
    fc.tuple(tenths(-80, 80), tenths(-170, 170)).map(([a, b]) => `(${a / 10}, ${b / 10})`),
  ],
  ["E-mail", "email", fc.nat(999).map((n) => `ufficio${n}@example.org`)],
  ["Sito", "url", fc.nat(999).map((n) => `https://example.org/${n}`)],
  ["Telefono", "phone", fc.integer({ min: 20_000_000, max: 99_999_999 }).map((n) => `0${n}`)],
  ["Orario", "hours", fc.integer({ min: 7, max: 11 }).map((n) => `Lun ${n}:00-12:00, Mar ${n}:30-18:00`)],
  ["Codice", "code", fc.nat(999).map((n) => String(n).padStart(5, "0"))],
  ["id_nil", "area (nil)", fc.integer({ min: 1, max: 3 }).map(String)],
  ["CF", "personal", fc.nat(99).map((n) => `RSSMRA${two(n)}A01F205X`)],
];
const areas = [1, 2, 3].map((number) => ({
  code: `nil:${number}`,
  level: "NEIGHBOURHOOD" as const,
  name: "",
  cityCode: "comune:1",
  boundingBox: null,
  localType: { it: "NIL", en: null },
}));

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test("finds the delimiter, the encoding and the type of every column, for any cells, order and blanks", () => {
  const file = fc.record({
    columns: fc.shuffledSubarray([...kinds], { minLength: 2 }),
    delimiter: fc.constantFrom(";", ",", "\t", "|"),
    latin: fc.boolean(),
    lineBreak: fc.constantFrom("\n", "\r\n"),
  });
  const made = file.chain(({ columns, delimiter, latin, lineBreak }) =>
    fc
      .array(fc.tuple(...columns.map(([, , cell]) => fc.option(cell, { freq: 8, nil: "" }))), {
        minLength: 12,
        maxLength: 40,
      })
      .map((rows) => ({ columns, delimiter, latin, lineBreak, rows })),
  );
  fc.assert(
    fc.property(made, ({ columns, delimiter, latin, lineBreak, rows }) => {
      // Every row twice, so that no column identifies rows; a text with an accent distinguishes the encodings.
      const full = [...rows, ...rows];
      fc.pre(
        columns.every((_, c) => new Set(full.map((row) => row[c]).filter((cell) => cell !== "")).size > 1),
      );
      const header = [...columns.map(([name]) => name), "Nota"];
      const lines = [header, ...full.map((row, i) => [...row, `perché no ${i}`])];
      const text = `${lines.map((cells) => cells.map(quote).join(delimiter)).join(lineBreak)}${lineBreak}`;
      const bytes = Buffer.from(text, latin ? "latin1" : "utf8");
      const sample = sampleOfCsv(bytes, bytes.length);
      expect([sample.delimiter, sample.encoding]).toEqual([delimiter, latin ? "windows-1252" : "utf-8"]);
      const found = profileColumns(sample, areas).map((column) => [column.name, typeText(column)]);
      expect(found).toEqual([...columns.map(([name, type]) => [name, type]), ["Nota", "text"]]);
    }),
    { numRuns: runs(150) },
  );
});

test("shows no cell of a column that may be about persons", () => {
  const csv = Buffer.from("id;Cognome;cf\n1;Rossi;RSSMRA80A01F205X\n2;Bianchi;\n");
  const columns = profileColumns(sampleOfCsv(csv, csv.length), []);
  expect(columns.map(({ name, personal, examples }) => [name, personal, examples])).toEqual([
    ["id", false, ["1", "2"]],
    ["Cognome", true, []],
    ["cf", true, []],
  ]);
});
