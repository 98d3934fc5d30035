import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import { parseJson } from "../../../src/ingest/formats/parse-json";

function refusal(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof HubError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("returns the value", () => {
  expect(parseJson('{"a":[1,null]}')).toEqual({ a: [1, null] });
});

test.each([
  ['{"a": x}', "line 1, column 7."],
  ['{\n "a": 1,\n}', "line 3, column 1."],
  ['{"a": 1} 2', "line 1, column 10."],
  ["[1, 2", "line 1, column 6: it ends there."],
  ['["text', "line 1, column 7: it ends there."],
  ["[1, tru", "line 1, column 8: it ends there."],
  ["[-", "line 1, column 3: it ends there."],
  ["", "line 1, column 1: it ends there."],
  ['["a\nb"]', "line 1, column 4."],
  ['["\\q"]', "line 1, column 4."],
])("names the place of the error in %j", (text, place) => {
  expect(refusal(text)).toBe(`The file is not JSON at ${place}`);
});

test("finds an invalid character in any place", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), (json, n) => {
      const value = JSON.parse(json);
      const text = JSON.stringify([value, value], null, 1);
      const commas = [...text.matchAll(/,\n/g)].map((match) => match.index);
      const at = commas[n % commas.length]! + 1;
      const { length } = text.slice(0, at).split("\n");
      expect(refusal(`${text.slice(0, at)}#${text.slice(at)}`)).toContain(`line ${length}, `);
    }),
  );
});
