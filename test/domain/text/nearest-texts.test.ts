import fc from "fast-check";
import { editDistance, nearestTexts } from "../../../src/domain/text/nearest-texts";
import { runs } from "../../support/runs";

test.each([
  ["", "", 0],
  ["nil:42", "nil:42", 0],
  ["nil:420", "nil:42", 1],
  ["shre", "share", 1],
  ["sahre", "share", 1],
  ["abc", "xyz", 3],
  ["kitten", "sitting", 3],
])("from %p to %p are %i letters", (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
});

test("the distance is the same both ways, and at most the longer length", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b) === 0).toBe(a === b);
    }),
    { numRuns: runs(500) },
  );
});

test("the nearest come first; equal ones by their common beginning; texts that differ too much are left out", () => {
  const known = ["nil:20", "nil:40", "nil:42", "municipio:4", "nil:42"];
  expect(nearestTexts("NIL:420", known, 5)).toEqual(["nil:42", "nil:40", "nil:20"]);
  expect(nearestTexts("NIL:420", known, 1)).toEqual(["nil:42"]);
});

test("the part before the colon may be missing", () => {
  expect(nearestTexts("cam", ["target-group:X", "centre-kind:CAM", "cap"], 1)).toEqual(["centre-kind:CAM"]);
});

test("without any resemblance the first three are named", () => {
  expect(nearestTexts("x", ["b", "a", "d", "c"], 5)).toEqual(["a", "b", "c"]);
});
