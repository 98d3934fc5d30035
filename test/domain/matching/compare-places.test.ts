import fc from "fast-check";
import { comparePlaces } from "../../../src/domain/matching/compare-places";
import { placeOf } from "../../../src/domain/matching/place";
import { aCentre } from "../../support/builders";

interface Made {
  readonly at?: string | null;
  /** Metres to the north of one point; `null` for no point. */
  readonly metres?: number | null;
  readonly declared?: string | null;
  readonly inAreas?: readonly string[];
  readonly source?: string;
  readonly name?: string;
  readonly key?: string;
  readonly postalCode?: string;
  readonly town?: string;
}

/** Synthetic. */
function aPlace(code: string, made: Made) {
  const { at = null, metres = null, declared = null, source = code, town = "Borgo" } = made;
  const centre = aCentre({
    code,
    name: made.name ?? code,
    address:
      at === null
        ? null
        : { streetAddress: at, locality: town, postalCode: made.postalCode ?? null, country: "IT" },
    position: metres === null ? null : { latitude: 45 + metres / 111_195, longitude: 9 },
    declaredAreaCode: declared,
    areaCodes: ["city", ...(made.inAreas ?? (declared === null ? [] : [declared]))],
    externalIdentifiers: made.key === undefined ? [] : [{ scheme: made.key, value: "1" }],
    sourceCodes: [source],
  });
  return placeOf(centre, (area) => area !== "city");
}

const cases: readonly [what: string, a: Made, b: Made, verdict: string, reasons: readonly string[]][] = [
  ["one address", { at: "Via Verdi 3" }, { at: "V. Verdi, 3" }, "SAME", ["SAME_ADDRESS"]],
  [
    "one address with the family name first",
    { at: "VIA VERDI GIUSEPPE 3" },
    { at: "Via Giuseppe Verdi 3" },
    "SAME",
    ["SAME_ADDRESS"],
  ],
  [
    "one address, whatever wrong point one of them has",
    { at: "Via Verdi 3", metres: 0, declared: "d:1" },
    { at: "Via Verdi 3", metres: 4000, declared: "d:1", inAreas: ["d:2"] },
    "SAME",
    ["SAME_ADDRESS", "SAME_AREA", "POINTS_APART"],
  ],
  [
    "two streets of one name, each where it is said to be",
    { at: "Via Verdi 3", metres: 0, declared: "d:1" },
    { at: "Via Verdi 3", metres: 4000, declared: "d:2" },
    "DOUBTFUL",
    ["SAME_ADDRESS", "POINTS_APART"],
  ],
  [
    "one address under two postal codes",
    { at: "Via Verdi 3", postalCode: "12345" },
    { at: "Via Verdi 3", postalCode: "12346" },
    "DOUBTFUL",
    ["SAME_ADDRESS", "OTHER_POSTAL_CODE"],
  ],
  ["another town", { at: "Via Verdi 3" }, { at: "Via Verdi 3", town: "Villa" }, "OTHER", []],
  ["another kind of street", { at: "Via Verdi 3" }, { at: "Viale Verdi 3" }, "OTHER", []],
  [
    "a given name that one leaves out, points near",
    { at: "Via Verdi 3", metres: 0 },
    { at: "Via Giuseppe Verdi 3", metres: 120 },
    "LIKELY",
    ["SIMILAR_ADDRESS", "POINTS_NEAR"],
  ],
  [
    "a given name that one leaves out, points apart",
    { at: "Via Verdi 3", metres: 0 },
    { at: "Via Giuseppe Verdi 3", metres: 160 },
    "OTHER",
    [],
  ],
  [
    "an initial, no point, one area declared",
    { at: "Via G. Verdi 3", declared: "d:1" },
    { at: "Via Giuseppe Verdi 3", metres: 0, declared: "d:1" },
    "LIKELY",
    ["SIMILAR_ADDRESS", "SAME_AREA"],
  ],
  [
    "an initial, no point, other areas",
    { at: "Via G. Verdi 3", declared: "d:1" },
    { at: "Via Giuseppe Verdi 3", metres: 0, declared: "d:2" },
    "OTHER",
    [],
  ],
  [
    "an initial, and nothing else is known",
    { at: "Via G. Verdi 3" },
    { at: "Via Giuseppe Verdi 3" },
    "DOUBTFUL",
    ["SIMILAR_ADDRESS"],
  ],
  [
    "an initial, far apart, one point outside of the area that both declare",
    { at: "Via G. Verdi 3", metres: 0, declared: "d:1" },
    { at: "Via Giuseppe Verdi 3", metres: 3000, declared: "d:1", inAreas: ["d:2"] },
    "LIKELY",
    ["SIMILAR_ADDRESS", "SAME_AREA", "POINTS_APART"],
  ],
  [
    "an initial, far apart in one area",
    { at: "Via G. Verdi 3", metres: 0, declared: "d:1" },
    { at: "Via Giuseppe Verdi 3", metres: 900, declared: "d:1" },
    "DOUBTFUL",
    ["SIMILAR_ADDRESS", "SAME_AREA", "POINTS_APART"],
  ],
  [
    "another given name",
    { at: "Via Maria Verdi 3", metres: 0 },
    { at: "Via Giuseppe Verdi 3", metres: 40 },
    "OTHER",
    [],
  ],
  [
    "a word that makes another name",
    { at: "Via Rosa 3", metres: 0 },
    { at: "Via Monte Rosa 3", metres: 40 },
    "OTHER",
    [],
  ],
  [
    "a door of the same number",
    { at: "Via Verdi 15", metres: 0 },
    { at: "Via Verdi 15/a", metres: 20 },
    "DOUBTFUL",
    ["SAME_STREET", "POINTS_NEAR"],
  ],
  ["a range", { at: "Via Verdi 71/73" }, { at: "Via Verdi 73" }, "DOUBTFUL", ["SAME_STREET"]],
  ["next door", { at: "Via Verdi 3" }, { at: "Via Verdi 5" }, "DOUBTFUL", ["SAME_STREET"]],
  [
    "next door by number only",
    { at: "Via Verdi 3", metres: 0 },
    { at: "Via Verdi 5", metres: 300 },
    "OTHER",
    [],
  ],
  ["further down the street", { at: "Via Verdi 3" }, { at: "Via Verdi 7" }, "OTHER", []],
  ["no number", { at: "Via Verdi" }, { at: "Via Verdi" }, "DOUBTFUL", ["SAME_STREET"]],
  [
    "side by side",
    { at: "Via Verdi 3", metres: 0 },
    { at: "Via Bianchi 8", metres: 29 },
    "DOUBTFUL",
    ["POINTS_NEAR"],
  ],
  ["not quite", { at: "Via Verdi 3", metres: 0 }, { at: "Via Bianchi 8", metres: 31 }, "OTHER", []],
  [
    "side by side in one file",
    { at: "Via Verdi 3", metres: 0, source: "s" },
    { at: "Via Bianchi 8", metres: 5, source: "s" },
    "OTHER",
    [],
  ],
  [
    "one address in one file",
    { at: "Via Verdi 3", source: "s" },
    { at: "Via Verdi 3", source: "s" },
    "SAME",
    ["SAME_ADDRESS"],
  ],
  [
    "next door in one file",
    { at: "Via Verdi 3", source: "s" },
    { at: "Via Verdi 5", source: "s" },
    "OTHER",
    [],
  ],
  [
    "one name, near",
    { name: "Casa Verde", metres: 0 },
    { name: "CASA  VERDE", metres: 190 },
    "DOUBTFUL",
    ["SAME_NAME", "POINTS_NEAR"],
  ],
  ["one name, far", { name: "Casa", metres: 0 }, { name: "Casa", metres: 210 }, "OTHER", []],
  [
    "one key, whatever else they say",
    { key: "ds1", at: "Via Verdi 3", metres: 0 },
    { key: "ds1", at: "Via Bianchi 9", metres: 500 },
    "SAME",
    ["SAME_IDENTIFIER", "POINTS_APART"],
  ],
  ["one key of an organisation", { key: "RUNTS" }, { key: "RUNTS" }, "OTHER", []],
  ["nothing known", {}, {}, "OTHER", []],
];

test.each(cases)("%s", (_what, a, b, verdict, reasons) => {
  const [one, two] = [aPlace("a", a), aPlace("b", b)];
  expect(comparePlaces(one, two)).toMatchObject({ verdict, reasons });
  expect(comparePlaces(two, one)).toEqual(comparePlaces(one, two));
});

test("reports the distance of the points", () => {
  const [a, b, c] = [aPlace("a", { metres: 0 }), aPlace("b", { metres: 100 }), aPlace("c", {})];
  expect(comparePlaces(a, b).distanceMetres).toBeCloseTo(100, 0);
  expect(comparePlaces(a, c).distanceMetres).toBeNull();
});

test("a place matches itself when its address has a door number", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{2,9}( [a-z]{2,9})?$/),
      fc.integer({ min: 1, max: 999 }),
      (name, n) => {
        const at = `Via ${name} ${n}`;
        expect(comparePlaces(aPlace("a", { at }), aPlace("b", { at })).verdict).toBe("SAME");
      },
    ),
  );
});
