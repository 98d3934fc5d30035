import { differences, textOf } from "./golden-file";

const lines = [
  { key: "share nil:1", facts: { "2011": [22.9, 6672, null], "2024": [22.3, 6543, null] } },
  { key: "share nil:2", facts: { "2024": [0.1 + 0.2, 3, "MISSING"] } },
];
const text = textOf(lines);

test("writes a line for each thing, with twelve digits", () => {
  expect(text).toBe("share nil:1\t2011=22.9,6672,- 2024=22.3,6543,-\nshare nil:2\t2024=0.3,3,MISSING\n");
});

test("finds nothing if nothing differs", () => {
  expect(differences(text, text)).toEqual([]);
});

test.each([
  ["one value", text.replace("22.3,", "22.4,"), ["share nil:1: 2024 was 22.3,6543,-, is 22.4,6543,-"]],
  ["a thing that is gone", text.split("\n")[0]!, ["share nil:2: is gone (was 2024=0.3,3,MISSING)"]],
  ["a thing that is new", `${text}share nil:3\t2024=1\n`, ["share nil:3: is new (2024=1)"]],
  [
    "a fact that is gone",
    text.replace("2011=22.9,6672,- ", ""),
    ["share nil:1: 2011 was 22.9,6672,-, is absent"],
  ],
  [
    "the order of things",
    text.split("\n").slice(0, 2).reverse().join("\n"),
    ["the order: share nil:1 was where share nil:2 is"],
  ],
])("names %s", (_, found, expected) => {
  expect(differences(text, found)).toEqual(expected);
});

test("rejects values that would be ambiguous later", () => {
  expect(() => textOf([{ key: "a", facts: { name: "two words" } }])).toThrow("would read as several facts");
  expect(() => differences(text, `${text}${text}`)).toThrow("the same key");
});
