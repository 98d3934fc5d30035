import fc from "fast-check";
import {
  createObservation,
  type Observation,
  observationCode,
  ratioObservation,
} from "../../../src/domain/indicators/observation";
import { anIndicator, anObservation } from "../../support/builders";
import { refusalOf, testRecordConstructor } from "../../support/record-constructor";

const why = { it: "Non pubblicato.", en: "Not published." };

const good = (): Observation => ({
  ...anObservation(),
  numerator: 10,
  denominator: 20,
  coverage: { expected: 88, present: 87 },
});

testRecordConstructor("Observation", createObservation, good, [
  ["an indicator that is no code", { indicatorCode: "a@b" }, ["indicatorCode"]],
  ["an area that is no code", { areaCode: "" }, ["areaCode"]],
  ["a period that does not exist", { period: "2024-13" }, ["period"]],
  ["a value that is no number", { value: Number.NaN }, ["value"]],
  ["an infinite value", { value: Number.POSITIVE_INFINITY }, ["value"]],
  ["a value that is MISSING", { status: "MISSING", note: why }, ["status"]],
  ["a value that is CONFIDENTIAL", { status: "CONFIDENTIAL", note: why }, ["status"]],
  ["no value that is NORMAL", { value: null }, ["status"]],
  ["a missing value that does not say why", { value: null, status: "MISSING" }, ["note"]],
  ["a numerator without denominator", { denominator: null }, ["numerator"]],
  ["a denominator without numerator", { numerator: null }, ["numerator"]],
  ["a numerator that is no number", { numerator: Number.NaN }, ["numerator"]],
  ["an infinite denominator", { denominator: Number.POSITIVE_INFINITY }, ["denominator"]],
  ["a value over 0", { denominator: 0 }, ["denominator"]],
  ["more parts than there are", { coverage: { expected: 1, present: 2 } }, ["coverage"]],
  ["fewer parts than none", { coverage: { expected: 1, present: -1 } }, ["coverage"]],
  ["half a part", { coverage: { expected: 2, present: 0.5 } }, ["coverage"]],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { areaCode: "#", period: "soon", value: 1, numerator: null, denominator: 0, sourceCodes: [] },
    ["areaCode", "period", "numerator", "denominator", "sourceCodes"],
  ],
]);

test("reports the whole problem, with the public key", () => {
  expect(refusalOf(() => createObservation({ ...good(), value: null })).message).toBe(
    'Observation "residents@nil:1@2024" cannot be true: ' +
      'status = "NORMAL": MISSING and CONFIDENTIAL have no value, every other status has one.',
  );
});

test("the public key is indicator, area and period", () => {
  expect(observationCode(good())).toBe("residents@nil:1@2024");
});

test("0 is a value", () => {
  expect(anObservation({ value: 0 }).value).toBe(0);
});

const share = anIndicator({
  code: "share_65plus",
  aggregation: "WEIGHTED_MEAN",
  numeratorCode: "residents_65plus",
  denominatorCode: "residents",
  factor: 100,
});
const older = (fields: Partial<Observation> = {}) =>
  anObservation({ indicatorCode: "residents_65plus", value: 25, sourceCodes: ["a", "b"], ...fields });
const all = (fields: Partial<Observation> = {}) =>
  anObservation({ value: 200, sourceCodes: ["b", "c"], ...fields });
const missing = { value: null, status: "MISSING", note: why } as const;

test("a ratio is factor times numerator over denominator, with its parts and their sources", () => {
  expect(ratioObservation(share, older(), all())).toEqual({
    indicatorCode: "share_65plus",
    areaCode: "nil:1",
    areaLevel: "NEIGHBOURHOOD",
    period: "2024",
    value: 12.5,
    numerator: 25,
    denominator: 200,
    status: "NORMAL",
    note: null,
    coverage: null,
    sourceCodes: ["a", "b", "c"],
  });
});

test("a ratio times its denominator over the factor is its numerator, and scales with the factor", () => {
  const count = fc.integer({ min: 0, max: 10_000_000 });
  fc.assert(
    fc.property(count, count, fc.constantFrom(1, 100, 1000), (numerator, rest, factor) => {
      const [part, whole] = [older({ value: numerator }), all({ value: numerator + rest + 1 })];
      const ratio = ratioObservation({ ...share, factor }, part, whole);
      expect((ratio.value! * ratio.denominator!) / factor).toBeCloseTo(numerator, 6);
      expect(ratio.value).toBeGreaterThanOrEqual(0);
      expect(ratio.value).toBeLessThanOrEqual(factor);
      expect(ratioObservation({ ...share, factor }, whole, whole).value).toBe(factor);
    }),
  );
});

test.each([
  [older(missing), all(), "residents_65plus"],
  [older(), all(missing), "residents"],
  [older(missing), all({ ...missing, status: "CONFIDENTIAL" }), "residents_65plus, residents"],
])("a ratio without its parts is missing and names them", (numerator, denominator, which) => {
  expect(ratioObservation(share, numerator, denominator)).toMatchObject({
    value: null,
    numerator: null,
    denominator: null,
    status: "MISSING",
    note: { it: `Manca: ${which}.`, en: `Not available: ${which}.` },
  });
});

test("a denominator of 0 gives no ratio, a numerator of 0 gives 0", () => {
  expect(ratioObservation(share, older({ value: 0 }), all({ value: 0 }))).toMatchObject({
    value: null,
    status: "MISSING",
    note: { it: "residents è 0.", en: "residents is 0." },
  });
  expect(ratioObservation(share, older({ value: 0 }), all())).toMatchObject({ value: 0, status: "NORMAL" });
});

test("a definition without factor gives no ratio", () => {
  expect(ratioObservation(anIndicator(), older(), all())).toMatchObject({
    value: null,
    status: "MISSING",
    note: { en: "The definition has no factor." },
  });
});

const estimated = { status: "ESTIMATED", note: { it: "Stima.", en: null } } as const;
const broken = { status: "BREAK", note: { it: "Censimento.", en: null } } as const;

test.each([
  ["numerator", older(estimated), all(), estimated],
  ["denominator", older(), all(broken), broken],
  ["weaker part", older(estimated), all(broken), broken],
])("the status and the note of the %s are kept", (_which, numerator, denominator, handedOn) => {
  expect(ratioObservation(share, numerator, denominator)).toMatchObject({ value: 12.5, ...handedOn });
});

const full = { expected: 9, present: 8 };
const thin = { expected: 88, present: 60 };

test.each([
  [null, null, null],
  [full, null, full],
  [null, thin, thin],
  [full, thin, thin],
  [thin, full, thin],
])("of the coverages %j and %j the ratio has %j", (a, b, coverage) => {
  expect(ratioObservation(share, older({ coverage: a }), all({ coverage: b })).coverage).toEqual(coverage);
});

test.each([
  [older({ status: "FORECAST" }), all(), "FORECAST"],
  [older({ status: "BREAK" }), all({ status: "FORECAST" }), "FORECAST"],
  [older(), all({ status: "ESTIMATED" }), "ESTIMATED"],
])("a ratio with a forecast in it is a forecast", (numerator, denominator, status) => {
  expect(ratioObservation(share, numerator, denominator)).toMatchObject({ value: 12.5, status });
});

test.each([1e20, -1e20, 9_007_199_254_740_992, 1e-200])(
  "%d is no value: the store cannot keep it",
  (value) => {
    expect(() => anObservation({ value })).toThrow("2^53");
  },
);
