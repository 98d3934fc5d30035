import fc from "fast-check";
import { entryOneLetterOff, isOneLetterOff } from "../../../src/domain/schedule/lexicon";

test.each([
  ["lugliuo", "luglio", true],
  ["er", "mer", true],
  ["mercolrdi", "mercoledi", true],
  ["giugno", "giugno", false],
  ["gugno", "giugn", false],
  ["lugilo", "luglio", false],
  ["a", "abc", false],
])("%s and %s: %s", (word, other, oneOff) => {
  expect([isOneLetterOff(word, other), isOneLetterOff(other, word)]).toEqual([oneOff, oneOff]);
});

test("finds each word with one letter added, removed or changed", () => {
  const letters = fc.stringMatching(/^[a-c]{1,6}$/);
  fc.assert(
    fc.property(letters, fc.nat(5), fc.constantFrom(0, 1), fc.constantFrom("", "z"), (word, n, cut, put) => {
      const at = n % word.length;
      const changed = word.slice(0, at) + put + word.slice(at + cut);
      expect(isOneLetterOff(word, changed)).toBe(changed !== word);
    }),
  );
});

test("takes an entry only if no other is equally near", () => {
  expect(entryOneLetterOff({ mer: 1, ven: 2 }, "er")).toBe(1);
  expect(entryOneLetterOff({ mer: 1, per: 2 }, "er")).toBeNull();
  expect(entryOneLetterOff({ mer: 1 }, "dom")).toBeNull();
});
