import fc from "fast-check";
import {
  type Access,
  type CityAccess,
  cityAccess,
  type Facility,
  whatIf,
} from "../../../src/domain/access/access-figures";
import {
  catchmentRadiusMetres,
  comparedScenarios,
  type WalkingScenario,
} from "../../../src/domain/access/walking-scenario";
import { distanceMetres, walkingMinutes } from "../../../src/domain/geo/distance";
import type { GeoPoint } from "../../../src/domain/geo/point";
import { unitPoints } from "../../../src/domain/geo/unit-points";
import { between, pointIn } from "../../support/geo-arbitraries";

const town = { west: 9.1, south: 45.4, east: 9.14, north: 45.43 };
const asked = { minutes: 15, speedKmh: 3.5, detourFactor: 1.3 };

const facility: fc.Arbitrary<Facility> = fc
  .record({ point: pointIn(town), supply: between(0.5, 20) })
  .map(({ point, supply }) => ({ ...point, supply }));
const facilities = fc.array(facility, { maxLength: 12 });
interface Place {
  readonly people: number;
  readonly at: readonly GeoPoint[];
}
const area: fc.Arbitrary<Place> = fc.record({
  people: fc.nat(10_000),
  at: fc.array(pointIn(town), { minLength: 1, maxLength: 30 }),
});
const accessOf = (
  places: readonly Place[],
  ...rest: [readonly Facility[], readonly [WalkingScenario, ...WalkingScenario[]]]
): CityAccess =>
  cityAccess(
    places.map(({ people, at }) => ({ people, points: unitPoints(at) })),
    ...rest,
  );
const areas = fc.array(area, { minLength: 1, maxLength: 8 });
const scenario = fc.record({
  minutes: between(1, 30),
  speedKmh: between(1, 8),
  detourFactor: between(1, 2),
});

const shares = (all: readonly Access[]) => all.map(({ figures }) => figures?.coveredShare ?? 0);
const slack = 1e-9;
const noneBelow = (a: readonly number[], b: readonly number[]) =>
  a.every((value, i) => value >= b[i]! - slack * Math.max(1, Math.abs(b[i]!)));

test("the radius is minutes x speed / detour", () => {
  const radii = comparedScenarios(asked).map((each) => Math.round(catchmentRadiusMetres(each)));
  expect(radii).toEqual([673, 962, 1250]);
  expect(comparedScenarios({ ...asked, speedKmh: 4 })).toHaveLength(4);
});

test("counts by hand: two areas, two centres, one of them out of reach", () => {
  // 0.001 degrees of latitude are 111.2 m; the catchment is 673 m, its thirds 224 and 449 m.
  const at = (steps: number) => ({ latitude: 45.4 + steps / 1000, longitude: 9.1 });
  const {
    areas: found,
    total,
    reached,
  } = accessOf(
    [
      { people: 1000, at: [at(0), at(3), at(5), at(7)] },
      { people: 500, at: [at(1)] },
    ],
    [
      { ...at(0), supply: 1 },
      { ...at(900), supply: 1 },
    ],
    [asked],
  );
  expect(reached).toBe(1);
  const [first, second] = found.map(({ figures }) => figures!);
  expect(first).toMatchObject({ coveredPeople: 750, coveredShare: 0.75, gapPeople: 250, gapPer1000: 250 });
  expect(first!.nearestMinutes).toBeCloseTo((((0 + 3 + 5 + 7) / 4) * 111.195 * (1.3 * 60)) / 3500, 3);
  // 2SFCA: R = 1 / (750 + 500); E2SFCA: R = 1 / (250 (1 + 0.68 + 0.22) + 500).
  expect(first!.twoStepScore).toBeCloseTo((1000 * 0.75) / 1250, 9);
  expect(second!.twoStepScore).toBeCloseTo(1000 / 1250, 9);
  expect(first!.enhancedScore).toBeCloseTo((1000 * (1.9 / 4)) / 975, 9);
  expect(second!.enhancedScore).toBeCloseTo(1000 / 975, 9);
  expect(total.figures).toMatchObject({ coveredPeople: 1250, gapPeople: 250 });
});

test("without people there are no figures, without centres no nearest one", () => {
  const at = [{ latitude: 45.4, longitude: 9.1 }];
  expect(accessOf([{ people: 0, at }], [], [asked])).toEqual({
    areas: [{ people: 0, figures: null, sensitivity: [] }],
    total: { people: 0, figures: null, sensitivity: [] },
    reached: 0,
    pairs: 0,
  });
  expect(accessOf([{ people: 10, at }], [], [asked]).total.figures).toEqual({
    coveredPeople: 0,
    coveredShare: 0,
    gapPeople: 10,
    gapPer1000: 1000,
    nearestMinutes: null,
    twoStepScore: 0,
    enhancedScore: 0,
  });
});

test("refuses more pairs than the limit", () => {
  const at = [{ latitude: 45.4, longitude: 9.1 }];
  const places = [{ ...at[0]!, supply: 1 }];
  const areasOfOne = [{ people: 1, points: unitPoints(at) }];
  // The facility is compared with the area, with its only cell and with its only point.
  expect(cityAccess(areasOfOne, places, [asked], 3).pairs).toBe(3);
  expect(() => cityAccess(areasOfOne, places, [asked], 2)).toThrow("More than 2 pairs");
});

test("people times score, summed over all areas, is the reachable supply, with equal and falling weights", () => {
  fc.assert(
    fc.property(areas, facilities, scenario, (people, places, how) => {
      const { areas: found, reached, total } = accessOf(people, places, [how]);
      const radius = catchmentRadiusMetres(how);
      const supplies = places.filter((place) =>
        people.some(
          (each) => each.people > 0 && each.at.some((point) => distanceMetres(point, place) <= radius),
        ),
      );
      // On the very edge of a catchment rounding decides.
      fc.pre(
        people.every((each) =>
          each.at.every((point) =>
            places.every((place) => Math.abs(distanceMetres(point, place) - radius) > 1e-6),
          ),
        ),
      );
      expect(reached).toBe(supplies.length);
      const supply = supplies.reduce((sum, place) => sum + place.supply, 0);
      for (const score of ["twoStepScore", "enhancedScore"] as const) {
        const given = found.reduce(
          (sum, { people: p, figures }) => sum + (p * (figures?.[score] ?? 0)) / 1000,
          0,
        );
        expect(given).toBeCloseTo(supply, 6);
        expect(((total.figures?.[score] ?? 0) * total.people) / 1000).toBeCloseTo(supply, 6);
      }
    }),
  );
});

test("coverage never falls with minutes and speed, and never rises with the detour", () => {
  fc.assert(
    fc.property(areas, facilities, scenario, between(0, 5), (people, places, how, more) => {
      const covered = (each: typeof how) => shares(accessOf(people, places, [each]).areas);
      const base = covered(how);
      expect(noneBelow(covered({ ...how, minutes: how.minutes + more }), base)).toBe(true);
      expect(noneBelow(covered({ ...how, speedKmh: how.speedKmh + more }), base)).toBe(true);
      expect(noneBelow(base, covered({ ...how, detourFactor: how.detourFactor + more }))).toBe(true);
    }),
  );
});

test("a new centre never lowers coverage or score and never lengthens a way; closing one does the reverse", () => {
  fc.assert(
    fc.property(areas, facilities, facility, scenario, (people, places, opened, how) => {
      const before = accessOf(people, places, [how]).areas;
      const after = accessOf(people, [...places, opened], [how]).areas;
      for (const figure of ["coveredShare", "twoStepScore", "enhancedScore"] as const) {
        const [a, b] = [after, before].map((all) => all.map(({ figures }) => figures?.[figure] ?? 0));
        expect(noneBelow(a!, b!)).toBe(true);
      }
      const [a, b] = [before, after].map((all) => all.map(({ figures }) => figures?.nearestMinutes ?? 1e9));
      expect(noneBelow(a!, b!)).toBe(true);
    }),
  );
});

test("a what-if without a change is the present, and so is closing what it opened", () => {
  fc.assert(
    fc.property(facilities, facility, (places, opened) => {
      const named = places.map((place, i) => ({ ...place, code: `c:${i}` }));
      expect(whatIf(named, { add: [], close: [] })).toEqual(named);
      const one = { ...opened, code: "c:new" };
      expect(whatIf(whatIf(named, { add: [one], close: [] }), { add: [], close: ["c:new"] })).toEqual(named);
      expect(whatIf(named, { add: [], close: named.map(({ code }) => code) })).toEqual([]);
    }),
  );
});

test("covered and not covered add up to all people, at every speed", () => {
  fc.assert(
    fc.property(areas, facilities, scenario, (people, places, how) => {
      const { areas: found, total } = accessOf(people, places, [how, asked]);
      for (const { people: all, figures, sensitivity } of [...found, total]) {
        if (figures === null) continue;
        expect(figures.coveredPeople + figures.gapPeople).toBeCloseTo(all, 6);
        expect(sensitivity[0]).toMatchObject({ scenario: how, coveredShare: figures.coveredShare });
        expect(
          sensitivity.every(({ gapPer1000, coveredShare }) => coveredShare >= 0 && gapPer1000 >= -1e-9),
        ).toBe(true);
      }
    }),
  );
});

test("finds the same as a measurement of every way from every point", () => {
  fc.assert(
    fc.property(
      areas,
      fc.array(facility, { minLength: 1, maxLength: 12 }),
      scenario,
      (people, places, how) => {
        const radius = catchmentRadiusMetres(how);
        for (const [i, { figures }] of accessOf(people, places, [how]).areas.entries()) {
          if (figures === null) continue;
          const ways = people[i]!.at.map((point) =>
            Math.min(...places.map((place) => distanceMetres(point, place))),
          );
          const mean = ways.reduce((sum, way) => sum + way, 0) / ways.length;
          expect(figures.nearestMinutes).toBeCloseTo(walkingMinutes(mean, how), 4);
          if (ways.some((way) => Math.abs(way - radius) < 1e-6)) continue;
          expect(figures.coveredShare).toBeCloseTo(
            ways.filter((way) => way <= radius).length / ways.length,
            9,
          );
        }
      },
    ),
  );
});
