import fc from "fast-check";
import { drill } from "../../support/drill";
import { answersOf } from "../../support/small-numbers-attack";
import {
  type CityShape,
  type Column,
  columns,
  importedCity,
  type Row,
  type Version,
} from "../../support/small-numbers-city";

/** A run imports up to ten cities and asks each some two hundred questions. */
const { numRuns } = drill(60, 2);

type Hub = Awaited<ReturnType<typeof importedCity>>;

/** A number of a row: which row of which version, and which column. */
interface Place {
  readonly version: number;
  readonly row: number;
  readonly column: Column;
}

const rowOf = fc
  .record({
    people: fc.oneof(fc.nat(12), fc.integer({ min: 20, max: 60 })),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    earners: fc.oneof(fc.nat(8), fc.integer({ min: 10, max: 40 })),
    mean: fc.integer({ min: 900, max: 1_100 }),
  })
  .map(({ people, share, earners, mean }): Row => {
    const alone = Math.round(people * share);
    return { people, alone, accompanied: people - alone, earners, income: earners * mean };
  });

const given = fc
  .record({
    areas: fc.integer({ min: 2, max: 4 }),
    hasRest: fc.boolean(),
    addsUp: fc.boolean(),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ areas, hasRest, addsUp, count }) =>
    fc.record({
      shape: fc.record({
        ...{ areas: fc.constant(areas), hasRest: fc.constant(hasRest), addsUp: fc.constant(addsUp) },
        mode: fc.constantFrom("FULL", "PARTIAL"),
      }) as fc.Arbitrary<CityShape>,
      versions: fc.array(
        fc.array(rowOf, { minLength: areas + Number(hasRest), maxLength: areas + Number(hasRest) }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
      seed: fc.nat(),
    }),
  );

const areaCodesOf = ({ areas }: CityShape): string[] =>
  Array.from({ length: areas }, (_, i) => `nil:${i + 1}`);

/** The counts and amounts that the definition of small numbers calls unsafe, written down again from docs/methods.md. */
function isUnsafe({ people, alone, earners }: Row, column: Column): boolean {
  if (column === "alone") return people > 0 && (alone < 5 || people < 5 || people - alone < 5);
  if (column === "earners") return earners < 5;
  // Without earners it has to look like few: their number is suppressed too.
  return column === "income" && earners < 5;
}

const unsafePlaces = (versions: readonly Version[], { areas }: CityShape): Place[] =>
  versions.flatMap((rows, version) =>
    rows
      .slice(0, areas)
      .flatMap((row, i) =>
        columns.filter((column) => isUnsafe(row, column)).map((column) => ({ version, row: i, column })),
      ),
  );

const codeOf = ({ row, column }: Place): string => `${column}@nil:${row + 1}`;

async function shownIn({ ask }: Hub): Promise<ReadonlySet<string>> {
  const lists = await Promise.all(
    columns.map(async (column) => {
      const { data } = await ask<{
        observations: { nodes: { value: number | null; area: { code: string } }[] };
      }>(
        `{ observations(filter: { indicator: "${column}" }, first: 100) { nodes { value area { code } } } }`,
      );
      return data!.observations.nodes.flatMap(({ value, area }) =>
        value === null ? [] : `${column}@${area.code}`,
      );
    }),
  );
  return new Set(lists.flat());
}

/**
 * Other files with another number in one place and the same shown ones: the number moves to or from a suppressed one beside it. If
 * the parts of a row add up, both columns of both rows move.
 */
function* othersLike(
  versions: readonly Version[],
  place: Place,
  shown: ReadonlySet<string>,
  { areas, addsUp }: CityShape,
): Generator<readonly Version[]> {
  const { version, row, column } = place;
  const rows = versions[version]!;
  const tied: readonly Column[] = addsUp && column === "alone" ? ["alone", "accompanied"] : [column];
  const isHidden = (i: number, each: Column): boolean =>
    !shown.has(codeOf({ version, row: i, column: each }));
  const moved = (changes: readonly (readonly [number, Column, number])[]): Version =>
    rows.map((each, i) => {
      const own = changes.filter(([at]) => at === i).map(([, name, by]) => [name, each[name] + by]);
      return { ...each, ...Object.fromEntries(own) };
    });
  // Where nothing of a row is shown, everybody may live with others, or alone.
  if (column === "alone" && rows[row]!.alone !== rows[row]!.accompanied)
    yield versions.map((all, i) =>
      i === version
        ? all.map((each) => ({ ...each, alone: each.accompanied, accompanied: each.alone }))
        : all,
    );
  const steps = column === "income" ? [1, -1, 10, -10] : [1, -1, 2, -2, 3, -3, 4, -4];
  for (const by of steps) {
    const single = tied.map((name, i) => [row, name, i === 0 ? by : -by] as const);
    const candidates: (readonly (readonly [number, Column, number])[])[] = shown.has(`${column}@comune:1`)
      ? []
      : [single];
    for (let other = 0; other < areas; other++) {
      if (other === row || !tied.every((name) => isHidden(other, name))) continue;
      const signs = shown.has(`${column}@comune:1`) ? [-1] : [-1, 1];
      // Without a total, both numbers may be larger, or both smaller.
      for (const sign of signs)
        candidates.push([
          ...single,
          ...tied.map((name, i) => [other, name, i === 0 ? sign * by : -sign * by] as const),
        ]);
    }
    for (const changes of candidates) {
      const made = moved(changes);
      const isPossible = made.every(
        (each) => columns.every((name) => each[name] >= 0) && each.alone <= each.people,
      );
      if (isPossible) yield versions.map((each, i) => (i === version ? made : each));
    }
  }
}

const found = {
  shape: { areas: 2, hasRest: true, addsUp: true, mode: "PARTIAL" } as CityShape,
  versions: [
    [
      { people: 3, alone: 0, accompanied: 3, earners: 6, income: 5_808 },
      { people: 3, alone: 0, accompanied: 3, earners: 7, income: 7_399 },
      { people: 57, alone: 0, accompanied: 57, earners: 4, income: 4_248 },
    ],
  ],
  seed: 2147483623,
};

/** What was shown of the income disclosed that the suppressed number of earners is 0. */
const nobodyEarns = {
  shape: { areas: 3, hasRest: false, addsUp: false, mode: "FULL" } as CityShape,
  versions: [
    [
      { people: 9, alone: 9, accompanied: 0, earners: 0, income: 0 },
      { people: 1, alone: 1, accompanied: 0, earners: 40, income: 37_360 },
      { people: 6, alone: 0, accompanied: 6, earners: 39, income: 36_504 },
    ],
  ],
  seed: 1,
};

/** The people of an area were suppressed only while the suppressed number of those not alone was 5 or more. */
const othersAreFive = {
  shape: { areas: 4, hasRest: true, addsUp: true, mode: "PARTIAL" } as CityShape,
  versions: [
    [
      { people: 60, alone: 60, accompanied: 0, earners: 2, income: 1_994 },
      { people: 25, alone: 0, accompanied: 25, earners: 1, income: 1_007 },
      { people: 20, alone: 0, accompanied: 20, earners: 40, income: 40_440 },
      { people: 5, alone: 0, accompanied: 5, earners: 3, income: 2_721 },
      { people: 3, alone: 0, accompanied: 3, earners: 12, income: 13_140 },
    ],
  ],
  seed: 2147483637,
};

test("whatever a reader asks, of any version, each unsafe number could be another one: all answers would be the same", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(given, async ({ shape, versions, seed }) => {
      const hub = await importedCity(shape, versions);
      const shown = await shownIn(hub);
      const unsafe = unsafePlaces(versions, shape);
      expect(unsafe.filter((place) => shown.has(codeOf(place)))).toEqual([]);
      if (unsafe.length === 0) return;
      const answers = await answersOf(hub, seed, areaCodesOf(shape));
      const place = unsafe[seed % unsafe.length]!;
      const differences: string[] = [];
      for (const others of othersLike(versions, place, shown, shape)) {
        const other = await importedCity(shape, others);
        const difference = (await answersOf(other, seed, areaCodesOf(shape))).find(
          (each, i) => each !== answers[i],
        );
        if (difference === undefined) {
          compared++;
          return;
        }
        differences.push(difference);
      }
      throw new Error(
        `${JSON.stringify(place)} can be worked out. ${differences.length} others differ: ${differences[0]}`,
      );
    }),
    { numRuns, endOnFailure: true, examples: [[found], [nobodyEarns], [othersAreFive]] },
  );
  expect(compared).toBeGreaterThan(0);
});
