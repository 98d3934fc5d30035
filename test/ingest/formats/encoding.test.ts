import { encodingOf, fromWindows1252 } from "../../../src/ingest/formats/encoding";
import { utf8Check } from "../../../src/ingest/formats/utf8";
import type { DeclaredEncoding } from "../../../src/ingest/kit/source";

function read(bytes: Buffer, declared?: DeclaredEncoding) {
  const check = utf8Check();
  check.push(bytes);
  const { encoding, problems } = encodingOf(check.counts(), declared);
  return [encoding, problems.map(({ severity, rule, line }) => [severity, rule, line])];
}
const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const damaged = Buffer.concat([Buffer.from("città\nè\n"), Buffer.from([0xff]), Buffer.from("\n")]);

test("UTF-8 and ASCII need no report", () => {
  expect(read(Buffer.from("città"))).toEqual(["utf-8", []]);
  expect(read(Buffer.from("citta"), "windows-1252")).toEqual(["utf-8", []]);
});

test("a file without any UTF-8 letter is Windows-1252, which is reported with the line", () => {
  expect(read(latin1("a\ncittà\nè\n"))).toEqual(["windows-1252", [["WARNING", "OTHER_ENCODING", 2]]]);
});

test("a source that declares Windows-1252 gets a report only if its file is in UTF-8", () => {
  expect(read(latin1("a\ncittà\n"), "windows-1252")).toEqual(["windows-1252", []]);
  expect(read(Buffer.from("città"), "windows-1252")).toEqual(["utf-8", [["NOTICE", "OTHER_ENCODING", null]]]);
});

test("a damaged byte does not change the encoding from UTF-8", () => {
  expect(read(damaged)).toEqual(["broken-utf-8", []]);
  const nowhere = Buffer.concat([Buffer.from("plain letters\n".repeat(20)), Buffer.from([0x81])]);
  expect(read(nowhere)).toEqual(["broken-utf-8", []]);
});

test("a file that is not text is rejected", () => {
  expect(() => read(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]))).toThrow(
    "The file is not UTF-8 at byte 6 (line 1).",
  );
});

test("letters of Windows-1252 that are not in Latin-1 are read according to the standard", () => {
  const bytes = Buffer.from(Array.from({ length: 0x80 }, (_, i) => 0x80 + i));
  const text = fromWindows1252(bytes).toString();
  expect(text.slice(0, 32)).toBe("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ");
  expect(text.slice(32)).toBe(bytes.subarray(32).toString("latin1"));
});
