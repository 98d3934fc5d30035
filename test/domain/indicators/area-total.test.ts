import fc from "fast-check";
import { areaTotal } from "../../../src/domain/indicators/area-total";
import { createAreaOverlaps } from "../../../src/domain/places/area";
import { partsByOverlap, partsOfCity } from "../../../src/domain/places/area-parts";
import { aCity, anArea, anIndicator, anObservation } from "../../support/builders";

const residents = anIndicator();
const share = anIndicator({
  code: "share",
  aggregation: "WEIGHTED_MEAN",
  numeratorCode: "old",
  denominatorCode: "residents",
  factor: 100,
});
const byArea = (observations: readonly ReturnType<typeof anObservation>[]) =>
  new Map(observations.map((each) => [each.areaCode, each]));
const part = (areaCode: string, share: number | null = 1) => ({ areaCode, share });

test("a city is the sum of its own parts only", () => {
  const areas = [1, 2].map((i) => anArea({ code: `nil:${i}` }));
  const parts = partsOfCity(aCity().code, [...areas, anArea({ code: "nil:9", cityCode: "comune:2" })]);
  const observations = byArea(
    [100, 250].map((value, i) => anObservation({ areaCode: `nil:${i + 1}`, value })),
  );
  expect(areaTotal(residents, parts, observations)).toEqual({
    value: 350,
    numerator: null,
    denominator: null,
    status: "NORMAL",
    note: null,
    coverage: { expected: 2, present: 2 },
    parts: [part("nil:1"), part("nil:2")],
    sourceCodes: ["test"],
  });
});

test("a ratio is computed from its parts and never averaged", () => {
  const observations = byArea([
    anObservation({ indicatorCode: "share", value: 50, numerator: 5, denominator: 10 }),
    anObservation({
      indicatorCode: "share",
      areaCode: "nil:2",
      value: 10,
      numerator: 100,
      denominator: 1000,
    }),
  ]);
  const total = areaTotal(share, [part("nil:1"), part("nil:2", 0.5)], observations);
  expect(total).toMatchObject({ value: (100 * 55) / 510, numerator: 55, denominator: 510 });
  expect(total).toMatchObject({ status: "ESTIMATED", note: { en: expect.stringMatching(/^Estimated: /) } });
});

test("missing parts are not imputed: the total reports what it lacks", () => {
  const missing = anObservation({
    areaCode: "nil:2",
    value: null,
    status: "MISSING",
    note: { it: "?", en: null },
  });
  const parts = [part("nil:1"), part("nil:2"), part("nil:3"), part("nil:4", null)];
  const observations = byArea([anObservation(), missing, anObservation({ areaCode: "nil:4" })]);
  expect(areaTotal(residents, parts, observations)).toMatchObject({
    value: 100,
    status: "PROVISIONAL",
    note: { en: "Without nil:2, nil:3, nil:4.", it: "Mancano: nil:2, nil:3, nil:4." },
    coverage: { expected: 4, present: 1 },
  });
  expect(areaTotal(residents, parts, byArea([missing]))).toMatchObject({
    value: null,
    status: "MISSING",
    note: { en: "None of the parts has a value." },
    coverage: { expected: 4, present: 0 },
  });
  expect(areaTotal(residents, [], byArea([]))).toMatchObject({ value: null, status: "MISSING" });
});

test("a break of one part is reported for the total", () => {
  const observations = byArea([anObservation({ status: "BREAK" }), anObservation({ areaCode: "nil:2" })]);
  expect(areaTotal(residents, [part("nil:1"), part("nil:2")], observations)).toMatchObject({
    value: 200,
    status: "BREAK",
    note: { en: "The series of at least one part changes its base in this period." },
  });
});

test("a total of incomplete totals reports it", () => {
  const half = anObservation({ status: "PROVISIONAL", coverage: { expected: 4, present: 2 } });
  const observations = byArea([half, anObservation({ areaCode: "nil:2" })]);
  expect(areaTotal(residents, [part("nil:1"), part("nil:2")], observations)).toMatchObject({
    value: 200,
    status: "PROVISIONAL",
    note: { en: "At least one part is itself incomplete." },
    coverage: { expected: 2, present: 2 },
  });
  const guess = byArea([anObservation({ status: "ESTIMATED" })]);
  expect(areaTotal(residents, [part("nil:1")], guess)).toMatchObject({
    status: "ESTIMATED",
    note: { en: "At least one part is itself estimated." },
  });
});

test("an index is rejected with an error that names it", () => {
  const index = anIndicator({ code: "heat_exposure", aggregation: "NONE" });
  expect(() => areaTotal(index, [part("nil:1")], byArea([]))).toThrow(
    expect.objectContaining({ code: "BAD_USER_INPUT", message: expect.stringContaining('"heat_exposure"') }),
  );
});

const overlapsOf = (shares: readonly (readonly number[])[]) =>
  (shares[0] ?? []).map((_, district) =>
    createAreaOverlaps({
      code: `municipio:${district}`,
      overlaps: shares.flatMap((row, i) =>
        row[district] ? [{ areaCode: `nil:${i}`, share: null, shareOfOther: row[district]! }] : [],
      ),
      sourceCodes: ["test"],
    }),
  );

test("shares that add up to about 1 conserve the total, whatever the areas", () => {
  const weights = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map((row) => row.map((each) => each / row.reduce((a, b) => a + b, 0))),
    { minLength: 1, maxLength: 8 },
  );
  const lost = fc.double({ min: 0.96, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      weights,
      lost,
      fc.array(fc.nat(50_000), { minLength: 8, maxLength: 8 }),
      (rows, kept, values) => {
        const areas = rows.map((_, i) => anArea({ code: `nil:${i}` }));
        const observations = byArea(
          areas.map(({ code }, i) => anObservation({ areaCode: code, value: values[i]! })),
        );
        const overlaps = overlapsOf(rows.map((row) => row.map((each) => each * kept)));
        const parts = partsByOverlap(overlaps, areas);
        const districts = overlaps.map(({ code }) => areaTotal(residents, parts.get(code)!, observations));
        const sum = districts.reduce((all, { value }) => all + (value ?? 0), 0);
        const whole = values.slice(0, rows.length).reduce((all, value) => all + value, 0);
        expect(sum).toBeCloseTo(whole, 5);
        for (const { value, status, coverage, parts: of } of districts) {
          expect(coverage.present).toBe(coverage.expected);
          expect(status === "ESTIMATED").toBe(value !== null && of.some((each) => each.share! < 1));
        }
      },
    ),
  );
});

test("an area with incomplete shares is not split", () => {
  const overlaps = overlapsOf([
    [0.5, 0.3],
    [1, 0],
  ]);
  const parts = partsByOverlap(overlaps, [anArea({ code: "nil:0" }), anArea()]);
  expect(parts.get("municipio:0")).toEqual([part("nil:0", null), part("nil:1")]);
  expect(parts.get("municipio:1")).toEqual([part("nil:0", null)]);
});

test("a total with a forecast in it is a forecast, also where areas are split or missing", () => {
  const observations = byArea([
    anObservation({ value: 100, status: "FORECAST" }),
    anObservation({ areaCode: "nil:2", value: 50, status: "ESTIMATED" }),
  ]);
  const parts = [part("nil:1"), part("nil:2", 0.5), part("nil:3")];
  const total = areaTotal(residents, parts, observations);
  expect(total).toMatchObject({ value: 125, status: "FORECAST" });
  expect(total.note?.en).toContain("At least one part is a forecast.");
});
