import fc from "fast-check";
import { compositeIndex, valueIn } from "../../../../src/domain/indicators/composite/composite-index";
import {
  type CompositeMethod,
  compositeMethods,
  methodRules,
} from "../../../../src/domain/indicators/composite/composite-method";
import type { CompositeRecipe } from "../../../../src/domain/indicators/composite/composite-recipe";
import {
  compositeScales,
  type JudgedRow,
} from "../../../../src/domain/indicators/composite/composite-scales";
import { robustnessOf } from "../../../../src/domain/indicators/composite/robustness";
import { variantResult, variantsOf } from "../../../../src/domain/indicators/composite/sensitivity";
import { anObservation } from "../../../support/builders";

const codes = ["a", "b", "c"];
const row = (areaCode: string, values: readonly (number | null)[], period = "2011"): JudgedRow => ({
  areaCode,
  period,
  comparable: true,
  observations: new Map(
    values.flatMap((value, i) =>
      value === null
        ? []
        : [[codes[i]!, anObservation({ indicatorCode: codes[i]!, areaCode, period, value })]],
    ),
  ),
});
const recipeOf = (fields: Partial<CompositeRecipe> = {}): CompositeRecipe => ({
  method: "AMPI",
  direction: "HIGHER_IS_WORSE",
  parts: codes.map((code) => ({ code, weight: 1, polarity: "HIGHER_IS_WORSE" })),
  missing: "OMIT_AREA",
  ...fields,
});
const scalesFor = (rows: readonly JudgedRow[], reference: JudgedRow, frozen = new Map()) =>
  compositeScales({ codes, rows, reference, frozen });

const value = fc.integer({ min: 0, max: 1000 });
const values = fc.tuple(value, value, value);
/** A city of areas that differ, the city itself first. */
const city = fc.array(values, { minLength: 3, maxLength: 15 }).map((all) => {
  const rows = [[0, 0, 0], [1000, 1000, 1000], ...all].map((each, i) => row(`nil:${i}`, each));
  return { rows, reference: row("comune:1", [400, 500, 600]) };
});
const method = fc.constantFrom(...compositeMethods);

test("the reference area is 100 in the reference period, with any weights and polarities", () => {
  const weight = fc.integer({ min: 1, max: 9 });
  const polarity = fc.constantFrom("HIGHER_IS_BETTER" as const, "HIGHER_IS_WORSE" as const);
  fc.assert(
    fc.property(
      city,
      fc.array(fc.tuple(weight, polarity), { minLength: 3, maxLength: 3 }),
      fc.constantFrom<CompositeMethod>("AMPI", "GEOMETRIC_MEAN"),
      polarity,
      ({ rows, reference }, choices, by, direction) => {
        const parts = choices.map(([w, p], i) => ({ code: codes[i]!, weight: w, polarity: p }));
        const recipe = recipeOf({ parts, method: by, direction });
        expect(valueIn(recipe, reference, scalesFor(rows, reference))).toMatchObject({
          value: 100,
          penalty: 0,
        });
      },
    ),
  );
});

test("with frozen goalposts, adding or removing an area changes no other", () => {
  fc.assert(
    fc.property(city, values, ({ rows, reference }, more) => {
      const frozen = new Map(codes.map((code) => [code, { low: 0, high: 1000 }]));
      const valuesOf = (all: readonly JudgedRow[]) =>
        compositeIndex(recipeOf(), all, scalesFor(all, reference, frozen)).map((point) => point.value);
      expect(valuesOf([...rows, row("nil:99", more)]).slice(0, -1)).toEqual(valuesOf(rows));
    }),
  );
});

test("a tiny area gets its index, but changes no scale and no rank", () => {
  fc.assert(
    fc.property(city, values, method, ({ rows, reference }, wild, by) => {
      const tiny = {
        ...row(
          "nil:99",
          wild.map((x) => x * 50),
        ),
        comparable: false,
      };
      const all = [...rows, tiny];
      const recipe = recipeOf({ method: by });
      const indices = compositeIndex(recipe, all, scalesFor(all, reference));
      expect(indices.slice(0, -1)).toEqual(compositeIndex(recipe, rows, scalesFor(rows, reference)));
      expect(indices.at(-1)!.rank).toBeNull();
    }),
  );
});

test("the order of areas and of parts does not matter", () => {
  fc.assert(
    fc.property(city, method, ({ rows, reference }, by) => {
      const recipe = recipeOf({ method: by });
      const valuesOf = (all: readonly JudgedRow[], other: CompositeRecipe) =>
        new Map(
          compositeIndex(other, all, scalesFor(all, reference)).map((point) => [point.areaCode, point.value]),
        );
      const straight = valuesOf(rows, recipe);
      const turned = valuesOf([...rows].reverse(), { ...recipe, parts: [...recipe.parts].reverse() });
      for (const [code, each] of straight) {
        if (each === null) expect(turned.get(code)).toBeNull();
        else expect(turned.get(code)).toBeCloseTo(each, 8);
      }
    }),
  );
});

test("equal weights of any value give the unweighted index", () => {
  fc.assert(
    fc.property(city, method, fc.constantFrom(0.5, 2, 8), ({ rows, reference }, by, weight) => {
      const scales = scalesFor(rows, reference);
      const recipe = recipeOf({ method: by });
      const weighted = { ...recipe, parts: recipe.parts.map((part) => ({ ...part, weight })) };
      expect(compositeIndex(weighted, rows, scales)).toEqual(compositeIndex(recipe, rows, scales));
    }),
  );
});

test("contributions add up to the mean, and mean and penalty to the value", () => {
  fc.assert(
    fc.property(city, method, ({ rows, reference }, by) => {
      for (const point of compositeIndex(recipeOf({ method: by }), rows, scalesFor(rows, reference))) {
        if (point.value === null) continue;
        const sum = point.parts.reduce((total, { contribution }) => total + contribution!, 0);
        expect(sum).toBeCloseTo(point.mean!, 8);
        expect(point.mean! + point.penalty!).toBeCloseTo(point.value, 8);
      }
    }),
  );
});

test("an area without a part has no index and says why, or is ESTIMATED from the others on request", () => {
  const reference = row("comune:1", [5, 5, 5]);
  const rows = [
    row("nil:1", [0, 0, 0]),
    row("nil:2", [10, 10, 10]),
    row("nil:3", [10, null, 5]),
    row("nil:4", [9, null, null]),
  ];
  const scales = scalesFor(rows, reference);
  const indices = (missing: CompositeRecipe["missing"]) =>
    compositeIndex(recipeOf({ missing, method: "MIN_MAX_MEAN" }), rows, scales).map((point) => [
      point.value,
      point.rank,
      point.status,
      point.note?.en ?? null,
    ]);
  expect(indices("OMIT_AREA")).toEqual([
    [0, 2, "NORMAL", null],
    [1, 1, "NORMAL", null],
    [null, null, "MISSING", "Not available, or cannot be normalised: b."],
    [null, null, "MISSING", "Not available, or cannot be normalised: b, c."],
  ]);
  expect(indices("AVAILABLE_PARTS")).toEqual([
    [0, 3, "NORMAL", null],
    [1, 1, "NORMAL", null],
    [0.75, 2, "ESTIMATED", "Computed without: b."],
    [null, null, "MISSING", "Not available, or cannot be normalised: b, c."],
  ]);
});

test("a constant part measures nothing: there is no index, and no division by 0", () => {
  const rows = [row("nil:1", [1, 7, 1]), row("nil:2", [2, 7, 2]), row("nil:3", [3, 7, 4])];
  for (const by of compositeMethods) {
    const indices = compositeIndex(
      recipeOf({ method: by }),
      rows,
      scalesFor(rows, row("comune:1", [2, 7, 2])),
    );
    expect(indices.map((point) => point.value)).toEqual([null, null, null]);
  }
});

test("variants are each weight doubled and halved, the other methods, and each part left out", () => {
  const recipe = recipeOf({
    parts: codes.map((code, i) => ({ code, weight: i + 1, polarity: "HIGHER_IS_WORSE" })),
  });
  const { weights, method: methods, leaveOneOut } = variantsOf(recipe);
  expect(weights.map(({ label }) => label.en)).toEqual([
    "Equal weights",
    ...codes.flatMap((code) => [`Weight doubled: ${code}`, `Weight halved: ${code}`]),
  ]);
  expect(weights.map((v) => v.recipe.parts.map(({ weight }) => weight)).slice(0, 3)).toEqual([
    [1, 1, 1],
    [2, 2, 3],
    [0.5, 2, 3],
  ]);
  expect(methods.map((v) => v.recipe.method)).toEqual(compositeMethods.filter((each) => each !== "AMPI"));
  expect(leaveOneOut.map((v) => v.recipe.parts.map(({ code }) => code))).toEqual([
    ["b", "c"],
    ["a", "c"],
    ["a", "b"],
  ]);
  expect(variantsOf(recipeOf()).weights).toHaveLength(6);
});

test("a variant reports how far the order moves, and robustness whether a change keeps its direction", () => {
  const rows = [
    row("nil:1", [0, 10, 0]),
    row("nil:2", [4, 4, 4]),
    row("nil:3", [10, 0, 5]),
    row("nil:1", [1, 10, 0], "2024"),
    row("nil:2", [4, 4, 4], "2024"),
    row("nil:3", [0, 0, 5], "2024"),
  ];
  const referenceRows = [row("comune:1", [5, 5, 5]), row("comune:1", [5, 5, 5], "2024")];
  const scales = scalesFor(rows, referenceRows[0]!);
  const recipe = recipeOf({ method: "MIN_MAX_MEAN" });
  const base = compositeIndex(recipe, rows, scales);
  const [withoutA] = variantsOf(recipe).leaveOneOut;
  const result = variantResult(withoutA!, base, { rows, referenceRows, scales });
  expect(base.map(({ rank }) => rank)).toEqual([3, 2, 1, 2, 1, 3]);
  expect(result.periods[1]).toEqual({
    period: "2024",
    compared: 3,
    spearman: expect.any(Number),
    largestShift: 1,
    largestShiftArea: "nil:3",
  });
  const reference = new Map(referenceRows.map((r) => [r.period, valueIn(recipe, r, scales).value] as const));
  const robust = robustnessOf("nil:3", ["2011", "2024"], { points: base, reference }, [result]);
  expect(robust).toMatchObject({ areaCode: "nil:3", variantsWithChange: 1, sameDirection: 0 });
  expect(robust.relativeChange).toBeCloseTo(-1 / 3, 12);
});

test("every method states its formula and source", () => {
  for (const { formula } of Object.values(methodRules)) expect(formula).toMatch(/\d{4}|UNDP/);
});
