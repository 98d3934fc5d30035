import { extracted, matches, patternFault } from "../../../src/ingest/mapping/pattern";

test.each([
  ["Municipio (\\d+)", null],
  ["(a", /^is no regular expression: /],
  ["Municipio \\d+", /^has 0 groups/],
  ["(a)(b)", /^has 2 groups/],
  ["((?:a+)+)", /^repeats a group/],
  ["(\\s*\\w+\\s*){3,}", /^repeats a group/],
  ["((?:(?:a+)b?)*)", /^repeats a group/],
  ["((?:[*+]\\+x){2,5})", null],
  ["^(.*?)\\s*(?:\\(\\s*(?:ex\\s+)?CAM\\s*\\))?$", null],
  [`(${"a".repeat(300)})`, /more than 300/],
])("the pattern %j has the fault %p", (pattern, fault) => {
  if (fault === null) expect(patternFault(pattern)).toBeNull();
  else expect(patternFault(pattern)).toMatch(fault);
});

test("takes the text of the group, ignoring case and space, and nothing without a match", () => {
  expect(extracted("^municipio\\s+(.*)$", "MUNICIPIO   Nove ")).toBe("Nove");
  expect(extracted("^municipio\\s+(\\d+)$", "Zona 9")).toBe("");
  expect([matches("^[1-9]", "0288"), matches("^[1-9]", "288")]).toEqual([false, true]);
});

test("applies a pattern to a thousand characters at most", () => {
  expect(extracted("(z)", `${"a".repeat(1_000)}z`)).toBe("");
});
