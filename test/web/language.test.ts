import { languageOf } from "../../src/web/playground/language";

test.each([
  ["it", null, ["it-IT", "en"]],
  ["en", null, ["en-GB", "it"]],
  ["it", null, ["fr-FR", "IT"]],
  ["en", null, ["fr", "de"]],
  ["en", null, []],
  ["en", "en", ["it"]],
  ["it", "it", ["en"]],
  ["it", "fr", ["it"]],
] as const)("is %s for the choice %s and the browser's %j", (expected, chosen, preferred) => {
  expect(languageOf(chosen, preferred)).toBe(expected);
});
