import { codeSpellings } from "../../../src/domain/kit/code-spellings";

test.each([
  ["nil:42", "nil:42"],
  ["NIL:42", "nil:42"],
  [" nil : 042 ", "nil:42"],
  ["comune:15146", "comune:015146"],
  ["Centre-Kind:cam", "centre-kind:CAM"],
  ["eeco01", "EECO01"],
  ["ds3017:hours_not_understood:02F9", "ds3017:HOURS_NOT_UNDERSTOOD:02f9"],
])("%p may be %p", (typed, code) => {
  expect(codeSpellings(typed)).toContain(code);
});

test("the code as typed comes first, and there are at most twelve", () => {
  const spellings = codeSpellings("Ab:07:cD");
  expect(spellings[0]).toBe("Ab:07:cD");
  expect(spellings.length).toBeLessThanOrEqual(12);
});

test.each(["", " ", "Chiesa Rossa", "a#b", "x".repeat(101)])(
  "%p cannot be a code: nothing is read",
  (typed) => {
    expect(codeSpellings(typed)).toEqual([]);
  },
);
