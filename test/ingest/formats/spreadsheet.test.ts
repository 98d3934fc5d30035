import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { deflateRawSync } from "node:zlib";
import { type BookType, utils, write } from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { firstSheet } from "../../../src/ingest/formats/spreadsheet";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { runIngest } from "../../../src/ingest/run/run";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { tableRepositories } from "../../../src/storage";
import { fillBlanks } from "../../support/fill-blanks";
import { startTable } from "../../support/test-table";

type Cells = readonly (readonly unknown[])[];

function workbook(bookType: BookType, cells: Cells, more: Readonly<Record<string, Cells>> = {}): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries({ Dati: cells, ...more }))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][], { UTC: true }), name);
  return write(book, { bookType, type: "buffer", compression: true }) as Buffer;
}

const linesOf = (file: Buffer): string[] => firstSheet(file).text.toString().split("\n");
const day = { t: "n", v: 45_292, z: "d/m/yyyy" };
const both = ["xlsx", "ods"] as const;

test.each(both)("a %s gives its cells with all digits, texts as they are, and rows as lines", (bookType) => {
  const file = workbook(bookType, [
    ["id", "nome", "valore", "dal"],
    [1, 'È "qui", oggi; domani', 1234567.891, day],
    [],
    ["007", "+39 02 1234", 0.1, null, null],
    [12345678901234, true, -5, ""],
  ]);
  expect(linesOf(file)).toEqual([
    '"id","nome","valore","dal"',
    '"1","È ""qui"", oggi; domani","1234567.891","2024-01-01"',
    "",
    '"007","+39 02 1234","0.1",""',
    '"12345678901234","true","-5",""',
    "",
  ]);
});

test("a sheet with more rows than a call has arguments is read", () => {
  const rows = Array.from({ length: 150_000 }, (_, i) => [i]);
  expect(linesOf(workbook("xlsx", [["n"], ...rows])).at(-2)).toBe('"149999"');
});

test("a sheet of damaged XML is refused, and no other error ends the run", () => {
  const sound = unzipSync(workbook("xlsx", [["a"], [1]]));
  for (const part of Object.keys(sound).filter((name) => name.endsWith(".xml")))
    for (const text of [
      "",
      "<",
      "<worksheet><sheetData><row r='x'><c r='A1:' t='s'><v>99</v></c></row></sheetData>",
    ]) {
      const file = Buffer.from(zipSync({ ...sound, [part]: Buffer.from(text) }));
      try {
        expect(firstSheet(file).text).toBeInstanceOf(Buffer);
      } catch (error) {
        expect(error).toMatchObject({ code: "SOURCE_UNREADABLE" });
      }
    }
});

test("a percentage keeps its sign: 12.5 % is stored as 0.125", () => {
  const file = workbook("xlsx", [["quota"], [{ t: "n", v: 0.125, z: "0.0%" }]]);
  expect(linesOf(file)).toEqual(['"quota"', '"12.5%"', ""]);
});

test.each([
  ["a text", Buffer.from("a;b\n1;2\n"), "The file is no spreadsheet"],
  ["a ZIP without a workbook", zipped({ "xl/worksheets/sheet1.xml": "<html/>" }), "no readable sheet"],
  ["a ZIP that was cut", workbook("xlsx", [["a"], [1]]).subarray(0, 900), "no readable sheet"],
  ["a part of 200 MB", bomb(200 * 1024 * 1024), "104,857,600 bytes when unpacked"],
  ["a part that is larger than it says", bomb(200 * 1024 * 1024, 1000), "no readable sheet"],
])("%s is refused", (_what, file, said) => {
  expect(() => firstSheet(file)).toThrow(
    expect.objectContaining({ code: "SOURCE_UNREADABLE", message: expect.stringContaining(said) }),
  );
});

function zipped(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, Buffer.from(v)]))));
}

/** An XLSX with a part of blanks that is small when packed, and the size that its directory states. */
function bomb(size: number, stated = size): Buffer {
  const [name, packed] = [Buffer.from("xl/workbook.xml"), deflateRawSync(Buffer.alloc(size, " "))];
  const head = Buffer.alloc(30);
  const entry = Buffer.alloc(46);
  head.writeUInt32LE(0x04034b50);
  entry.writeUInt32LE(0x02014b50);
  for (const [at, in_] of [
    [head, 0],
    [entry, 2],
  ] as const) {
    at.writeUInt16LE(20, 4 + in_);
    at.writeUInt16LE(8, 8 + in_);
    at.writeUInt32LE(packed.length, 18 + in_);
    at.writeUInt32LE(stated, 22 + in_);
    at.writeUInt16LE(name.length, 26 + in_);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(head.length + name.length + packed.length, 16);
  return Buffer.concat([head, name, packed, entry, name, end]);
}

test.each(both)("init proposes a mapping of a %s, and the import reads its first sheet", async (bookType) => {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const file = workbook(
    bookType,
    [
      ["codice", "nome", "lat", "lon"],
      ["A1", "Sala; uno", 45.4642, 9.19],
      ["A2", "Sala due", 45.4643, 9.191],
    ],
    { Note: [["Fonte"], ["Comune"]] },
  );
  const name = `sale.${bookType}`;
  await writeFile(path.join(folder, name), file);
  const { mapping } = await initMapping(path.join(folder, name));
  const filled = fillBlanks(mapping, ["codice"]);
  expect(parseMapping(name, filled, hubWords).mapping.file.format).toBe("spreadsheet");
  await writeFile(path.join(folder, "sale.mapping.json"), filled);
  const table = await startTable();
  const request = { table, folder, now: "2026-11-22T10:00:00.000Z", only: ["sale"] };
  const [report] = (await runIngest(request)).sources;
  expect(report).toMatchObject({
    status: "IMPORTED",
    sha256: createHash("sha256").update(file).digest("hex"),
    rows: { read: 2, new: 2, rejected: 0 },
  });
  const more = report!.problems.filter(({ rule }) => rule === "NOT_HELD");
  expect(more.map(({ message }) => message)).toEqual([expect.stringContaining("Not imported: Note.")]);
  expect(await tableRepositories(table).centres.byCodes(["sale:a1"])).toMatchObject([
    { name: "Sala; uno", position: { latitude: 45.4642, longitude: 9.19 } },
  ]);
  await rm(folder, { recursive: true });
});

test("a mapping file that calls a spreadsheet a CSV gets the right format as an answer", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  await writeFile(
    path.join(folder, "sale.xlsx"),
    workbook("xlsx", [
      ["codice", "nome"],
      ["A1", "Uno"],
    ]),
  );
  const { mapping } = await initMapping(path.join(folder, "sale.xlsx"));
  const filled = JSON.parse(fillBlanks(mapping, ["codice"]));
  filled.file = { ...filled.file, format: "csv", delimiter: ";" };
  await writeFile(path.join(folder, "sale.mapping.json"), JSON.stringify(filled));
  const request = { table: await startTable(), folder, now: "2026-11-22T10:00:00.000Z", only: ["sale"] };
  const [report] = (await runIngest(request)).sources;
  expect(report!.status).toBe("FAILED");
  expect(report!.problems[0]!.message).toContain("Give format: spreadsheet in the mapping file");
  await rm(folder, { recursive: true });
});

test("dates of a workbook that counts from 1904 are the days that it shows", () => {
  // 2024-01-31 is day 45322 since 1900, and 43860 since 1904.
  const dated = (days: number, date1904: boolean): Buffer => {
    const book = utils.book_new();
    utils.book_append_sheet(book, { A1: { t: "n", v: days, z: "yyyy-mm-dd" }, "!ref": "A1" }, "Dati");
    book.Workbook = { WBProps: { date1904 } };
    return write(book, { type: "buffer", bookType: "xlsx" });
  };
  expect(firstSheet(dated(45_322, false)).text.toString()).toBe('"2024-01-31"\n');
  expect(firstSheet(dated(43_860, true)).text.toString()).toBe('"2024-01-31"\n');
});
