import { type AreaBoundary, createAreaBoundary } from "../../../src/domain/places/area-boundary";
import { refusalOf, testRecordConstructor } from "../../support/record-constructor";

const triangle = [
  [9, 45],
  [10, 45],
  [10, 46],
  [9, 45],
] as const;

const good = (): AreaBoundary => ({ areaCode: "nil:1", level: "NEIGHBOURHOOD", polygons: [[triangle]] });

testRecordConstructor("AreaBoundary", createAreaBoundary, good, [
  ["a code that is none", { areaCode: "" }, ["areaCode"]],
  ["no polygon", { polygons: [] }, ["polygons"]],
  ["a polygon without ring", { polygons: [[]] }, ["polygons"]],
  ["a ring that is not closed", { polygons: [[triangle.slice(0, 3)]] }, ["polygons"]],
  ["a position off the globe", { polygons: [[[[200, 0], ...triangle.slice(1, 3), [200, 0]]]] }, ["polygons"]],
  ["several faults", { areaCode: "a b", polygons: [[triangle], []] }, ["areaCode", "polygons"]],
]);

test("reports where the drawing is wrong", () => {
  expect(refusalOf(() => createAreaBoundary({ ...good(), polygons: [[triangle], []] })).message).toBe(
    'AreaBoundary "nil:1" cannot be true: ' +
      "polygons = [[[[9,45],[10,45],[10,46],[9,45]]],[]]: coordinates[1] has no ring; a polygon has at least 1.",
  );
});
