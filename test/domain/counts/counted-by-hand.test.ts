import fc from "fast-check";
import { serviceCube } from "../../../src/domain/counts/countable";
import { careDomains } from "../../../src/domain/services/service";
import { anArea, aTerm } from "../../support/builders";
import { runs } from "../../support/runs";

const areas = ["nil:1", "nil:2"].map((code) => anArea({ code }));
const terms = ["OLD", "YOUNG"].map((each) =>
  aTerm({ code: `target-group:${each}`, taxonomy: "target-group" }),
);
const codesOf = (records: readonly { readonly code: string }[]) => records.map(({ code }) => code);

const some = <T>(values: readonly T[], minLength = 0) => fc.subarray([...values], { minLength });

/** Areas and terms that are not groups are unknown groups. */
const service = fc.record({
  areaCodes: some(["comune:1", ...codesOf(areas)]),
  careDomains: some(["HEALTH", "CIVIC"] as const),
  organizationCode: fc.constantFrom("o:1", "o:2"),
  targetGroupCodes: some(["target-group:GONE", ...codesOf(terms)]),
});
type Service = typeof service extends fc.Arbitrary<infer S> ? S : never;

const dimensions = ["AREA", "CARE_DOMAIN", "ORGANIZATION", "TARGET_GROUP"] as const;
type Dimension = (typeof dimensions)[number];
type Cell = readonly (string | null)[];

const ownOf: Readonly<Record<Dimension, (one: Service) => readonly string[]>> = {
  AREA: ({ areaCodes }) => areaCodes,
  CARE_DOMAIN: (one) => one.careDomains,
  ORGANIZATION: ({ organizationCode }) => [organizationCode],
  TARGET_GROUP: ({ targetGroupCodes }) => targetGroupCodes,
};

const filters = fc.record(
  {
    AREA: some(codesOf(areas), 1),
    CARE_DOMAIN: some(careDomains, 1),
    TARGET_GROUP: some(codesOf(terms), 1),
  },
  { requiredKeys: [] },
);

/** One service after the other, for every cell. */
function countedByHand(
  services: readonly Service[],
  groupBy: readonly Dimension[],
  filter: Partial<Record<Dimension, readonly string[]>>,
) {
  const groups: Readonly<Record<Dimension, readonly string[]>> = {
    AREA: codesOf(areas),
    CARE_DOMAIN: careDomains,
    ORGANIZATION: ["o:1", "o:2"].filter((code) => services.some((one) => one.organizationCode === code)),
    TARGET_GROUP: codesOf(terms),
    ...filter,
  };
  const isIn = (one: Service, dimension: Dimension, group: string | null): boolean => {
    const own = groups[dimension].filter((each) => ownOf[dimension](one).includes(each));
    return group === null ? own.length === 0 : own.includes(group);
  };
  const kept = services.filter((one) =>
    (Object.keys(filter) as Dimension[]).every((dimension) => !isIn(one, dimension, null)),
  );
  let cells: Cell[] = [[]];
  for (const dimension of groupBy)
    cells = cells.flatMap((rest) => [...groups[dimension], null].map((group) => [...rest, group]));
  const count = (cell: Cell): number =>
    kept.filter((one) => cell.every((group, i) => isIn(one, groupBy[i]!, group))).length;
  const known = kept.filter((one) => groupBy.every((dimension) => !isIn(one, dimension, null)));
  return {
    cells: cells
      .map((cell) => ({ groups: cell, value: count(cell) }))
      .filter(({ groups: cell, value }) => value > 0 || !cell.includes(null)),
    total: kept.length,
    coverage: { expected: kept.length, present: known.length },
  };
}

const inOrder = <T extends { readonly groups: Cell }>(cells: readonly T[]): T[] =>
  [...cells].sort((a, b) => (JSON.stringify(a.groups) < JSON.stringify(b.groups) ? -1 : 1));

test("any groups and filters of services count as one counts by hand", () => {
  fc.assert(
    fc.property(
      fc.array(service, { maxLength: 12 }),
      fc.shuffledSubarray([...dimensions]),
      filters,
      (services, groupBy, filter) => {
        const byHand = countedByHand(services, groupBy, filter);
        const wanted = new Map(Object.entries(filter) as [Dimension, string[]][]);
        const slice = serviceCube(services, { areas, terms })
          .as(({ count }) => count)
          .slice(groupBy, wanted);
        expect({ ...slice, cells: inOrder(slice.cells) }).toEqual({
          ...byHand,
          cells: inOrder(byHand.cells),
        });
      },
    ),
    { numRuns: runs(500) },
  );
});
