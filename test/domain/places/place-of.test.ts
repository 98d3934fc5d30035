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
  placeOf({ position: here, outside: "DROP", ...over }, areas);

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

test("a point outside every boundary is dropped or kept, and swapped coordinates are recognised", () => {
  const outside = { latitude: 1, longitude: 2 };
  const swapped = { latitude: here.longitude, longitude: here.latitude };
  expect(place({ position: outside })).toMatchObject({ position: null, doubt: "OUTSIDE" });
  expect(place({ position: outside, outside: "KEEP" })).toMatchObject({
    position: outside,
    doubt: "OUTSIDE",
  });
  expect(place({ position: swapped })).toMatchObject({ position: null, doubt: "SWAPPED" });
  expect(place({ position: outside }, known())).toMatchObject({ position: outside, doubt: null });
});

test("no area appears twice, and those that always count come first", () => {
  const code = fc.constantFrom("municipio:5", "nil:5", "comune:1", "nil:7", "quartiere:1");
  const point = fc.constantFrom(here, null, { latitude: 1, longitude: 2 });
  fc.assert(
    fc.property(fc.array(code), code, point, (always, declared, position) => {
      const { allAreaCodes } = place({ always, declared: { code: declared }, position });
      expect(new Set(allAreaCodes).size).toBe(allAreaCodes.length);
      const first = [...new Set(always)];
      expect(allAreaCodes.slice(0, first.length)).toEqual(first);
    }),
  );
});
