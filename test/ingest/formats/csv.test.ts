import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import { csv, csvReader } from "../../../src/ingest/formats/csv";
import { readRows } from "../../support/read-rows";
import { runs } from "../../support/runs";

const options = { separator: ";", columns: ["a", "b"] };

/** The whole at once, or in blocks that end at the given places. */
function read(text: string | Uint8Array, cuts: readonly number[] = [], maxRecordBytes?: number) {
  const bytes = Buffer.from(text as string);
  const reader = csvReader(options, maxRecordBytes);
  const ends = [...cuts, bytes.length];
  const batches = ends.map((end, i) => reader.push(bytes.subarray(ends[i - 1] ?? 0, end)));
  const all = [...batches, reader.end()];
  return {
    rows: all.flatMap(({ rows }) => rows),
    problems: all.flatMap(({ problems }) => problems),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
    batches: all,
  };
}
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

test("keeps other columns and accepts any order", () => {
  expect(read("x;b;a\n0;2;1\n").rows).toEqual([{ line: 2, cells: { x: "0", b: "2", a: "1" } }]);
});

test("counts lines through CRLF, blank lines and line breaks in quotation marks", () => {
  expect(rowsOf('a;b\r\n1;"x\r\ny"\r\n\r\n3;4\r\n')).toEqual([
    [2, "1", "x\r\ny"],
    [5, "3", "4"],
  ]);
});

test("keeps a quotation mark inside a text", () => {
  expect(rowsOf('a;b\nBar "Da Gino";2\n"x" y;3\n')).toEqual([
    [2, 'Bar "Da Gino"', "2"],
    [3, '"x" y', "3"],
  ]);
});

test("reports rows with too few or too many cells and continues", () => {
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

test("reports where a row ends that a missing quotation mark made long", () => {
  const { rows, problems } = read('a;b\n1;"x\n2;y"z";3\n4;5\n');
  expect(rows.map(({ line }) => line)).toEqual([4]);
  expect(problems[0]).toMatchObject({ line: 2, rule: "CELL_COUNT" });
  expect(problems[0]!.message).toContain("continues to line 3");
});

test("keeps the readable rows of a cut file and names the row that was cut", () => {
  expect(rowsOf("a;b\n1;2\n3;4\n5")).toEqual([
    [2, "1", "2"],
    [3, "3", "4"],
  ]);
  expect(read("a;b\n1;2\n5").problems).toEqual([
    expect.objectContaining({ line: 3, rule: "CUT_FILE", severity: "ERROR", value: "5" }),
  ]);
});

test("reports that the last row may be cut if it has all cells but no line break", () => {
  expect(rowsOf("a;b\n1;23")).toEqual([[2, "1", "23"]]);
  expect(read("a;b\n1;23").problems).toEqual([
    expect.objectContaining({ line: 2, rule: "CUT_FILE", severity: "NOTICE" }),
  ]);
});

test("treats a file that ends within a character as cut there", () => {
  const text = Buffer.from("a;b\n1;2\n3;città");
  expect(rowsOf(text.subarray(0, -1))).toEqual([[2, "1", "2"]]);
  expect(rulesOf(text.subarray(0, -1))).toEqual([[3, "CUT_FILE"]]);
});

test("treats half a character alone on the last line as a row that was cut", () => {
  const text = Buffer.from("a;b\n1;2\nà");
  expect(rowsOf(text.subarray(0, -1))).toEqual([[2, "1", "2"]]);
  expect(rulesOf(text.subarray(0, -1))).toEqual([[3, "CUT_FILE"]]);
});

test.each([",", "\t", "|"])("reads a file separated by %j and reports it", (separator) => {
  const { rows, problems } = read(`a${separator}b\n1${separator}"x;y"\n`);
  expect(rows).toEqual([{ line: 2, cells: { a: "1", b: "x;y" } }]);
  expect(problems).toEqual([
    expect.objectContaining({ line: 1, rule: "OTHER_SEPARATOR", severity: "WARNING", value: separator }),
  ]);
});

test("uses the declared separator if the header fits it", () => {
  expect(read("a;b;c,d\n1;2;3,4\n")).toMatchObject({ rows: [{ cells: { "c,d": "3,4" } }], problems: [] });
});

test("reads columns under another name and reports it", () => {
  const reader = csvReader({ ...options, aliases: { b: ["beta"] } });
  const { rows, problems } = reader.push(Buffer.from("\uFEFF A ;beta\r1;2\n3;4\r\n5;6"));
  expect(rows.map(({ line, cells }) => [line, cells.a, cells.b])).toEqual([
    [2, "1", "2"],
    [3, "3", "4"],
  ]);
  expect(problems.map(({ line, column, value, severity }) => [line, column, value, severity])).toEqual([
    [1, "a", "A", "WARNING"],
    [1, "b", "beta", "NOTICE"],
  ]);
});

test("loses only the row with bytes that are not UTF-8", () => {
  const text = Buffer.concat([Buffer.from("a;b\nè;1\n2"), Buffer.from([0xff]), Buffer.from(";3\n4;5\n")]);
  expect(rowsOf(text)).toEqual([
    [2, "è", "1"],
    [4, "4", "5"],
  ]);
  expect(read(text).problems).toEqual([
    expect.objectContaining({ line: 3, rule: "NOT_UTF8", severity: "ERROR", value: "2\ufffd;3\n" }),
  ]);
});

test("names the missing columns and the existing ones", () => {
  expect(refusal("a;c\n1;2\n")).toMatch(/^The file has no column "b"\. It has: "a", "c"\./);
});

test("rejects a repeated column, because it is unknown which one counts", () => {
  expect(refusal("a;b;b\n1;2;3\n")).toContain('the column "b" twice');
});

test("rejects an empty file", () => {
  expect(refusal("")).toBe("The file is empty. Download it again.");
  expect(refusal("\n\n")).toContain("empty");
});

const soup = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom("a", ";", '"', "\n", "\r", " ", "è"), maxLength });

test("never loses a row without a report, for any text", () => {
  fc.assert(
    fc.property(soup(60), (text) => {
      const { rows, problems, unreadable } = read(`a;b\n${text}`);
      expect(problems.filter(({ severity }) => severity === "ERROR")).toHaveLength(unreadable);
      const lines = rows.map(({ line }) => line);
      expect(lines).toEqual([...new Set(lines)].sort((x, y) => x - y));
    }),
  );
});

test("gives the same rows and problems for any size of blocks", () => {
  const cutText = soup(120).chain((text) => {
    const bytes = Buffer.from(`\uFEFFa;b\r\n${text}`);
    const place = fc.integer({ min: 0, max: bytes.length });
    return fc.tuple(fc.constant(bytes), fc.integer({ min: 0, max: 3 }), fc.array(place, { maxLength: 12 }));
  });
  fc.assert(
    fc.property(cutText, fc.integer({ min: 8, max: 40 }), ([bytes, missing, places], maxRecordBytes) => {
      const text = bytes.subarray(0, Math.max(8, bytes.length - missing));
      const cuts = places.filter((at) => at <= text.length).sort((x, y) => x - y);
      const whole = read(text, [], maxRecordBytes);
      const pieces = read(text, cuts, maxRecordBytes);
      expect(pieces.rows).toEqual(whole.rows);
      expect(pieces.problems).toEqual(whole.problems);
      expect(pieces.unreadable).toBe(whole.unreadable);
      for (const [i, { nextLine }] of pieces.batches.entries()) {
        expect(pieces.batches.slice(0, i + 1).every((b) => b.rows.every(({ line }) => line < nextLine))).toBe(
          true,
        );
        expect(pieces.batches.slice(i + 1).every((b) => b.rows.every(({ line }) => line >= nextLine))).toBe(
          true,
        );
      }
    }),
    { numRuns: runs(1_000) },
  );
});

test("a quotation mark that closes beyond the limit of a record counts as never closed", () => {
  const text = 'a;b\n1;"x\n2;y\n3;z"\n4;5\n';
  expect(read(text, [], 100).rows.map(({ line }) => line)).toEqual([2, 5]);
  const { rows, problems } = read(text, [], 10);
  expect(rows.map(({ line, cells }) => [line, cells.a, cells.b])).toEqual([
    [3, "2", "y"],
    [4, "3", 'z"'],
    [5, "4", "5"],
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[2, "QUOTE_NOT_CLOSED"]]);
});

test("loses only the line beyond the limit of a record, and reports it", () => {
  const { rows, problems } = read(`a;b\n1;2\n3;${"x".repeat(50)}\n4;5\n`, [20], 30);
  expect(rows.map(({ line }) => line)).toEqual([2, 4]);
  expect(problems).toEqual([
    expect.objectContaining({ line: 3, rule: "ROW_TOO_LONG", value: `3;${"x".repeat(28)}` }),
  ]);
});

test("reads a file of many blocks like one in one piece", async () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `${i};"città\n${i}"`);
  const text = Buffer.from(`a;b\n${lines.join("\n")}\n`);
  const { rows, problems } = await readRows(csv(options), text.subarray(0, 7), text.subarray(7));
  expect(problems).toEqual([]);
  expect(rows).toHaveLength(40_000);
  expect(rows.at(-1)).toEqual({ line: 80_000, cells: { a: "39999", b: "città\n39999" } });
});

test("losses before the header are reported only once the header is found", () => {
  expect(() => read('"x\nc;d\n1;2\n', [], 4)).toThrow("no column");
  expect(read('"xxxxxx\na;b\n1;2\n', [12], 8).problems.map(({ line, rule }) => [line, rule])).toEqual([
    [1, "QUOTE_NOT_CLOSED"],
  ]);
});
