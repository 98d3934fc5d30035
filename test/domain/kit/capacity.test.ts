import type { Capacity } from "../../../src/domain/kit/capacity";
import { createCentre, mergeCentre } from "../../../src/domain/places/centre";
import { aCentre } from "../../support/builders";
import { refusalOf } from "../../support/record-constructor";

const places: Capacity = {
  unit: { it: "posti", en: "places" },
  available: 3,
  maximum: 10,
  updatedAt: "2026-05",
  sourceCode: "test",
};

test.each([
  ["more free than there are", { available: 11 }, "available"],
  ["less than nothing", { available: -1 }, "available"],
  ["half a place", { maximum: 2.5, available: null }, "maximum"],
  ["nothing counted", { available: null, maximum: null }, "maximum"],
  ["a day that is none", { updatedAt: "2026-13" }, "updatedAt"],
  ["no source", { sourceCode: "" }, "sourceCode"],
  ["nothing that is counted", { unit: { it: "", en: null } }, "unit.it"],
])("rejects %s", (_what, change, field) => {
  const { problems } = refusalOf(() => createCentre({ ...aCentre(), capacity: [{ ...places, ...change }] }));
  expect(problems.map((problem) => problem.field)).toEqual([`capacity[0].${field}`]);
});

test("rejects two counts of one unit by one source", () => {
  const { problems } = refusalOf(() => createCentre({ ...aCentre(), capacity: [places, places] }));
  expect(problems.map(({ field }) => field)).toEqual(["capacity"]);
});

test("0 free places are known, and not the same as an unknown number", () => {
  expect(aCentre({ capacity: [{ ...places, available: 0 }] }).capacity[0]!.available).toBe(0);
});

test("a new count replaces the one of the same source and unit, and leaves the others", () => {
  const other = { ...places, sourceCode: "other" };
  const now = { ...places, available: 5, updatedAt: "2026-06" };
  const merged = mergeCentre(aCentre({ capacity: [places, other] }), aCentre({ capacity: [now] }));
  expect(merged.capacity).toEqual([now, other]);
});
