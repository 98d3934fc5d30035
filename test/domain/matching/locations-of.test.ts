import { locationsOf } from "../../../src/domain/matching/locations-of";
import type { Centre } from "../../../src/domain/places/centre";
import { aCentre } from "../../support/builders";

const isWithinCity = (area: string): boolean => area !== "city";

const address = (streetAddress: string, locality = "Borgo") => ({
  streetAddress,
  locality,
  postalCode: null,
  country: "IT",
});

const point = (metres: number) => ({ latitude: 45 + metres / 111_195, longitude: 9 });

/** Synthetic: of a source of its own. */
const centre = (code: string, fields: Partial<Centre>) =>
  aCentre({ code, sourceCodes: [`of-${code}`], ...fields });

const locate = (...centres: Centre[]) => locationsOf(centres, isWithinCity).locations;

test("two records of one building give one location, with the facts of both", () => {
  expect(
    locate(
      centre("b", {
        address: address("Via G. Verdi, 3"),
        position: point(0),
        declaredAreaCode: "d:1",
        areaCodes: ["city", "d:1", "n:1"],
      }),
      centre("a", {
        address: address("Via Giuseppe Verdi 3"),
        declaredAreaCode: "d:1",
        areaCodes: ["city", "d:1"],
      }),
    ),
  ).toEqual([
    {
      code: "it:borgo:via-giuseppe-verdi-3",
      locationType: "PHYSICAL",
      address: address("Via Giuseppe Verdi 3"),
      position: point(0),
      geocodeQuality: "UNKNOWN",
      positionCentreCode: "b",
      positionReason: "ONLY_POINT",
      areaCodes: ["city", "d:1", "n:1"],
      centreCodes: ["a", "b"],
      sourceCodes: ["of-a", "of-b"],
    },
  ]);
});

const verdi = { address: address("Via Verdi 3") };

test.each<[string, Centre[], string | null, string | null]>([
  ["none where no record has one", [centre("a", verdi), centre("b", verdi)], null, null],
  [
    "the first by code where they agree",
    [centre("b", { ...verdi, position: point(0) }), centre("a", { ...verdi, position: point(140) })],
    "a",
    "POINTS_AGREE",
  ],
  [
    "the one in the declared area where they do not",
    [
      centre("a", { ...verdi, position: point(4000), declaredAreaCode: "d:1", areaCodes: ["d:2"] }),
      centre("b", { ...verdi, position: point(0), declaredAreaCode: "d:1", areaCodes: ["d:1"] }),
    ],
    "b",
    "IN_DECLARED_AREA",
  ],
  [
    "one near most others when areas do not decide",
    [
      centre("a", { ...verdi, position: point(4000) }),
      centre("b", { ...verdi, position: point(0) }),
      centre("c", { ...verdi, position: point(50) }),
    ],
    "b",
    "UNDECIDED",
  ],
  [
    "the first when nothing decides",
    [centre("b", { ...verdi, position: point(0) }), centre("a", { ...verdi, position: point(4000) })],
    "a",
    "UNDECIDED",
  ],
])("takes as its point %s", (_what, centres, code, reason) => {
  const [location, ...more] = locate(...centres);
  expect(more).toEqual([]);
  expect([location!.positionCentreCode, location!.positionReason]).toEqual([code, reason]);
  expect(location!.position).toEqual(centres.find((each) => each.code === code)?.position ?? null);
});

test("without a point the areas are all those of its centres", () => {
  const [location] = locate(
    centre("a", { ...verdi, areaCodes: ["city", "d:1"] }),
    centre("b", { ...verdi, areaCodes: ["city", "d:2"] }),
  );
  expect(location!.areaCodes).toEqual(["city", "d:1", "d:2"]);
});

test.each<[string, Centre[], string[]]>([
  [
    "the number with what follows it",
    [centre("a", { address: address("P.za Roma 15/A") })],
    ["it:borgo:piazza-roma-15a"],
  ],
  ["a range", [centre("a", { address: address("Via Roma 3/5") })], ["it:borgo:via-roma-3-5"]],
  ["a door of a number", [centre("a", { address: address("Via Roma 26/1") })], ["it:borgo:via-roma-26-1"]],
  ["the centre where there is no number", [centre("a", { address: address("Via Roma") })], ["a"]],
  ["the centre where there is no address", [centre("a", {})], ["a"]],
  ["the centre where letters are no code", [centre("a", { address: address("Via Roma 3", "Αθήνα") })], ["a"]],
  [
    "the centres where two places write one address",
    [
      centre("a", { ...verdi, position: point(0), declaredAreaCode: "d:1", areaCodes: ["d:1"] }),
      centre("b", { ...verdi, position: point(4000), declaredAreaCode: "d:2", areaCodes: ["d:2"] }),
    ],
    ["a", "b"],
  ],
])("its code is made of %s", (_what, centres, codes) => {
  expect(locate(...centres).map(({ code }) => code)).toEqual(codes);
});
