import fc from "fast-check";
import { checkCode, checking, checkSources, checkText, isCode } from "../../../src/domain/kit/check";
import { HubError } from "../../../src/domain/kit/errors";
import { refusalOf } from "../../support/record-constructor";

test("a record without problems is given back itself, frozen", () => {
  const fields = { code: "a" };
  expect(checking("Thing", "a", fields).passed()).toBe(fields);
  expect(Object.isFrozen(fields)).toBe(true);
});

test("a record with problems is refused with all of them, in English and Italian", () => {
  const record = checking("Thing", "x 1", {});
  checkCode(record, "code", "x 1");
  checkText(record, "name", " ");
  checkSources(record, []);
  record.check(false, "share", Number.NaN, "a finite number");
  const error = refusalOf(record.passed);
  expect(error).toBeInstanceOf(HubError);
  const list =
    'code = "x 1": a code has 1 to 100 letters, digits or . _ : + - and begins with a letter or digit; ' +
    'name = " ": must not be empty; ' +
    "sourceCodes = []: each record names at least one source; " +
    'share = "NaN": a finite number.';
  expect({ ...error, message: error.message }).toEqual({
    name: "InvalidRecordError",
    code: "INVALID_RECORD",
    message: `Thing "x 1" cannot be true: ${list}`,
    messageIt: `Thing "x 1" non può essere vero: ${list}`,
    hint: "Correct the named fields at the source and import it again.",
    hintIt: "Correggere i campi indicati nella fonte e importarla di nuovo.",
    where: "code",
    problems: [
      expect.objectContaining({ field: "code", value: "x 1" }),
      { field: "name", value: " ", rule: "must not be empty" },
      { field: "sourceCodes", value: [], rule: "each record names at least one source" },
      { field: "share", value: Number.NaN, rule: "a finite number" },
    ],
  });
});

test.each([
  [Number.NaN, '"NaN"'],
  [{ latitude: Number.NEGATIVE_INFINITY }, '{"latitude":"-Infinity"}'],
  [null, "null"],
  [undefined, "undefined"],
  ["x".repeat(200), `"${"x".repeat(116)}...`],
])("a message names the wrong value %p and not another", (value, shown) => {
  const record = checking("Thing", "t", {});
  record.check(false, "field", value, "rule");
  expect(refusalOf(record.passed).message).toBe(`Thing "t" cannot be true: field = ${shown}: rule.`);
});

test.each(["a", "9", "nil:42", "RSO5.1", "a_b-c+d", "a".repeat(100)])("%s is a code", (code) => {
  expect(isCode(code)).toBe(true);
});

test.each(["", ":a", "-a", "a b", "a#b", "a@b", "a/b", "città", "a\n", "a".repeat(101)])(
  "%j is no code",
  (code) => {
    expect(isCode(code)).toBe(false);
  },
);

test("no code holds a separator of keys or ids", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "1", ":", ".", "#", "@", "\n", " ") }), (text) => {
      expect(isCode(text) && /[#@\s]/.test(text)).toBe(false);
    }),
  );
});
