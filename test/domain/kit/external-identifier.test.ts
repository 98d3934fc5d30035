import fc from "fast-check";
import {
  foldIdentifier,
  identifierSchemes,
  parseIdentifier,
} from "../../../src/domain/kit/external-identifier";
import { hasVatCheckDigit, isLei } from "../../../src/domain/kit/identifier-checks";
import { anOrganization } from "../../support/builders";
import { refusalOf } from "../../support/record-constructor";
import { runs } from "../../support/runs";

const problemsOf = (scheme: string, value: string): string[] => {
  try {
    anOrganization({ identifiers: [{ scheme, value }] });
    return [];
  } catch {
    const error = refusalOf(() => anOrganization({ identifiers: [{ scheme, value }] }));
    return error.problems.map(({ field }) => field);
  }
};

test.each([
  ["IPA", "c_f205"],
  ["IPA_AOO", "A1B2C3D"],
  ["IPA_UO", "XYZ123"],
  ["CF", "12345678903"],
  ["VAT", "00000000000"],
  ["LEI", "529900T8BM49AURSDO55"],
  ["RUNTS", "12345"],
  ["ISTAT", "015146"],
  ["ds3017", "25"],
])("%s %s is accepted", (scheme, value) => {
  expect(problemsOf(scheme, value)).toEqual([]);
});

test.each([
  ["CF", "12345678901", "value"],
  ["CF", "RSSMRA80A01F205X", "value"],
  ["VAT", "1234567890", "value"],
  ["VAT", "IT12345678903", "value"],
  ["LEI", "529900T8BM49AURSDO56", "value"],
  ["ISTAT", "15146", "value"],
  ["IPA", "", "value"],
  ["IPA", " c_f205", "value"],
  ["ds3017", "x".repeat(201), "value"],
  ["Ipa", "c_f205", "scheme"],
  ["DS3017", "25", "scheme"],
  ["a#b", "25", "scheme"],
  ["", "25", "scheme"],
])("%s %s is rejected for its %s", (scheme, value, part) => {
  expect(problemsOf(scheme, value)).toEqual([`identifiers[0].${part}`]);
});

test("a record cannot have a key twice, in any spelling", () => {
  const twice = [
    { scheme: "IPA", value: "c_f205" },
    { scheme: "IPA", value: "C_F205" },
  ];
  const { problems } = refusalOf(() => anOrganization({ identifiers: twice }));
  expect(problems.map(({ field }) => field)).toEqual(["identifiers"]);
});

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(""));

test("ten digits have exactly one check digit, and one wrong digit is always found", () => {
  fc.assert(
    fc.property(digits(10), fc.nat(9), fc.integer({ min: 1, max: 9 }), (ten, place, change) => {
      const sound = [..."0123456789"].map((check) => ten + check).filter(hasVatCheckDigit);
      expect(sound).toHaveLength(1);
      const wrong = [...ten].map((d, i) => (i === place ? (Number(d) + change) % 10 : d)).join("");
      expect(hasVatCheckDigit(wrong + sound[0]![10])).toBe(false);
    }),
  );
});

// A digit in the place of a letter makes the number shorter, which one wrong key in 97 survives.
test("a LEI with one different digit or letter is invalid", () => {
  const lei = "529900T8BM49AURSDO55";
  const kinds = ["0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((chars) => [...chars]);
  const chars = kinds.map((kind) => fc.constantFrom(...kind));
  fc.assert(
    fc.property(fc.nat(19), ...(chars as [(typeof chars)[0], (typeof chars)[0]]), (place, digit, letter) => {
      const char = /\d/.test(lei[place]!) ? digit : letter;
      const changed = lei.slice(0, place) + char + lei.slice(place + 1);
      expect(isLei(changed)).toBe(changed === lei);
    }),
    { numRuns: runs(500) },
  );
});

test("folding makes capital letters and spaces equal, and folding twice changes nothing", () => {
  expect(foldIdentifier({ scheme: " ipa", value: "C_F 205 " })).toEqual({ scheme: "ipa", value: "c_f205" });
  fc.assert(
    fc.property(fc.constantFrom(...identifierSchemes, "ds3017"), fc.string(), (scheme, value) => {
      const once = foldIdentifier({ scheme, value });
      expect(foldIdentifier(once)).toEqual(once);
    }),
  );
});

test.each([
  ["ds3017:25", { scheme: "ds3017", value: "25" }],
  ["ds1303:a:b", { scheme: "ds1303", value: "a:b" }],
  ["ds3017", null],
  [":25", null],
  ["ds3017:", null],
  [" : ", null],
])("%j is %j", (text, identifier) => {
  expect(parseIdentifier(text)).toEqual(identifier);
});
