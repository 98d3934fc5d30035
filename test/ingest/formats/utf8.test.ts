import fc from "fast-check";
import { type Utf8Fault, utf8Check } from "../../../src/ingest/formats/utf8";

/** What the check says after the last of the pieces. */
function faultOf(...pieces: readonly Uint8Array[]): Utf8Fault | null {
  const check = utf8Check();
  return pieces.map((piece) => check.push(piece)).at(-1) ?? null;
}

test("names the byte and the line that are not UTF-8", () => {
  const latin1 = Buffer.from("a;b\n1;2\ncittà;4\n5;6\n", "latin1");
  expect(faultOf(latin1)).toEqual({ byte: 13, line: 3 });
  expect(faultOf(Buffer.from("\uFEFF"), latin1)).toEqual({ byte: 16, line: 3 });
});

test("a text that ends within a character may go on", () => {
  const text = Buffer.from("città");
  expect(faultOf(text.subarray(0, -1))).toBeNull();
  expect(faultOf(text.subarray(0, -1), text.subarray(-1))).toBeNull();
  expect(faultOf(text.subarray(0, -1), Buffer.from("x"))).toEqual({ byte: 5, line: 1 });
});

test("finds the first byte that is not UTF-8 wherever it is and wherever the pieces end", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ maxLength: 300 }),
      fc.array(fc.nat(700), { maxLength: 8 }),
      (before, after, places) => {
        const good = Buffer.from(before);
        const bytes = Buffer.concat([good, Buffer.from([0xff]), Buffer.from(after)]);
        const ends = [...places.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        expect(faultOf(...pieces)).toEqual({ byte: good.length + 1, line: before.split("\n").length });
        expect(faultOf(good)).toBeNull();
      },
    ),
  );
});
