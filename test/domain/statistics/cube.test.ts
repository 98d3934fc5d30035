import fc from "fast-check";
import { cubeOf } from "../../../src/domain/statistics/cube";
import { runs } from "../../support/runs";

interface Thing {
  readonly kinds: readonly string[];
  readonly areas: readonly string[];
}

const kinds = ["CAM", "HUB"];
const areas = ["m1", "m2"];

const cubeFor = (things: readonly Thing[]) =>
  cubeOf({
    facts: things,
    dimensions: {
      KIND: { groups: kinds, of: (thing: Thing) => thing.kinds },
      AREA: { groups: areas, of: (thing: Thing) => thing.areas },
    },
    measure: ({ facts }) => facts.length,
  });

test("counts every combination, zero cells included, and unknown groups separately", () => {
  const { cells, total, coverage } = cubeFor([
    { kinds: ["NEW"], areas: ["m2"] },
    { kinds: [], areas: ["m2"] },
    { kinds: ["HUB"], areas: ["m1"] },
    { kinds: ["HUB"], areas: ["m1", "m1"] },
  ]).slice(["KIND", "AREA"]);
  expect(cells.map(({ groups, value }) => [...groups, value])).toEqual([
    ["CAM", "m1", 0],
    ["CAM", "m2", 0],
    ["HUB", "m1", 2],
    ["HUB", "m2", 0],
    [null, "m2", 1],
    ["NEW", "m2", 1],
  ]);
  expect([total, coverage]).toEqual([4, { expected: 4, present: 3 }]);
});

const group = (some: readonly string[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...some), { maxLength: most });

test("with at most one group per fact the cells add up to the total", () => {
  const things = fc.array(fc.record({ kinds: group(kinds, 1), areas: group(areas, 1) }), { maxLength: 40 });
  fc.assert(
    fc.property(things, (all) => {
      const { cells, total, coverage } = cubeFor(all).slice(["KIND", "AREA"]);
      expect(cells.reduce((sum, { value }) => sum + value, 0)).toBe(total);
      const known = cells.filter(({ groups }) => !groups.includes(null));
      expect(known).toHaveLength(kinds.length * areas.length);
      expect(known.reduce((sum, { value }) => sum + value, 0)).toBe(coverage.present);
    }),
  );
});

test("a filter leaves its cells unchanged, whether or not they are grouped by", () => {
  const things = fc.array(fc.record({ kinds: group(kinds, 2), areas: group(areas, 2) }), { maxLength: 40 });
  fc.assert(
    fc.property(things, fc.constantFrom(...kinds), (all, kind) => {
      const whole = cubeFor(all).slice(["KIND", "AREA"]).cells;
      const wanted = whole.filter(({ groups }) => groups[0] === kind);
      const only = new Map([["KIND", [kind]] as const]);
      expect(cubeFor(all).slice(["KIND", "AREA"], only).cells).toEqual(wanted);
      expect(cubeFor(all).slice(["AREA"], only).cells).toEqual(
        wanted.map(({ groups, value }) => ({ groups: groups.slice(1), value })),
      );
    }),
    { numRuns: runs(100) },
  );
});

/** Sums of amounts by stage: each fact bears on every stage, and no two stages are summed. */
const money = cubeOf({
  facts: [
    { fund: "A", paid: 3 },
    { fund: "B", paid: 4 },
  ],
  dimensions: {
    FUND: {
      groups: ["A", "B"],
      of: ({ fund }: { fund: string }) => [fund],
      known: ["A", "B", "C"],
      followsFilter: true,
    },
    STAGE: { groups: ["PLANNED", "PAID"] },
  },
  neverSummed: "STAGE",
  measure: ({ facts, kept }) =>
    kept("STAGE")?.[0] === "PAID" ? facts.reduce((sum, { paid }) => sum + paid, 0) : null,
});

test("there is no total of groups that are never summed, unless one of them is kept", () => {
  expect(money.slice(["STAGE"])).toMatchObject({
    cells: [
      { groups: ["PLANNED"], value: null },
      { groups: ["PAID"], value: 7 },
    ],
    total: null,
  });
  expect(money.slice([], new Map([["STAGE", ["PAID"]]])).total).toBe(7);
});

test("cells follow the filter if the dimension says so, zero cells of known groups included", () => {
  const filter = new Map<"FUND" | "STAGE", string[]>([
    ["STAGE", ["PAID"]],
    ["FUND", ["C", "A"]],
  ]);
  const { cells, total } = money.slice(["FUND"], filter);
  expect(cells.map(({ groups, value }) => [groups[0], value])).toEqual([
    ["C", 0],
    ["A", 3],
  ]);
  expect(total).toBe(3);
  expect(
    money
      .as((value) => `${value} EUR`)
      .slice(["STAGE"])
      .cells.map(({ value }) => value),
  ).toEqual(["null EUR", "7 EUR"]);
});

test("a measure is divided by another one of the same group, or of all without grouping", () => {
  const people = (fund: string | null | undefined) => (fund === "A" ? 2 : fund === undefined ? 10 : null);
  const per = money.as((value, at) => [value, people(at("FUND"))]);
  const paid = new Map([["STAGE", ["PAID"]] as const]);
  expect(per.slice(["FUND"], paid).cells.map(({ value }) => value)).toEqual([
    [3, 2],
    [4, null],
  ]);
  expect(per.slice([], paid).total).toEqual([7, 10]);
});

test("a filter accepts the usual spellings of a code, and the same group counts once", () => {
  const asKnown = money.slice(["FUND"], new Map([["FUND", ["A"]]]));
  expect(money.slice(["FUND"], new Map([["FUND", [" a", "A"]]]))).toEqual(asKnown);
});

test("a filter with an unknown group is rejected, and so are too many cells", () => {
  expect(() => money.slice([], new Map([["FUND", ["Z"]]]))).toThrow(
    expect.objectContaining({
      code: "UNKNOWN_CODE",
      hint: 'The nearest of 3 groups are "A", "B", "C".',
      suggestions: ["A", "B", "C"],
    }),
  );
  const groups = Array.from({ length: 80 }, (_, i) => `${i}`);
  const large = cubeOf({
    facts: [],
    dimensions: { A: { groups }, B: { groups } },
    measure: () => 0,
  });
  expect(() => large.slice(["A", "B"])).toThrow(
    expect.objectContaining({
      code: "LIMIT_EXCEEDED",
      message: "The totals would have 6,400 cells; the limit is 5,000.",
    }),
  );
});
