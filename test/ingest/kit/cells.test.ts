import { readCount, readDecimal } from "../../../src/ingest/kit/cells";

test.each(["N.D.", "ND", "n/a", "-", "..", "....", "…", ":", "#N/D", "null", "NaN"])(
  "%j means that there is no data, and the word is kept",
  (word) => {
    expect(readCount(` ${word} `)).toEqual({ kind: "blank", word });
    expect(readDecimal(word)).toEqual({ kind: "blank", word });
  },
);

test("an empty cell has no word, and 0 is a number", () => {
  expect(readCount(" ")).toEqual({ kind: "blank" });
  expect(readCount("0")).toEqual({ kind: "value", value: 0 });
});

test("reads a decimal point and nothing else", () => {
  expect(readDecimal("-3.5")).toEqual({ kind: "value", value: -3.5 });
  for (const text of ["191,2", "1.234,5", "1.2.3", "1e3"])
    expect(readDecimal(text)).toEqual({ kind: "unreadable", text });
});
