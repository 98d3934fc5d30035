import fc from "fast-check";
import type { AreaLevel } from "../../../src/domain/places/area";
import { type KnownAreas, liesElsewhere, placeOf } from "../../../src/domain/places/place-of";

const here = { latitude: 45.5, longitude: 9.2 };
const levels: Readonly<Record<string, AreaLevel>> = { municipio: "DISTRICT", nil: "NEIGHBOURHOOD" };

/** A city of which boundaries of some levels are loaded; `here` lies in Municipio 5 and NIL 5. */
const known = (...loaded: readonly AreaLevel[]): KnownAreas => ({
  areaCodesAt: ({ latitude }) =>
    latitude === here.latitude
      ? ["municipio:5", "nil:5"].filter((code) => loaded.includes(levels[code.split(":")[0]!]!))
      : [],
  areaOf: (code) => {
    const level = levels[code.split(":")[0]!];
    return level === undefined ? null : { level, cityCode: "comune:1" };
  },
  levelsWithBoundary: new Set(loaded),
});
const place = (over: Partial<Parameters<typeof placeOf>[0]>, areas = known("DISTRICT", "NEIGHBOURHOOD")) =>
  placeOf({ position: here, outside: "UNPLACED", ...over }, areas);

test("a thing is in the areas of its point and in their city", () => {
  expect(place({})).toEqual({
    position: here,
    areaCodes: ["municipio:5", "nil:5"],
    allAreaCodes: ["comune:1", "municipio:5", "nil:5"],
    doubt: null,
  });
});

test("the point has priority over a declared area of a loaded level", () => {
  const placed = place({ declared: { code: "municipio:4" } });
  expect([placed.allAreaCodes, placed.doubt]).toEqual([["comune:1", "municipio:5", "nil:5"], "ELSEWHERE"]);
});

test("a declared area counts without a loaded boundary of its level, and without a point", () => {
  const declared = { code: "municipio:4" };
  const ofNil = place({ declared }, known("NEIGHBOURHOOD"));
  expect([ofNil.allAreaCodes, ofNil.doubt]).toEqual([["comune:1", "municipio:4", "nil:5"], null]);
  expect(place({ declared, position: null }).allAreaCodes).toEqual(["comune:1", "municipio:4"]);
  expect(place({ declared }, known()).allAreaCodes).toEqual(["comune:1", "municipio:4"]);
});

test("an unknown area has the given level, and without one decides nothing", () => {
  const declared = { code: "quartiere:4" };
  expect(place({ declared }).allAreaCodes).toEqual(["comune:1", "quartiere:4", "municipio:5", "nil:5"]);
  expect(place({ declared: { ...declared, level: "DISTRICT" } })).toMatchObject({ doubt: "ELSEWHERE" });
  expect(liesElsewhere({ code: "nil:6" }, ["nil:5"], known("NEIGHBOURHOOD"))).toBe(true);
});

test("a point outside every boundary is kept in no area, and swapped coordinates are recognised", () => {
  const outside = { latitude: 1, longitude: 2 };
  const swapped = { latitude: here.longitude, longitude: here.latitude };
  const stated = { declared: { code: "municipio:4" }, always: ["comune:1"] };
  const inBoth = ["comune:1", "municipio:4"];
  expect(place({ position: outside, ...stated })).toMatchObject({ position: null, allAreaCodes: inBoth });
  expect(place({ position: outside, always: ["comune:1"] })).toEqual({
    position: outside,
    areaCodes: [],
    allAreaCodes: [],
    doubt: "OUTSIDE",
  });
  expect(place({ position: outside, ...stated, outside: "KEEP" })).toMatchObject({
    position: outside,
    allAreaCodes: inBoth,
    doubt: "OUTSIDE",
  });
  const alone = place({ position: swapped, always: ["comune:1"] });
  expect(alone).toMatchObject({ position: null, allAreaCodes: ["comune:1"], doubt: "SWAPPED" });
  expect(place({ position: swapped, outside: "KEEP" })).toMatchObject({
    position: swapped,
    doubt: "SWAPPED",
  });
  expect(place({ position: outside }, known())).toMatchObject({ position: outside, doubt: null });
});

test("a point in another city is not in the city of its file, and an unknown area of the file stays", () => {
  const two: KnownAreas = {
    ...known("DISTRICT"),
    areaOf: (code) =>
      code === "comune:2" ? { level: "CITY", cityCode: null } : known("DISTRICT").areaOf(code),
  };
  expect(place({ always: ["comune:2", "zona:1"] }, two).allAreaCodes).toEqual([
    "zona:1",
    "comune:1",
    "municipio:5",
  ]);
});

test("no area appears twice, and those that always count come first", () => {
  const code = fc.constantFrom("municipio:5", "nil:5", "comune:1", "nil:7", "quartiere:1");
  const point = fc.constantFrom(here, null);
  fc.assert(
    fc.property(fc.array(code), code, point, (always, declared, position) => {
      const { allAreaCodes } = place({ always, declared: { code: declared }, position });
      expect(new Set(allAreaCodes).size).toBe(allAreaCodes.length);
      const first = [...new Set(always)];
      expect(allAreaCodes.slice(0, first.length)).toEqual(first);
    }),
  );
});
