import { write } from "@e965/xlsx";
import { unzipSync, zipSync } from "fflate";
import { firstSheet } from "../../../src/ingest/formats/spreadsheet";

const book = (bookType: "ods" | "xlsx"): Record<string, Uint8Array> =>
  unzipSync(
    write(
      { SheetNames: ["A"], Sheets: { A: { "!ref": "A1", A1: { t: "n", v: 1 } } } },
      { type: "buffer", bookType },
    ),
  );

/** A workbook as a spreadsheet program writes it, with other rows. */
function xlsx(rows: string, dimension = "A1"): Buffer {
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="${dimension}"/><sheetData>${rows}</sheetData></worksheet>`;
  return Buffer.from(zipSync({ ...book("xlsx"), "xl/worksheets/sheet1.xml": Buffer.from(sheet) }));
}

function ods(rows: string, prefix = "table"): Buffer {
  const uri = (name: string): string => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`;
  const content = `<office:document-content xmlns:office="${uri("office")}" xmlns:${prefix}="${uri("table")}" xmlns:text="${uri("text")}"><office:body><office:spreadsheet><${prefix}:table ${prefix}:name="A">${rows}</${prefix}:table></office:spreadsheet></office:body></office:document-content>`;
  return Buffer.from(zipSync({ ...book("ods"), "content.xml": Buffer.from(content) }));
}

const row = (times: number, cells: string, t = "table"): string =>
  `<${t}:table-row ${t}:number-rows-repeated="${times}">${cells}</${t}:table-row>`;
const cell = (times: number, attributes = ' office:value-type="string"', t = "table"): string =>
  `<${t}:table-cell${attributes} ${t}:number-columns-repeated="${times}"><text:p>x</text:p></${t}:table-cell>`;
const xlsxCell = (at: string, n: number, blank = false): string =>
  blank ? `<c r="${at}${n}" s="0"/>` : `<c r="${at}${n}"><v>${n}</v></c>`;
const xlsxRows = (count: number, ...columns: readonly string[]): string =>
  Array.from(
    { length: count },
    (_, i) => `<row r="${i + 1}">${columns.map((at) => xlsxCell(at, i + 1)).join("")}</row>`,
  ).join("");
const lines = (file: Buffer): string[] => firstSheet(file).text.toString().split("\n");

// Unbounded, each of these takes all memory or minutes: a test that they are read would not end.
test.each([
  [
    "one stray cell beside 100,000 rows (ToucanToco/fastexcel #487)",
    xlsx(`<row r="1">${xlsxCell("XFD", 1)}</row>${xlsxRows(100_000, "A").replace(/^.*?<\/row>/, "")}`),
  ],
  ["cells beyond the grid (developer0hye/office2pdf #1703)", xlsx(`<row r="1">${xlsxCell("XFE", 1)}</row>`)],
  ["a row beyond the grid (the same file)", xlsx(`<row r="16777217">${xlsxCell("A", 16_777_217)}</row>`)],
  ["a column of six letters", xlsx(`<row r="1">${xlsxCell("ZZZZZZ", 1)}</row>`)],
  ["the last column in many rows", xlsx(xlsxRows(20_000, "A", "XFD"))],
  ["two letters in very many rows", xlsx(xlsxRows(100_000, "ZZ"))],
])("an XLSX with %s is refused before it becomes a table", (_what, file) => {
  expect(() => firstSheet(file)).toThrow(
    expect.objectContaining({
      code: "SOURCE_UNREADABLE",
      message: expect.stringMatching(/so far from the others .* more than 20,000,000 cells/),
    }),
  );
});

test.each([
  ["a whole column filled", row(1_048_576, cell(1))],
  ["a whole sheet filled", row(1_048_576, cell(16_384))],
  ["cells without a type, which are texts", row(1_048_576, cell(16_384, ""))],
  [
    "a value with an angle bracket before the number",
    row(1_048_576, cell(16_384, ' table:formula="of:=1>0"')),
  ],
  ["single quotation marks", row(1_048_576, cell(16_384)).replaceAll('"', "'")],
  ["a tag that a comment cuts", row(1_048_576, cell(16_384)).replaceAll("table-cell", "table-<!-- -->cell")],
  [
    "a cell at the end of many rows",
    row(200_000, `<table:table-cell table:number-columns-repeated="16383"/>${cell(1)}`),
  ],
  ["a text of 400 million blanks", row(1, cell(1).replace("x", '<text:s text:c="400000000"/>'))],
])("an ODS with %s is refused before it is unrolled (miachm/SODS #12)", (_what, rows) => {
  expect(() => firstSheet(ods(rows))).toThrow(/repeat cells to more than 2,000,000/);
});

test("the prefix of the names in an ODS is free", () => {
  expect(() => firstSheet(ods(row(1_048_576, cell(16_384, "", "t"), "t"), "t"))).toThrow(/repeat cells/);
});

test("what only looks large is read: a stated size, formats without cells, blank rows to the end", () => {
  const one = `<row r="1">${xlsxCell("A", 1)}</row>`;
  expect(lines(xlsx(one, "A1:XFD1048576"))).toEqual(['"1"', ""]); // shuchkin/simplexlsx #168
  const styled = Array.from(
    { length: 5_000 },
    (_, i) => `<row r="${i + 1}">${xlsxCell("A", i + 1)}${xlsxCell("XFD", i + 1, true)}</row>`,
  );
  expect(lines(xlsx(styled.join(""))).slice(-2)).toEqual(['"5000"', ""]); // Avemey/zexmlss #40, iOfficeAI/OfficeCLI #149
  const blank = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>';
  expect(lines(ods(row(1, cell(2)) + row(1_048_575, blank)))).toEqual(['"x","x"', ""]);
});

test("the cells of a solver in the last rows and columns do not stop a file (xberg-io/xberg #331)", () => {
  const solver = Array.from({ length: 26 }, (_, i) => 1_048_550 + i);
  const far = solver.map((n) => `<row r="${n}">${xlsxCell("XFD", n)}</row>`).join("");
  const [first = "", ...rest] = lines(xlsx(`<row r="1">${xlsxCell("A", 1)}${xlsxCell("B", 1)}</row>${far}`));
  expect(first.startsWith('"1","1","",')).toBe(true);
  expect(rest.filter((line) => line !== "")).toHaveLength(26);
});
