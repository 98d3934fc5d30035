import fc from "fast-check";
import { LineOfIdentity } from "../../src/ingest/line-of-identity";

test("knows of every identity the line that was set, as a Map does, however often it grows", () => {
  const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(2 ** 32 - 2)), { maxLength: 300 });
  fc.assert(
    fc.property(entries, fc.array(fc.string({ maxLength: 3 })), (given, others) => {
      const [lines, map] = [new LineOfIdentity(2), new Map<string, number>()];
      for (const [identity, line] of given) {
        lines.set(identity, line);
        map.set(identity, line);
      }
      for (const identity of [...map.keys(), ...others]) expect(lines.get(identity)).toBe(map.get(identity));
    }),
  );
});

test("line 0, the first feature of a file, is a line", () => {
  const lines = new LineOfIdentity();
  lines.set("area nil:1", 0);
  expect(lines.get("area nil:1")).toBe(0);
});

test("says so when there is no room for more", () => {
  const lines = new LineOfIdentity(2, 8);
  for (let i = 0; i < 5; i++) lines.set(`observation ${i}`, i);
  expect(() => lines.set("observation 5", 5)).toThrow(
    "The file gives more than 6 records, too many to tell which of them stand twice.",
  );
});
