import fc from "fast-check";
import { distanceMetres } from "../../../src/domain/geo/distance";
import type { Availability, Centre } from "../../../src/domain/places/centre";
import { refreshBatch } from "../../../src/projections/refresh";
import { type TableRepositories, tableRepositories } from "../../../src/storage";
import { sortableText } from "../../../src/storage/engine/key";
import type { Page, PageRequest } from "../../../src/storage/engine/page";
import { loaded } from "../../../src/storage/engine/reader";
import type { Table } from "../../../src/storage/engine/table";
import type { CentreCriteria, PlaceOrder } from "../../../src/storage/places/centre.repository";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aService, aServiceAtLocation, aTerm } from "../../support/builders";
import { runs } from "../../support/runs";
import { startTable } from "../../support/test-table";

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString();
const middle = { latitude: 45.45, longitude: 9.15 };
const kinds = ["centre-kind:A", "centre-kind:B"];
const access: readonly (Availability | null)[] = ["YES", "NO", "LIMITED", "UNKNOWN", null];
const names = ["Àncora", "Casa", "casa", "CASA VERDE", "È qui", "Zero"];

/** Every fifth has no position; the others lie up to about 20 km away, some at the same place. */
const made = (i: number, name = names[i % names.length]!): Centre =>
  aCentre({
    code: `test:${i}`,
    name,
    areaCodes: i % 3 === 0 ? ["nil:1"] : ["nil:2"],
    kindHistory: [
      {
        kindCode: kinds[i % 2]!,
        validFrom: null,
        validTo: null,
        assertedOn: "2024",
        sourceCode: "test",
      },
    ],
    equipment: [{ feature: "WIFI", availability: i % 4 === 0 ? "YES" : "UNKNOWN" }],
    accessibility: access[i % access.length]
      ? [{ feature: "STEP_FREE_ACCESS", availability: access[i % access.length]!, note: null }]
      : [],
    position:
      i % 5 === 4
        ? null
        : {
            latitude: middle.latitude + ((i * 7) % 20) / 200,
            longitude: middle.longitude - ((i * 3) % 11) / 60,
          },
  });

const centres = Array.from({ length: 80 }, (_, i) => made(i));
const writtenOn = (i: number): string => day((i * 13) % 17);

let table: Table;
let repositories: TableRepositories;
beforeAll(async () => {
  table = await startTable();
  repositories = tableRepositories(table);
  for (const [i, centre] of centres.entries())
    await saveAll(table, codecs.centre, [centre], { origin: "test", now: writtenOn(i) });
});

async function walk<T>(
  page: (request: PageRequest) => Promise<Page<T>>,
  first: number,
  between: () => Promise<void> = async () => undefined,
): Promise<T[]> {
  const seen: T[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, endCursor, hasNextPage }: Page<T> = await page({ first, after });
    if (hasNextPage) expect(edges).toHaveLength(first);
    seen.push(...edges.map(({ node }) => node));
    if (!hasNextPage) return seen;
    await between();
    after = endCursor;
  }
}

const metresTo = ({ position }: Centre): number =>
  position === null ? Number.POSITIVE_INFINITY : distanceMetres(middle, position);
const indexOf = ({ code }: Centre): number => Number(code.split(":")[1]);

const meets = (centre: Centre, { near, ...criteria }: CentreCriteria, sure: boolean): boolean =>
  (!criteria.areaCode || centre.areaCodes.includes(criteria.areaCode)) &&
  (!criteria.kindCodes?.length || criteria.kindCodes.includes(centre.kindHistory[0]!.kindCode)) &&
  (criteria.equipment ?? []).every(() => centre.equipment[0]!.availability === "YES") &&
  (!criteria.stepFree || centre.accessibility[0]?.availability === criteria.stepFree) &&
  (!near || metresTo(centre) <= near.withinMetres) &&
  (!criteria.updatedSince || Date.parse(writtenOn(indexOf(centre))) >= criteria.updatedSince.getTime()) &&
  (!sure || indexOf(centre) % 2 === 0);

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const before: Record<PlaceOrder, (a: Centre, b: Centre) => number> = {
  NAME: (a, b) => text(sortableText(a.name), sortableText(b.name)),
  NAME_DESC: (a, b) => text(sortableText(b.name), sortableText(a.name)),
  UPDATED: (a, b) => text(writtenOn(indexOf(b)), writtenOn(indexOf(a))),
  DISTANCE: (a, b) => metresTo(a) - metresTo(b),
};

const criteria: fc.Arbitrary<CentreCriteria> = fc.record(
  {
    areaCode: fc.constantFrom("nil:1", "nil:2"),
    kindCodes: fc.subarray([...kinds]),
    equipment: fc.constantFrom([], ["WIFI" as const]),
    stepFree: fc.constantFrom("YES" as const, "NO" as const),
    near: fc.integer({ min: 1, max: 15_000 }).map((withinMetres) => ({ point: middle, withinMetres })),
    updatedSince: fc.nat(18).map((n) => new Date(day(n))),
  },
  { requiredKeys: [] },
);

/** A condition that needs the whole record. */
const even = { name: "even", keeps: (centre: Centre) => indexOf(centre) % 2 === 0 };

test("with any filter, order and page size each matching centre appears once, in order, and all are counted", async () => {
  const order = fc.constantFrom<PlaceOrder>("NAME", "NAME_DESC", "UPDATED", "DISTANCE");
  await fc.assert(
    fc.asyncProperty(
      criteria,
      order,
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (filter, wanted, first, selected) => {
        const sort = wanted === "DISTANCE" && !filter.near ? "UPDATED" : wanted;
        const expected = centres
          .filter((centre) => meets(centre, filter, selected))
          .sort((a, b) => before[sort](a, b) || text(a.code, b.code));
        const page = (request: PageRequest) =>
          repositories.centres.page(filter, request, selected ? even : undefined, sort);
        expect((await walk(page, first)).map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
        const { totalCount } = await page({ first });
        expect(await loaded(totalCount)).toBe(expected.length);
      },
    ),
    { numRuns: runs(120) },
  );
});

test("the nearest that meet a filter are exact, at any distance", async () => {
  const limit = fc.integer({ min: 1, max: 50 });
  await fc.assert(
    fc.asyncProperty(
      criteria.map(({ near, updatedSince, ...rest }) => rest),
      limit,
      fc.integer({ min: 1, max: 15_000 }),
      fc.boolean(),
      async (filter, first, withinMetres, selected) => {
        const expected = centres
          .filter((centre) => meets(centre, filter, selected) && metresTo(centre) <= withinMetres)
          .sort((a, b) => before.DISTANCE(a, b) || text(a.code, b.code))
          .slice(0, first);
        const found = await repositories.centres.nearest(
          middle,
          first,
          withinMetres,
          filter,
          selected ? even : undefined,
        );
        expect(found.map(({ centre }) => centre.code)).toEqual(expected.map(({ code }) => code));
      },
    ),
    { numRuns: runs(60) },
  );
});

const remove = (centre: Centre) =>
  table.batchWrite({ deletes: [codecs.centre.key(centre), ...codecs.centre.edges(centre)] });

test("the pages in any order have each remaining item exactly once, with any writes in between", async () => {
  let next = 1_000;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<PlaceOrder>("NAME", "NAME_DESC", "UPDATED", "DISTANCE"),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.record({ add: fc.boolean(), remove: fc.option(fc.nat(30)) }), { maxLength: 10 }),
      async (sort, first, rounds) => {
        const areaCode = `run:${next}`;
        const add = async (i: number) => {
          const centre = {
            ...made(i),
            areaCodes: [areaCode],
            position: { ...middle, latitude: 45 + (i % 9) / 999 },
          };
          await saveAll(table, codecs.centre, [centre], { origin: "test", now: day(i % 7) });
          return centre;
        };
        const living = new Map<string, Centre>();
        for (let i = 0; i < 12; i++) {
          const centre = await add(next++);
          living.set(centre.code, centre);
        }
        const initial = [...living.keys()];
        const near = { point: { latitude: 45, longitude: 9.15 }, withinMetres: 15_000 };
        const page = (request: PageRequest) =>
          repositories.centres.page({ areaCode, near }, request, undefined, sort);
        const seen = await walk(page, first, async () => {
          const { add: adds = false, remove: removed = null } = rounds.shift() ?? {};
          const victim = removed === null ? undefined : [...living.values()][removed % (living.size || 1)];
          if (victim) {
            living.delete(victim.code);
            await remove(victim);
          }
          if (adds) {
            const centre = await add(next++);
            living.set(centre.code, centre);
          }
        });
        const codes = seen.map(({ code }) => code);
        expect(new Set(codes).size).toBe(codes.length);
        expect(codes).toEqual(expect.arrayContaining(initial.filter((code) => living.has(code))));
        for (const centre of living.values()) await remove(centre);
      },
    ),
    { numRuns: runs(25) },
  );
});

test("services are sorted by their nearest place, and filtered by their own and their places' facts", async () => {
  const now = { origin: "test", now: day(30) };
  const places = [0, 1, 7, 40].map((i) => centres[i]!);
  const services = ["b", "a", "c"].map((code) =>
    aService({
      code: `s:${code}`,
      name: { it: `Servizio ${code}`, en: null },
      organizationCode: `bureau-${code}`,
      ...(code === "c" && { minimumAge: 65, channels: ["PHONE" as const], languages: ["it"] }),
    }),
  );
  const given: readonly [service: number, place: number][] = [
    [0, 0],
    [0, 3],
    [1, 2],
    [2, 1],
  ];
  const locations = given.map(([service, place]) =>
    aServiceAtLocation({
      code: `l:${service}-${place}`,
      serviceCode: services[service]!.code,
      centreCode: places[place]!.code,
    }),
  );
  await saveAll(table, codecs.service, services, now);
  await saveAll(table, codecs.serviceAtLocation, locations, now);
  await refreshBatch(
    table,
    [
      ...services.map((record) => ({ type: "service" as const, record })),
      ...locations.map((record) => ({ type: "serviceAtLocation" as const, record })),
    ],
    now,
  );
  await saveAll(table, codecs.service, [{ ...services[1]!, alternateName: "Nuovo" }], {
    ...now,
    now: day(40),
  });
  const codes = async (...args: Parameters<TableRepositories["services"]["page"]>) =>
    (await walk((request) => repositories.services.page(args[0], request, undefined, args[3]), 1)).map(
      ({ code }) => code,
    );
  const ask = (filter: Parameters<TableRepositories["services"]["page"]>[0], sort?: PlaceOrder) =>
    codes(filter, { first: 1 }, undefined, sort);
  const near = { point: places[2]!.position!, withinMetres: 15_000 };
  const nearest = given
    .map(([service, place]) => ({
      code: services[service]!.code,
      metres: distanceMetres(near.point, places[place]!.position!),
    }))
    .sort((a, b) => a.metres - b.metres || text(a.code, b.code))
    .map(({ code }) => code);
  expect(await ask({ near }, "DISTANCE")).toEqual([...new Set(nearest)]);
  expect(await ask({ near: { ...near, withinMetres: 1 } })).toEqual(["s:a"]);
  expect(await ask({ near, organizationCode: "bureau-c" })).toEqual(["s:c"]);
  expect(await ask({ near, age: 64 })).toEqual(["s:a", "s:b"]);
  for (const known of [{ age: 65 }, { channel: "PHONE" as const }, { language: "it" }]) {
    const listed = await ask(known);
    expect(listed).toContain("s:c");
    expect(await ask({ near, ...known })).toEqual(listed);
  }
  expect(await ask({}, "UPDATED")).toEqual(["s:a", "s:b", "s:c"]);
  expect(await ask({}, "NAME_DESC")).toEqual(["s:c", "s:b", "s:a"]);
  expect(await ask({ updatedSince: new Date(day(31)) })).toEqual(["s:a"]);
  expect(await ask({ stepFree: "YES" })).toEqual(["s:b"]);
  expect(await ask({ stepFree: "NO", near })).toEqual(["s:c"]);
  const { endCursor } = await repositories.services.page({ near }, { first: 1 }, undefined, "DISTANCE");
  await expect(
    repositories.services.page({ near }, { first: 1, after: endCursor }, undefined, "UPDATED"),
  ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
});

test("lists of records are sorted by last write, since an instant, and by the value of a field", async () => {
  const terms = ["a:1", "a:2", "b:3", "b:4"].map((code, i) =>
    aTerm({ code, taxonomy: code[0]!, parentCode: i % 2 === 0 ? null : "a:1" }),
  );
  for (const [i, term] of terms.entries())
    await saveAll(table, codecs.taxonomyTerm, [term], { origin: "test", now: day((i * 3) % 4) });
  const { taxonomyTerms } = repositories;
  const codes = async (request: object, equal = {}) =>
    (await walk((page) => taxonomyTerms.page({ ...request, ...page }, equal), 2)).map(({ code }) => code);
  expect(await codes({})).toEqual(["a:1", "a:2", "b:3", "b:4"]);
  expect(await codes({ sort: "UPDATED" })).toEqual(["a:2", "b:3", "b:4", "a:1"]);
  expect(await codes({ updatedSince: new Date(day(2)) })).toEqual(["a:2", "b:3"]);
  expect(await codes({ sort: "UPDATED", updatedSince: new Date(day(1)) }, { parentCode: "a:1" })).toEqual([
    "a:2",
    "b:4",
  ]);
  expect(await codes({}, { taxonomy: "b", parentCode: "a:1" })).toEqual(["b:4"]);
  const page = await taxonomyTerms.page({ first: 1, updatedSince: new Date(day(2)) });
  expect(await loaded(page.totalCount)).toBe(2);
});
