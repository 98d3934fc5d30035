import fc from "fast-check";
import { HubError } from "../../../src/domain/errors";
import { readCsv } from "../../../src/ingest/formats/csv";

const options = { separator: ";", columns: ["a", "b"] };
const read = (text: string | Uint8Array) =>
  readCsv(typeof text === "string" ? Buffer.from(text) : text, options);
const rowsOf = (text: string | Uint8Array) =>
  read(text).rows.map(({ line, cells }) => [line, cells.a, cells.b]);
const rulesOf = (text: string | Uint8Array) => read(text).problems.map(({ line, rule }) => [line, rule]);

function refusal(input: string | Uint8Array): string {
  try {
    read(input);
  } catch (error) {
    if (error instanceof HubError && error.code === "SOURCE_UNREADABLE")
      return `${error.message} ${error.hint}`;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("reads rows by the names of their columns, with and without a byte order mark", () => {
  const expected = [
    [2, "1", "2"],
    [3, "è", ""],
  ];
  expect(rowsOf("a;b\n1;2\nè;\n")).toEqual(expected);
  expect(rowsOf("\uFEFFa;b\n1;2\nè;\n")).toEqual(expected);
});

test("keeps other columns and takes any order", () => {
  expect(read("x;b;a\n0;2;1\n").rows).toEqual([{ line: 2, cells: { x: "0", b: "2", a: "1" } }]);
});

test("counts lines through CRLF, blank lines and line breaks in quotation marks", () => {
  expect(rowsOf('a;b\r\n1;"x\r\ny"\r\n\r\n3;4\r\n')).toEqual([
    [2, "1", "x\r\ny"],
    [5, "3", "4"],
  ]);
});

test("takes a quotation mark inside a text as it stands", () => {
  expect(rowsOf('a;b\nBar "Da Gino";2\n"x" y;3\n')).toEqual([
    [2, 'Bar "Da Gino"', "2"],
    [3, '"x" y', "3"],
  ]);
});

test("tells of rows with too few or too many cells and goes on", () => {
  const text = "a;b\n1;2\n3\n4;5;6\n7;8\n";
  expect(rowsOf(text)).toEqual([
    [2, "1", "2"],
    [5, "7", "8"],
  ]);
  expect(read(text).unreadable).toBe(2);
  expect(read(text).problems).toEqual([
    expect.objectContaining({ line: 3, rule: "CELL_COUNT", severity: "ERROR", value: "3" }),
    expect.objectContaining({ line: 4, rule: "CELL_COUNT", value: "4;5;6" }),
  ]);
  expect(read(text).problems[1]!.message).toMatch(/^The row has 3 cells, the header 2\./);
});

test("loses only the row of a quotation mark that never closes", () => {
  const text = 'a;b\n1;2\n3;"open\n5;6\n7;8\n';
  expect(rowsOf(text)).toEqual([
    [2, "1", "2"],
    [4, "5", "6"],
    [5, "7", "8"],
  ]);
  expect(rulesOf(text)).toEqual([[3, "QUOTE_NOT_CLOSED"]]);
});

test("tells where a row ends that a missing quotation mark made long", () => {
  const { rows, problems } = read('a;b\n1;"x\n2;y"z";3\n4;5\n');
  expect(rows.map(({ line }) => line)).toEqual([4]);
  expect(problems[0]).toMatchObject({ line: 2, rule: "CELL_COUNT" });
  expect(problems[0]!.message).toContain("goes on to line 3");
});

test("keeps what is readable of a cut file and names the row that was cut", () => {
  expect(rowsOf("a;b\n1;2\n3;4\n5")).toEqual([
    [2, "1", "2"],
    [3, "3", "4"],
  ]);
  expect(read("a;b\n1;2\n5").problems).toEqual([
    expect.objectContaining({ line: 3, rule: "CUT_FILE", severity: "ERROR", value: "5" }),
  ]);
});

test("notices that the last row may be cut where it has all cells but no line break", () => {
  expect(rowsOf("a;b\n1;23")).toEqual([[2, "1", "23"]]);
  expect(read("a;b\n1;23").problems).toEqual([
    expect.objectContaining({ line: 2, rule: "CUT_FILE", severity: "NOTICE" }),
  ]);
});

test("takes a file that ends within a character as cut there", () => {
  const text = Buffer.from("a;b\n1;2\n3;città");
  expect(rowsOf(text.subarray(0, -1))).toEqual([[2, "1", "2"]]);
  expect(rulesOf(text.subarray(0, -1))).toEqual([[3, "CUT_FILE"]]);
});

test("refuses a file that is not UTF-8 and names the byte and the line", () => {
  const latin1 = Buffer.from("a;b\n1;2\ncittà;4\n5;6\n", "latin1");
  expect(refusal(latin1)).toMatch(/^The file is not UTF-8 at byte 13 \(line 3\)\. Save it as UTF-8/);
  const marked = Buffer.concat([Buffer.from("\uFEFF"), latin1]);
  expect(refusal(marked)).toContain("byte 16 (line 3)");
});

test("finds the byte that is not UTF-8 wherever it is", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      (before, after) => {
        const good = Buffer.from(before.replace(/^\uFEFF+/, ""));
        const bytes = Buffer.concat([good, Buffer.from([0xff]), Buffer.from(after)]);
        expect(refusal(bytes)).toContain(`byte ${good.length + 1} `);
      },
    ),
  );
});

test("names the separator that would fit", () => {
  expect(refusal("a,b\n1,2\n")).toBe(
    'The file has no column "a", "b". It has: "a,b". The columns are separated by ,; ; is expected. Save the file with ;.',
  );
  expect(refusal("a\tb\n1\t2\n")).toContain("separated by a tab");
});

test("names the missing columns and those that are there", () => {
  expect(refusal("a;c\n1;2\n")).toMatch(/^The file has no column "b"\. It has: "a", "c"\./);
});

test("refuses a column that stands twice, since nobody knows which one counts", () => {
  expect(refusal("a;b;b\n1;2;3\n")).toContain('the column "b" twice');
});

test("refuses an empty file", () => {
  expect(refusal("")).toBe("The file is empty. Download it again.");
  expect(refusal("\n\n")).toContain("empty");
});

test("never loses a row without telling, whatever the text", () => {
  const soup = fc.string({ unit: fc.constantFrom("a", ";", '"', "\n", "\r", " ", "è"), maxLength: 60 });
  fc.assert(
    fc.property(soup, (text) => {
      const { rows, problems, unreadable } = read(`a;b\n${text}`);
      expect(problems.filter(({ severity }) => severity === "ERROR")).toHaveLength(unreadable);
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((x, y) => x - y));
    }),
  );
});
