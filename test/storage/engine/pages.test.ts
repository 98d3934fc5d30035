import fc from "fast-check";
import type { Observation } from "../../../src/domain/indicators/observation";
import type { Centre } from "../../../src/domain/places/centre";
import { type TableRepositories, tableRepositories } from "../../../src/storage";
import type { Page, PageRequest } from "../../../src/storage/engine/page";
import { loaded } from "../../../src/storage/engine/reader";
import type { Table } from "../../../src/storage/engine/table";
import type { ObservationCriteria } from "../../../src/storage/indicators/observation.repository";
import type { CentreCriteria } from "../../../src/storage/places/centre.repository";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anObservation } from "../../support/builders";
import { runs } from "../../support/runs";
import { startTable } from "../../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** In the order of names that people expect. */
const names = [
  "Àncora",
  "ancora 2",
  "Casa",
  "casa di Tutti",
  "CASA VERDE",
  "Casale",
  "È qui",
  "L'Isola",
  "Zero",
];
const areaCodes = ["nil:1", "nil:2", "nil:10"];
const kinds = ["centre-kind:A", "centre-kind:B"];
const strategies = ["s1", "s2"];

const centres: readonly Centre[] = Array.from({ length: 117 }, (_, i) =>
  aCentre({
    code: `test:${i}`,
    name: names[(i * 5) % names.length]!,
    areaCodes: i % 7 === 0 ? [] : ["comune:1", areaCodes[i % 3]!],
    kindHistory:
      i % 4 === 0
        ? []
        : [
            {
              kindCode: kinds[i % 2]!,
              validFrom: null,
              validTo: null,
              assertedOn: "2024",
              sourceCode: "test",
            },
          ],
    strategyCodes: strategies.filter((_s, bit) => (i >> bit) % 2 === 1),
    equipment: [
      { feature: "WIFI", availability: (["YES", "NO", "UNKNOWN"] as const)[i % 3]! },
      { feature: "GARDEN", availability: i % 5 < 2 ? "YES" : "LIMITED" },
    ],
  }),
);

const observations: readonly Observation[] = ["residents", "residents_65plus", "births"].flatMap(
  (indicatorCode) =>
    ["2023", "2024", "2024-05", "2024-05-01"].flatMap((period) =>
      ["comune:1", "municipio:1", "nil:1", "nil:2", "nil:10"].map((areaCode) =>
        anObservation({
          indicatorCode,
          period,
          areaCode,
          areaLevel:
            areaCode === "comune:1" ? "CITY" : areaCode === "municipio:1" ? "DISTRICT" : "NEIGHBOURHOOD",
        }),
      ),
    ),
);

let table: Table;
let repositories: TableRepositories;
beforeAll(async () => {
  table = await startTable();
  repositories = tableRepositories(table);
  await saveAll(table, codecs.centre, centres, options);
  await saveAll(table, codecs.observation, observations, options);
});

/** All nodes of a list, page by page; `between` runs before each further page. */
async function walk<T>(
  page: (request: PageRequest) => Promise<Page<T>>,
  first: number,
  between: () => Promise<void> = async () => undefined,
): Promise<T[]> {
  const seen: T[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, endCursor, hasNextPage }: Page<T> = await page({ first, after });
    expect(edges.length).toBeLessThanOrEqual(first);
    expect(endCursor).toBe(edges.at(-1)?.cursor ?? null);
    if (hasNextPage) expect(edges).toHaveLength(first);
    seen.push(...edges.map(({ node }) => node));
    if (!hasNextPage) return seen;
    await between();
    after = endCursor;
  }
}

const byName = (a: Centre, b: Centre): number =>
  names.indexOf(a.name) - names.indexOf(b.name) || (a.code < b.code ? -1 : 1);

const meets = (
  centre: Centre,
  { areaCode, kindCodes = [], strategyCode, equipment = [] }: CentreCriteria,
): boolean =>
  (areaCode === undefined || centre.areaCodes.includes(areaCode)) &&
  (kindCodes.length === 0 || kindCodes.includes(centre.kindHistory.at(-1)?.kindCode ?? "")) &&
  (strategyCode === undefined || centre.strategyCodes.includes(strategyCode)) &&
  equipment.every((f) => centre.equipment.some((e) => e.feature === f && e.availability === "YES"));

const criteria: fc.Arbitrary<CentreCriteria> = fc.record(
  {
    areaCode: fc.constantFrom("comune:1", ...areaCodes, "nil:99"),
    kindCodes: fc.subarray([...kinds]),
    strategyCode: fc.constantFrom(...strategies),
    equipment: fc.subarray(["WIFI", "GARDEN", "BAR"] as const),
  },
  { requiredKeys: [] },
);
const pageSize = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 5, max: 30 }));

test("with any filter and any page size each matching centre appears once, by name, and all are counted", async () => {
  await fc.assert(
    fc.asyncProperty(criteria, pageSize, async (filter, first) => {
      const expected = centres.filter((centre) => meets(centre, filter)).sort(byName);
      const page = (request: PageRequest) => repositories.centres.page(filter, request);
      expect((await walk(page, first)).map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
      const { totalCount } = await page({ first });
      expect(await loaded(totalCount)).toBe(expected.length);
    }),
    { numRuns: runs(60) },
  );
});

test("the total is read only on request", async () => {
  table.meter.reset();
  const page = await repositories.centres.page({}, { first: 10 });
  expect(table.meter.calls).toEqual({ Query: 1, BatchGet: 1 });
  expect(await loaded(page.totalCount)).toBe(centres.length);
  // Nothing is published: it looks for the published total, and counts.
  expect(table.meter.calls).toEqual({ Query: 2, BatchGet: 1, Get: 1 });
});

/** What goes with a centre that is removed by hand. */
const remove = (centre: Centre) =>
  table.batchWrite({ deletes: [codecs.centre.key(centre), ...codecs.centre.edges(centre)] });

let run = 0;

test("the pages have each remaining centre once, in order, with any writes in between", async () => {
  const name = fc.constantFrom(...names);
  const writes = fc.array(fc.record({ put: fc.option(name), removed: fc.option(fc.nat()) }), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(name, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(writes, { maxLength: 12 }),
      async (before, first, rounds) => {
        const areaCode = `run:${++run}`;
        let made = 0;
        const made1 = (text: string) =>
          aCentre({ code: `run${run}:${made++}`, name: text, areaCodes: [areaCode] });
        const initial = before.map(made1);
        const living = new Map(initial.map((centre) => [centre.code, centre]));
        await saveAll(table, codecs.centre, initial, options);
        const seen = await walk(
          (request) => repositories.centres.page({ areaCode }, request),
          first,
          async () => {
            for (const { put, removed } of rounds.shift() ?? []) {
              const victim =
                removed === null ? undefined : [...living.values()][removed % (living.size || 1)];
              if (victim) {
                living.delete(victim.code);
                await remove(victim);
              }
              if (put === null) continue;
              const added = made1(put);
              living.set(added.code, added);
              await saveAll(table, codecs.centre, [added], options);
            }
          },
        );
        const codes = seen.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(seen).toEqual([...seen].sort(byName));
        const survivors = initial.filter(({ code }) => living.has(code)).map(({ code }) => code);
        expect(codes).toEqual(expect.arrayContaining(survivors));
        const page = await repositories.centres.page({ areaCode }, { first: 1 });
        expect(await loaded(page.totalCount)).toBe(living.size);
      },
    ),
    { numRuns: runs(30) },
  );
});

test.each([0, 101, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY])(
  "a page of %p items is rejected",
  async (first) => {
    const refused = {
      name: "HubError",
      code: "PAGE_SIZE_OUT_OF_RANGE",
      message: `first is ${first}; it must be 1 to 100.`,
      messageIt: `Il valore di first è ${String(first).replace(".", ",")}; deve essere compreso tra 1 e 100.`,
      hint: "Ask for at most 100 and continue with after: pageInfo.endCursor.",
      where: "first",
    };
    const pages = [
      repositories.centres.page({}, { first }),
      repositories.areas.ofLevel("CITY", { first }),
      repositories.observations.page({ areaCode: "nil:1" }, { first }),
      repositories.sourceRefs.page({ first }),
    ];
    for (const page of pages) await expect(page).rejects.toMatchObject(refused);
  },
);

test("a cursor continues only in its own list and with its own filter", async () => {
  const { centres: list, observations: values } = repositories;
  const { endCursor: after } = await list.page({ areaCode: "nil:1", kindCodes: [kinds[0]!] }, { first: 2 });
  for (const other of [
    {},
    { areaCode: "nil:1" },
    { areaCode: "nil:2", kindCodes: [kinds[0]!] },
    { areaCode: "nil:1", kindCodes: [kinds[1]!] },
    { areaCode: "nil:1", kindCodes: [kinds[0]!], equipment: ["WIFI" as const] },
  ]) {
    await expect(list.page(other, { first: 2, after })).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  }
  await expect(values.page({ areaCode: "nil:1" }, { first: 2, after })).rejects.toMatchObject({
    code: "INVALID_CURSOR",
  });
});

test("a forged position gives a page of this list or is rejected as a cursor, and nothing else", async () => {
  const filter = { areaCode: "nil:1", indicatorCode: "residents" };
  const { endCursor } = await repositories.observations.page(filter, { first: 1 });
  const [form, print] = JSON.parse(Buffer.from(endCursor!, "base64url").toString()) as unknown[];
  const part = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("births#2024", "residents#2023"));
  const position = fc.record({ sk: part, pk: part, listSk: part }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(position, async (forged) => {
      const after = Buffer.from(JSON.stringify([form, print, forged])).toString("base64url");
      const codes = await repositories.observations.page(filter, { first: 100, after }).then(
        ({ edges }) => edges.map(({ node }) => `${node.areaCode} ${node.indicatorCode}`),
        (error: unknown) => {
          expect(error).toMatchObject({ name: "HubError", code: "INVALID_CURSOR" });
          return [];
        },
      );
      expect(codes.filter((code) => code !== "nil:1 residents")).toEqual([]);
    }),
    { numRuns: runs(150) },
  );
});

const sorted = ({ areaCode }: ObservationCriteria) => {
  const number = (o: Observation) => o.areaCode.replace(/\d+/, (digits) => digits.padStart(6, "0"));
  const key = (o: Observation) =>
    areaCode !== undefined ? [o.indicatorCode, o.period] : [o.period, o.areaLevel, number(o)];
  return (a: Observation, b: Observation) => (key(a).join("#") < key(b).join("#") ? -1 : 1);
};

test.each<[string, ObservationCriteria, number]>([
  ["area", { areaCode: "nil:1" }, 12],
  ["indicator", { indicatorCode: "residents" }, 20],
  ["indicator and period", { indicatorCode: "residents", period: "2024" }, 5],
  ["indicator and month", { indicatorCode: "residents", period: "2024-05" }, 5],
  ["indicator, period and level", { indicatorCode: "residents", period: "2024", level: "NEIGHBOURHOOD" }, 3],
  ["area and period", { areaCode: "nil:1", period: "2024" }, 3],
  ["area and indicator", { areaCode: "nil:1", indicatorCode: "residents" }, 4],
  ["area, indicator and period", { areaCode: "nil:1", indicatorCode: "residents", period: "2024" }, 1],
  ["an area that is not there", { areaCode: "nil:99" }, 0],
])("observations by %s: exactly those, in order, with any page size", async (_what, filter, count) => {
  const expected = observations
    .filter(
      (o) =>
        (filter.areaCode === undefined || o.areaCode === filter.areaCode) &&
        (filter.indicatorCode === undefined || o.indicatorCode === filter.indicatorCode) &&
        (filter.period === undefined || o.period === filter.period) &&
        (filter.level === undefined || o.areaLevel === filter.level),
    )
    .sort(sorted(filter));
  expect(expected).toHaveLength(count);
  const page = (request: PageRequest) => repositories.observations.page(filter, request);
  for (const first of [1, 2, 3, 7, 100]) expect(await walk(page, first)).toEqual(expected);
  const { totalCount } = await page({ first: 1 });
  expect(await loaded(totalCount)).toBe(count);
});
