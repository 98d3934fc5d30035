import fc from "fast-check";
import { identityHash, LineOfIdentity } from "../../../src/ingest/kit/line-of-identity";

test("gives the line that was set for every identity, like a Map, after any growth", () => {
  const entries = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.nat(2 ** 32 - 2)), { maxLength: 300 });
  fc.assert(
    fc.property(entries, fc.array(fc.string({ maxLength: 3 })), (given, others) => {
      const [lines, map] = [new LineOfIdentity(2), new Map<string, number>()];
      for (const [identity, line] of given) {
        lines.set(identityHash(identity), line);
        map.set(identity, line);
      }
      for (const identity of [...map.keys(), ...others])
        expect(lines.get(identityHash(identity))).toBe(map.get(identity));
    }),
  );
});

test("line 0, the first feature of a file, is a valid line", () => {
  const lines = new LineOfIdentity();
  lines.set(identityHash("area nil:1"), 0);
  expect(lines.get(identityHash("area nil:1"))).toBe(0);
});

test("reports when there is no more room", () => {
  const lines = new LineOfIdentity(2, 8);
  for (let i = 0; i < 6; i++) lines.set(identityHash(`observation ${i}`), i);
  expect(() => lines.set(identityHash("observation 6"), 6)).toThrow(
    "The file gives more than 7 records, too many to find those that occur twice.",
  );
});
