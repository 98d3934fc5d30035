import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import { group, isCode, list, number, sources, text, whole } from "../../../src/domain/kit/field";
import { defineRecord, ownCode } from "../../../src/domain/kit/record";
import { refusalOf } from "../../support/record-constructor";

const thing = defineRecord(
  "Thing",
  { code: ownCode(), name: text(), sourceCodes: sources(), share: number() },
  ({ code, name }, check) => check(name !== code, "name", (texts) => texts.empty),
);
const good = { code: "a", name: "b", sourceCodes: ["c"], share: 1 };

test("a valid record is returned frozen, with all its fields", () => {
  const record = thing.create(good);
  expect(record).toEqual(good);
  expect([record, record.sourceCodes].every(Object.isFrozen)).toBe(true);
});

test("a record with problems is rejected with all of them, in English and Italian", () => {
  const error = refusalOf(() => thing.create({ code: "x 1", name: " ", sourceCodes: [], share: Number.NaN }));
  expect(error).toBeInstanceOf(HubError);
  const list =
    'code = "x 1": a code has 1 to 100 letters, digits or . _ : + - and begins with a letter or digit; ' +
    'name = " ": must not be empty; ' +
    "sourceCodes = []: each record names at least one source; " +
    'share = "NaN": a finite number.';
  const listIt =
    'code = "x 1": un codice ha da 1 a 100 lettere, cifre o . _ : + - e inizia con una lettera o una cifra; ' +
    'name = " ": non deve essere vuoto; ' +
    "sourceCodes = []: ogni record indica almeno una fonte; " +
    'share = "NaN": un numero finito.';
  expect({ ...error, message: error.message }).toEqual({
    name: "InvalidRecordError",
    suggestions: null,
    code: "INVALID_RECORD",
    message: `Thing "x 1" cannot be true: ${list}`,
    messageIt: `Thing "x 1" non può essere vero: ${listIt}`,
    hint: "Correct the named fields at the source and import it again.",
    hintIt: "Correggere i campi indicati nella fonte e importarla di nuovo.",
    where: "code",
    problems: [
      expect.objectContaining({ field: "code", value: "x 1" }),
      { field: "name", value: " ", rule: "must not be empty", ruleIt: "non deve essere vuoto" },
      expect.objectContaining({ field: "sourceCodes", value: [] }),
      { field: "share", value: Number.NaN, rule: "a finite number", ruleIt: "un numero finito" },
    ],
  });
});

test("missing fields, wrong types and unknown fields are named, in both languages", () => {
  const { name: _, ...rest } = good;
  const { problems } = refusalOf(() => thing.create({ ...rest, sourceCodes: "c", title: "d" } as never));
  expect(problems.map(({ field, rule, ruleIt }) => [field, rule, ruleIt])).toEqual([
    ["", "this record has no field title", "questo record non ha il campo title"],
    ["name", "must be of the type string", "deve essere del tipo string"],
    ["sourceCodes", "must be of the type array", "deve essere del tipo array"],
  ]);
});

test("rules between fields run only when each field is valid, inside groups too", () => {
  expect(refusalOf(() => thing.create({ ...good, name: "a" })).problems.map(({ field }) => field)).toEqual([
    "name",
  ]);
  const nested = defineRecord("Nested", {
    code: ownCode(),
    parts: list(
      group({ low: whole(0), high: whole(0, 9) }, ({ low, high }, check) =>
        check(low <= high, "high", (t) => t.number),
      ),
    ),
  });
  const parts = [
    { low: 1, high: 2 },
    { low: 3, high: 2 },
    { low: -1, high: 10 },
  ];
  expect(
    refusalOf(() => nested.create({ code: "a", parts })).problems.map(({ field, rule }) => [field, rule]),
  ).toEqual([
    ["parts[1].high", "a finite number"],
    ["parts[2].low", "a whole number, 0 or more"],
    ["parts[2].high", "a whole number from 0 to 9"],
  ]);
});

test("a blank record has its code and no facts", () => {
  expect(thing.blank("a")).toEqual({ code: "a", name: "", sourceCodes: [], share: "" });
});

test("of two records the first wins and the second fills what it lacks", () => {
  const first = { ...good, sourceCodes: ["c", "d"] };
  expect(thing.merged(first, { code: "z", name: "y", sourceCodes: ["d", "e"], share: 2 })).toEqual({
    ...first,
    sourceCodes: ["c", "d", "e"],
  });
});

test.each([
  [{ latitude: Number.NEGATIVE_INFINITY }, '{"latitude":"-Infinity"}'],
  [null, "null"],
  [undefined, "undefined"],
  ["x".repeat(200), `"${"x".repeat(116)}...`],
])("a message names the wrong value %p and not another", (share, shown) => {
  const { message } = refusalOf(() => thing.create({ ...good, share } as never));
  expect(message).toContain(`Thing "a" cannot be true: share = ${shown}: `);
});

test.each(["a", "9", "nil:42", "RSO5.1", "a_b-c+d", "a".repeat(100)])("%s is a code", (code) => {
  expect(isCode(code)).toBe(true);
});

test.each(["", ":a", "-a", "a b", "a#b", "a@b", "a/b", "città", "a\n", "a".repeat(101)])(
  "%j is not a code",
  (code) => {
    expect(isCode(code)).toBe(false);
  },
);

test("no code contains a separator of keys or ids", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "1", ":", ".", "#", "@", "\n", " ") }), (text) => {
      expect(isCode(text) && /[#@\s]/.test(text)).toBe(false);
    }),
  );
});
