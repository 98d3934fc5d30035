import fc from "fast-check";
import { candidatePairs } from "../../../src/domain/matching/candidate-pairs";
import { comparePlaces, type Verdict } from "../../../src/domain/matching/compare-places";
import { locationsOf } from "../../../src/domain/matching/locations-of";
import { type MatchedPlaces, matchPlaces } from "../../../src/domain/matching/match-places";
import { placeOf } from "../../../src/domain/matching/place";
import type { Centre } from "../../../src/domain/places/centre";
import { aCentre } from "../../support/builders";
import { isWithinMadeUpCity, someCentres } from "../../support/place-arbitraries";
import { runs } from "../../support/runs";

const placesOf = (centres: readonly Centre[]) => centres.map((centre) => placeOf(centre, isWithinMadeUpCity));

const codesOf = ({ groups }: MatchedPlaces): string[][] =>
  groups.map((group) => group.map(({ code }) => code));

const shuffled = someCentres.chain((centres) =>
  fc.tuple(fc.constant(centres), fc.shuffledSubarray(centres, { minLength: centres.length })),
);

test("the order of the records makes no difference, and each is in one group", () => {
  fc.assert(
    fc.property(shuffled, ([centres, other]) => {
      const matched = matchPlaces(placesOf(centres));
      expect(matchPlaces(placesOf(other))).toEqual(matched);
      expect(codesOf(matched).flat().sort()).toEqual(centres.map(({ code }) => code).sort());
      expect(locationsOf(other, isWithinMadeUpCity)).toEqual(locationsOf(centres, isWithinMadeUpCity));
    }),
    { numRuns: runs(200) },
  );
});

test("pairs that are not compared would not match", () => {
  fc.assert(
    fc.property(someCentres, (centres) => {
      const places = placesOf(centres);
      const compared = new Set(candidatePairs(places).map(([i, j]) => `${i} ${j}`));
      for (const [i, a] of places.entries())
        for (const [j, b] of places.entries())
          if (i < j && !compared.has(`${i} ${j}`)) expect(comparePlaces(a, b).verdict).toBe("OTHER");
      expect(compared.size).toBe(candidatePairs(places).length);
    }),
    { numRuns: runs(200) },
  );
});

test("two records are in a group only through records that match each other, and SAME ones always are", () => {
  fc.assert(
    fc.property(someCentres, (centres) => {
      const places = placesOf(centres);
      const { groups } = matchPlaces(places);
      for (const group of groups) {
        const reached = new Set([group[0]!]);
        for (const place of reached)
          for (const next of group) if (joins.has(comparePlaces(place, next).verdict)) reached.add(next);
        expect(reached.size).toBe(group.length);
      }
      const groupOf = new Map(groups.flatMap((group) => group.map(({ code }) => [code, group])));
      for (const a of places)
        for (const b of places)
          if (comparePlaces(a, b).verdict === "SAME") expect(groupOf.get(a.code)).toBe(groupOf.get(b.code));
    }),
    { numRuns: runs(200) },
  );
});

const joins: ReadonlySet<Verdict> = new Set(["LIKELY", "SAME"]);

test("another record joins two groups only if it matches both", () => {
  fc.assert(
    fc.property(someCentres, (centres) => {
      if (centres.length === 0) return;
      const [added, ...before] = placesOf(centres);
      const groupsAfter = matchPlaces([added!, ...before]).groups;
      const groupOf = new Map(
        groupsAfter.flatMap((group) => group.map(({ code }) => [code, group] as const)),
      );
      const { groups } = matchPlaces(before);
      for (const [n, one] of groups.entries())
        for (const other of groups.slice(n + 1)) {
          const now = groupOf.get(one[0]!.code)!;
          if (now !== groupOf.get(other[0]!.code)) continue;
          expect(now).toContain(added);
        }
    }),
    { numRuns: runs(200) },
  );
});

test("no proposed pair is already in one group", () => {
  fc.assert(
    fc.property(someCentres, (centres) => {
      const { groups, proposals } = matchPlaces(placesOf(centres));
      const groupOf = new Map(groups.flatMap((group, n) => group.map(({ code }) => [code, n])));
      for (const { codes } of proposals) {
        expect(groupOf.get(codes[0])).not.toBe(groupOf.get(codes[1]));
        expect(codes[0] < codes[1]).toBe(true);
      }
    }),
    { numRuns: runs(200) },
  );
});

const at = (code: string, streetAddress: string, metres: number) =>
  aCentre({
    code,
    name: code,
    address: { streetAddress, locality: "Borgo", postalCode: null, country: "IT" },
    position: { latitude: 45 + metres / 111_195, longitude: 9 },
    sourceCodes: [code],
  });

test("an address that may be two streets joins neither, and both are proposed", () => {
  const short = at("short", "Via Aldini 72", 0);
  const antonio = at("antonio", "Via Antonio Aldini 72", 40);
  const giovanni = at("giovanni", "Via Giovanni Aldini 72", 80);
  expect(codesOf(matchPlaces(placesOf([short, antonio])))).toEqual([["antonio", "short"]]);
  const { groups, proposals } = matchPlaces(placesOf([short, antonio, giovanni]));
  expect(groups.map((group) => group.map(({ code }) => code))).toEqual([
    ["antonio"],
    ["giovanni"],
    ["short"],
  ]);
  expect(proposals.map(({ codes, reasons }) => [...codes, ...reasons])).toEqual([
    ["antonio", "short", "SIMILAR_ADDRESS", "POINTS_NEAR"],
    ["giovanni", "short", "SIMILAR_ADDRESS", "POINTS_NEAR"],
  ]);
});

test("10,000 places of a city are compared with few others", () => {
  const centres = Array.from({ length: 10_000 }, (_, i) =>
    aCentre({
      code: `c:${i}`,
      name: `Casa ${i}`,
      address: {
        streetAddress: `Via Nome${i % 40} Cognome${i % 2_500}, ${1 + (i % 90)}`,
        locality: "Borgo",
        postalCode: null,
        country: "IT",
      },
      position: { latitude: 45 + (i % 100) / 1_000, longitude: 9 + Math.floor(i / 100) / 1_000 },
      sourceCodes: [`s${i % 5}`],
    }),
  );
  // Of 50 million: those of one given name with a number near, and the neighbours.
  expect(candidatePairs(placesOf(centres)).length).toBeLessThan(250_000);
  expect(matchPlaces(placesOf(centres)).groups.flat()).toHaveLength(10_000);
});
