import fc from "fast-check";
import { type ByteCounts, type Utf8Fault, utf8Check } from "../../../src/ingest/formats/utf8";
import { runs } from "../../support/runs";

function countsOf(...pieces: readonly Uint8Array[]): ByteCounts {
  const check = utf8Check();
  for (const piece of pieces) check.push(piece);
  return check.counts();
}
const faultOf = (...pieces: readonly Uint8Array[]): Utf8Fault | null => countsOf(...pieces).firstFault;

test("names the byte and the line that are not UTF-8", () => {
  const latin1 = Buffer.from("a;b\n1;2\ncittà;4\n5;6\n", "latin1");
  expect(faultOf(latin1)).toEqual({ byte: 13, line: 3 });
  expect(faultOf(Buffer.from("\uFEFF"), latin1)).toEqual({ byte: 16, line: 3 });
});

test("a text that ends within a character may continue", () => {
  const text = Buffer.from("città");
  expect(faultOf(text.subarray(0, -1))).toBeNull();
  expect(faultOf(text.subarray(0, -1), text.subarray(-1))).toBeNull();
  expect(faultOf(text.subarray(0, -1), Buffer.from("x"))).toEqual({ byte: 5, line: 1 });
});

test("finds the first byte that is not UTF-8 in any place and with any size of pieces", () => {
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

test("counts the same with any size of pieces", () => {
  const bytes = fc
    .uint8Array({ maxLength: 200 })
    .map((noise) => Buffer.concat([Buffer.from("è\n€𝄞"), noise]));
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(200), { maxLength: 8 }), (text, places) => {
      const ends = [...places.filter((at) => at < text.length).sort((a, b) => a - b), text.length];
      const pieces = ends.map((end, i) => text.subarray(ends[i - 1] ?? 0, end));
      expect(countsOf(...pieces)).toEqual(countsOf(text));
    }),
    { numRuns: runs(1_000) },
  );
});

test("counts characters of more than one byte, bytes that are not UTF-8 and those that no text has", () => {
  const text = Buffer.concat([Buffer.from("aè€𝄞\0"), Buffer.from([0xe0, 0x41, 0x81])]);
  expect(countsOf(text)).toMatchObject({ wideCharacters: 3, faults: 2 });
});
