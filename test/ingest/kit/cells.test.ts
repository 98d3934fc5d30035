import { readCount, readDecimal } from "../../../src/ingest/kit/cells";

test.each(["N.D.", "ND", "n/a", "-", "..", "....", "…", ":", "#N/D", "null", "NaN"])(
  "%j says that there is no data, and the word is kept",
  (word) => {
    expect(readCount(` ${word} `)).toEqual({ kind: "blank", word });
    expect(readDecimal(word)).toEqual({ kind: "blank", word });
  },
);

test("an empty cell has no word, and 0 is a number", () => {
  expect(readCount(" ")).toEqual({ kind: "blank" });
  expect(readCount("0")).toEqual({ kind: "value", value: 0 });
});

test.each([
  ["191,2", 191.2],
  ["-3,5", -3.5],
  ["1.234", 1234],
  ["12.345.678,9", 12345678.9],
  ["7", 7],
])("reads %s with a decimal comma as %d", (text, value) => {
  expect(readDecimal(text, ",")).toEqual({ kind: "value", value });
});

test.each([
  ["191,2", "."],
  ["1.234,5", "."],
  ["191.2", ","],
  ["1.23,4", ","],
  ["0.123", ","],
  ["1,2,3", ","],
] as const)("does not guess at %s where the decimal mark is %s", (text, mark) => {
  expect(readDecimal(text, mark)).toEqual({ kind: "unreadable", text });
});
