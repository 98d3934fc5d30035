import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import { quoted } from "../../../src/domain/kit/messages/values";
import { decodeCursor, encodeCursor, type Position } from "../../../src/storage/engine/cursor";
import { keys } from "../../../src/storage/records/keys";
import { runs } from "../../support/runs";

/** What decoding gives: a position, or the error if it is the one promised. Anything else fails the test. */
function decoded(list: string, cursor: string): Position | HubError {
  try {
    return decodeCursor(list, cursor);
  } catch (error) {
    if (error instanceof HubError && error.code === "INVALID_CURSOR") return error;
    throw error;
  }
}

const refused = expect.objectContaining({ name: "HubError", code: "INVALID_CURSOR", where: "after" });
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const parts = (cursor: string) => JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];

const list = fc.string({ unit: "grapheme", maxLength: 60 });
const keyPart = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
const position: fc.Arbitrary<Position> = fc.oneof(
  fc.record({ sk: keyPart }),
  fc.record({ listSk: keyPart, pk: keyPart, sk: keyPart }),
);

test("a cursor returns its position", () => {
  fc.assert(
    fc.property(list, position, (name, where) => {
      const cursor = encodeCursor(name, where);
      expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(decodeCursor(name, cursor)).toEqual(where);
    }),
  );
});

test("the longest possible keys still give a cursor that is accepted", () => {
  const code = "1.".repeat(50);
  const { listSk } = keys.list.observations(code, "2026-01-01", "NEIGHBOURHOOD", code);
  const where = { listSk, ...keys.observation(code, code, "2026-01-01") };
  expect(decodeCursor("x", encodeCursor("x", where))).toEqual(where);
  const { sk } = keys.centreInArea(code, "𐌰".repeat(80), code);
  expect(decodeCursor("x", encodeCursor("x", { sk }))).toEqual({ sk });
});

test("a cursor of another list or filter is rejected with an error that names it", () => {
  const error = decoded("b", encodeCursor("a", { sk: "1" })) as HubError;
  expect(error).toEqual(refused);
  expect(error.message).toMatch(/^The cursor "\w+" belongs to another list or filter\.$/);
  expect(error.messageIt).toMatch(/^Il cursore "\w+" appartiene a un altro elenco o filtro\.$/);
  expect(error.hint).toContain("endCursor");
  fc.assert(
    fc.property(list, list, position, (one, other, where) => {
      fc.pre(one !== other);
      expect(decoded(other, encodeCursor(one, where))).toEqual(refused);
    }),
  );
});

const [, print] = parts(encodeCursor("list", { sk: "1" }));

test.each([
  ["nothing", ""],
  ["blanks", "   "],
  ["no base64", "è una prova"],
  ["no JSON", Buffer.from("no").toString("base64url")],
  ["another form", encoded([2, print, { sk: "1" }])],
  ["the form as text", encoded(["1", print, { sk: "1" }])],
  ["too few parts", encoded([1, print])],
  ["too many parts", encoded([1, print, { sk: "1" }, 0])],
  ["an object", encoded({ form: 1, print, position: { sk: "1" } })],
  ["no fingerprint", encoded([1, null, { sk: "1" }])],
  ["no position", encoded([1, print, null])],
  ["a position that is text", encoded([1, print, "1"])],
  ["a number in the position", encoded([1, print, { sk: 1 }])],
  ["an object in the position", encoded([1, print, { sk: { S: "1" } }])],
  ["an empty key", encoded([1, print, { sk: "" }])],
  ["a key that the table cannot hold", encoded([1, print, { sk: "k".repeat(1025) }])],
  ["a cursor without end", encoded([1, print, { sk: "1", more: "x".repeat(1000), most: "y".repeat(1000) }])],
])("%s is not a cursor", (_what, cursor) => {
  const error = decoded("list", cursor) as HubError;
  expect(error).toEqual(refused);
  expect(error.message).toBe(`The cursor ${quoted(cursor)} is not a cursor of this hub.`);
});

test("every part of a cursor from its beginning is rejected, except the whole", () => {
  const cursor = encodeCursor("list", { sk: "casa#test:1" });
  for (let length = 0; length < cursor.length; length++)
    expect(decoded("list", cursor.slice(0, length))).toEqual(refused);
});

const isPosition = (value: Position | HubError): boolean =>
  !(value instanceof HubError) &&
  Object.values(value).every((part) => typeof part === "string" && part.length > 0);

test("any text sent as a cursor is rejected, or is a position of texts: no other error is thrown", () => {
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.base64String({ maxLength: 300 }),
    fc.anything().map((value) => encoded(value ?? null)),
    fc.jsonValue().map((value) => encoded([1, print, value])),
    fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer())).map((p) => encoded([1, print, p])),
  );
  fc.assert(
    fc.property(anything, (cursor) => {
      const value = decoded("list", cursor);
      expect(value instanceof HubError || isPosition(value)).toBe(true);
    }),
    { numRuns: runs(1000) },
  );
});

test("a cursor with a changed character is rejected, or still a position of the same list", () => {
  const characters = fc.constantFrom(..."ABCDWXYZabcdwxyz0189-_=+/ é");
  fc.assert(
    fc.property(position, fc.nat(), characters, (where, at, character) => {
      const cursor = encodeCursor("list", where);
      const i = at % cursor.length;
      const value = decoded("list", cursor.slice(0, i) + character + cursor.slice(i + 1));
      expect(value instanceof HubError || isPosition(value)).toBe(true);
    }),
    { numRuns: runs(500) },
  );
});
