import {
  joinedText,
  type LocalizedText,
  localizedText,
  originalOf,
  textIn,
  writtenIn,
} from "../../../src/domain/kit/localized-text";
import { defineRecord } from "../../../src/domain/kit/record";
import { refusalOf } from "../../support/record-constructor";

const thing = defineRecord("Thing", { name: localizedText() });
const checked = (name: LocalizedText) => () => thing.create({ name });

test.each<[string | null, string | null]>([
  ["Casa", "Centre"],
  ["Casa", null],
  [null, "Centre"],
])("a text has one language or more: %s, %s", (it, en) => {
  expect(checked({ it, en })()).toEqual({ name: { it, en } });
});

test.each<[string | null, string | null, string[]]>([
  [null, null, ["name.it"]],
  ["", "Centre", ["name.it"]],
  [" \n", null, ["name.it"]],
  ["Casa", "", ["name.en"]],
  [" ", " ", ["name.it", "name.en"]],
])("an existing text is not empty: %j, %j", (it, en, fields) => {
  expect(refusalOf(checked({ it, en })).problems.map(({ field }) => field)).toEqual(fields);
});

test("the original is a language of the text", () => {
  const refused = refusalOf(checked({ it: "Casa", en: null, original: "en" }));
  expect(refused.problems.map(({ field }) => field)).toEqual(["name.original"]);
});

test.each<[LocalizedText, LocalizedText, string]>([
  [{ it: "Casa", en: "Centre" }, { it: "Casa", en: "Centre" }, "it"],
  [{ it: "Casa", en: "Centre", original: "it" }, { it: "Casa", en: "Centre" }, "it"],
  [{ it: "Casa", en: null, original: null }, { it: "Casa", en: null }, "it"],
  [{ it: null, en: "Centre", original: "en" }, { it: null, en: "Centre" }, "en"],
  [{ it: "Casa", en: "Centre", original: "en" }, { it: "Casa", en: "Centre", original: "en" }, "en"],
])("%j has one form, %j, and its original is %s", (given, form, original) => {
  const { name } = checked(given)();
  expect(name).toEqual(form);
  expect(Object.keys(name)).toEqual(Object.keys(form));
  expect([originalOf(given), originalOf(name)]).toEqual([original, original]);
});

test("a missing language is read in the original, which is named", () => {
  expect(textIn({ it: null, en: "Centre" }, "it")).toEqual({ value: "Centre", language: "en" });
  expect(textIn({ it: "Casa", en: null }, "en")).toEqual({ value: "Casa", language: "it" });
  expect(textIn({ it: "Casa", en: "Centre", original: "en" }, "it")).toEqual({
    value: "Casa",
    language: "it",
  });
});

test("joined texts have the languages that all of them have", () => {
  const [both, english, italian] = [{ it: "A", en: "B" }, writtenIn("en", "C"), writtenIn("it", "D")];
  expect(joinedText([])).toBeNull();
  expect(joinedText([both, both])).toEqual({ it: "A A", en: "B B" });
  expect(joinedText([both, english])).toEqual({ it: null, en: "B C" });
  expect(joinedText([english, italian])).toEqual({ it: null, en: "C D" });
});
