import fc from "fast-check";
import type { GroupFilter } from "../../../src/domain/statistics/cube";
import { disclosureThreshold } from "../../../src/domain/statistics/disclosure";
import type { EngagementEvent } from "../../../src/domain/strategy/engagement-event";
import {
  type ParticipationDimension,
  participationCube,
} from "../../../src/domain/strategy/engagement-totals";
import { runs } from "../../support/runs";

const classNames = ["0-64", "65+"];

/** An event with counts that no record may have, so that all suppression is left to the cube. */
const eventOf = (areaCode: string, counts: readonly number[], names = classNames) => {
  const byAgeClass = counts.map((count, i) => ({ ageClass: names[i]!, count, suppressed: false }));
  const total = counts.reduce((a, b) => a + b, 0);
  return {
    areaCode,
    participants: { total, byAgeClass },
    sourceCodes: ["test"],
  } as unknown as EngagementEvent;
};

/** Every way of asking for one dimension: each selection of names, or all. */
const selectionsOf = (names: readonly string[]): (readonly string[] | null)[] => [
  null,
  ...Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, i) => (bits >> i) % 2 === 1),
  ),
];

const groupings: readonly ParticipationDimension[][] = [[], ["AREA"], ["AGE_CLASS"], ["AREA", "AGE_CLASS"]];

/** Every number that the cube says, with the groups that it is made of. */
function everyAnswer(events: readonly EngagementEvent[], areaNames: readonly string[]) {
  const cube = participationCube(events);
  return groupings.flatMap((groupBy) =>
    selectionsOf(areaNames).flatMap((areas) =>
      selectionsOf(classNames).flatMap((classes) => {
        const filter: GroupFilter<ParticipationDimension> = new Map([
          ...(areas ? [["AREA", areas] as const] : []),
          ...(classes ? [["AGE_CLASS", classes] as const] : []),
        ]);
        const { cells, total } = cube.slice(groupBy, filter);
        return [...cells, { groups: groupBy.map(() => null), value: total! }].map(({ groups, value }) => {
          const at = (dimension: ParticipationDimension) => groups[groupBy.indexOf(dimension)] ?? null;
          const [area, ageClass] = [at("AREA"), at("AGE_CLASS")];
          return {
            count: value.people.count,
            areas: area === null ? (areas ?? areaNames) : [area],
            classes: ageClass === null ? (classes ?? classNames) : [ageClass],
          };
        });
      }),
    ),
  );
}

test("no set of queries, with any filters and groups, discloses a cell of fewer than 5", () => {
  const tables = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(tables, (rows) => {
      const areaNames = rows.map((_, i) => `r${i}`);
      const events = rows.map((counts, i) => eventOf(areaNames[i]!, counts));
      // What a reader knows: for each answer the cells that it adds up, and the sum.
      const known = new Map<string, { cells: number[]; sum: number }>();
      for (const { count, areas, classes } of everyAnswer(events, areaNames)) {
        if (count === null) continue;
        const cells = areas.flatMap((r) =>
          classes.map((c) => areaNames.indexOf(r) * 2 + classNames.indexOf(c)),
        );
        expect(count).toBe(cells.reduce((sum, cell) => sum + rows.flat()[cell]!, 0));
        expect(count).toBeGreaterThanOrEqual(disclosureThreshold);
        known.set(cells.join(), { cells, sum: count });
      }
      const shown = new Set([...known.values()].flatMap(({ cells }) => (cells.length === 1 ? cells : [])));
      const hidden = rows.flat().flatMap((_, cell) => (shown.has(cell) ? [] : [cell]));
      const possible = solutions(hidden, rows.flat(), [...known.values()]);
      for (const [k] of hidden.entries())
        expect(new Set(possible.map((guess) => guess[k])).size).toBeGreaterThan(1);
    }),
    { numRuns: runs(200) },
  );
});

/** All values of the suppressed cells, each below the threshold, that agree with the published ones. */
function solutions(
  hidden: readonly number[],
  cells: readonly number[],
  known: readonly { readonly cells: readonly number[]; readonly sum: number }[],
): number[][] {
  const all = Array.from({ length: disclosureThreshold ** hidden.length }, (_, n) =>
    hidden.map((_cell, k) => Math.floor(n / disclosureThreshold ** k) % disclosureThreshold),
  );
  return all.filter((guess) =>
    known.every(
      (each) =>
        each.cells.reduce((sum, cell) => {
          const k = hidden.indexOf(cell);
          return sum + (k === -1 ? cells[cell]! : guess[k]!);
        }, 0) === each.sum,
    ),
  );
}

test("a filter selects from the published table and never counts again", () => {
  const names = ["0-64", "65-79", "80+"];
  const cube = participationCube([eventOf("a", [20, 3, 4], names), eventOf("b", [10, 30, 9], names)]);
  const counts = (groupBy: ParticipationDimension[], filter: readonly [ParticipationDimension, string[]][]) =>
    cube
      .slice(groupBy, new Map(filter))
      .cells.map(({ groups, value: { people } }) => [...groups, people.suppressed ? "x" : people.count]);
  expect(counts(["AREA"], [])).toEqual([
    ["a", 27],
    ["b", 49],
  ]);
  const old: [ParticipationDimension, string[]] = ["AGE_CLASS", ["65-79", "80+"]];
  expect(counts([], [["AREA", ["a"]], old])).toEqual([["x"]]);
  expect(counts([], [["AREA", ["b"]], old])).toEqual([[39]]);
});
