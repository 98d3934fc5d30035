import { spelledText } from "../../../src/domain/text/spelled-text";

const known = ["nil:42", "HEALTH", "health", "centre-kind:CAM", "75+", "Prima versione"];

test.each([
  ["NIL:042", "nil:42"],
  ["health", "health"],
  ["HEALTH", "HEALTH"],
  ["Centre-Kind:cam", "centre-kind:CAM"],
  ["75+", "75+"],
  [" prima VERSIONE ", "Prima versione"],
  ["nil:4", undefined],
  ["", undefined],
])("%p means %p", (typed, text) => {
  expect(spelledText(typed, known)).toBe(text);
});
