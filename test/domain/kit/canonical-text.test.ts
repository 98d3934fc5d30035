import fc from "fast-check";
import { canonicalText } from "../../../src/domain/kit/canonical-text";

/** The same value with the properties of each object in another order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, each]) => [name, reversed(each)]),
  );
};

test("is the same whatever the order of properties, and has the value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalText(value);
      expect(canonicalText(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("orders names by their UTF-16 units at every depth, in lists too", () => {
  expect(canonicalText({ b: [{ é: 1, z: 2, a: { y: 1, x: 2 } }], a: null, Z: undefined, B: "b" })).toBe(
    '{"B":"b","a":null,"b":[{"a":{"x":2,"y":1},"z":2,"é":1}]}',
  );
});

test("writes what has a form of its own in that form", () => {
  const day = new Date(0);
  expect(canonicalText({ b: day, a: [day] })).toBe(
    '{"a":["1970-01-01T00:00:00.000Z"],"b":"1970-01-01T00:00:00.000Z"}',
  );
});

test("keeps a property that is named as the prototype of objects", () => {
  const odd: unknown = JSON.parse('{"z":1,"__proto__":{"b":1,"a":2}}');
  expect(canonicalText(odd)).toBe('{"__proto__":{"a":2,"b":1},"z":1}');
});
