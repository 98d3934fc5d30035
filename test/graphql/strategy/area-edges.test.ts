import { refreshBatch } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import {
  aCentre,
  aCity,
  aMember,
  anAction,
  anArea,
  anIndicator,
  anIssue,
  anObservation,
  anOrganization,
  aPartnership,
  aService,
  aServiceAtLocation,
  aSource,
  aStrategy,
} from "../../support/builders";
import { type Answer, startHub, type TestHub } from "../../support/hub";

/** Changes appear a moment after they were written. */
const settled = "2026-01-01T00:01:00.000Z";
let time = settled;

const imported = { origin: "test", now: "2026-01-01T00:00:00.000Z" };

/** A synthetic city: each neighbourhood has three of everything that an area leads to. */
async function cityOf(size: number): Promise<TestHub> {
  time = imported.now;
  const hub = await startHub({ clock: () => time });
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, imported);
  const areas = Array.from({ length: size }, (_, i) => `nil:${i + 1}`);
  const inEach = <T>(make: (areaCode: string, id: string, i: number) => T): T[] =>
    areas.flatMap((area) => [1, 2, 3].map((i) => make(area, `${area.slice(4)}-${i}`, i)));

  await save(codecs.sourceRef, [aSource()]);
  await save(
    codecs.indicator,
    [1, 2, 3].map((i) => anIndicator({ code: `indicator_${i}` })),
  );
  await save(codecs.area, [aCity(), ...areas.map((code) => anArea({ code }))]);
  await save(codecs.strategy, [aStrategy(), aStrategy({ code: "other" })]);
  await save(
    codecs.organization,
    inEach((_, id, i) =>
      anOrganization({ code: `org:${id}`, kind: i === 1 ? "THIRD_SECTOR" : "MUNICIPALITY" }),
    ),
  );
  await save(
    codecs.centre,
    inEach((area, id, i) =>
      aCentre({
        code: `test:${id}`,
        name: `Casa ${id}`,
        areaCodes: [area],
        equipment: [{ feature: "WIFI", availability: i === 1 ? "YES" : "NO" }],
        managerCode: i === 1 ? `org:${id}` : null,
      }),
    ),
  );
  const services = inEach((area, id, i) =>
    aService({
      code: `test:s${id}`,
      name: { it: `Servizio ${id}`, en: null },
      organizationCode: `org:${id.slice(0, -1)}${i === 2 ? 2 : 1}`,
      freeOfCharge: i === 1 ? "YES" : "UNKNOWN",
      serviceAreaCodes: i === 1 ? [area] : [],
    }),
  );
  const places = inEach((_, id) =>
    aServiceAtLocation({ code: `test:s${id}:1`, serviceCode: `test:s${id}`, centreCode: `test:${id}` }),
  );
  await save(codecs.service, services);
  await save(codecs.serviceAtLocation, places);
  const changed = [
    ...services.map((record) => ({ type: "service" as const, record })),
    ...places.map((record) => ({ type: "serviceAtLocation" as const, record })),
  ];
  await refreshBatch(hub.table, changed, imported);
  await save(
    codecs.action,
    inEach((area, id, i) =>
      anAction({ code: `action:${id}`, strategyCode: i === 1 ? "strategy" : "other", areaCodes: [area] }),
    ),
  );
  await save(
    codecs.partnership,
    inEach((area, id, i) =>
      aPartnership({
        code: `partnership:${id}`,
        kind: i === 1 ? "CONTRACT" : "MEMORANDUM",
        areaCodes: [area],
        members: i === 3 ? [aMember(`org:${id}`, { role: "LEAD" })] : [],
      }),
    ),
  );
  await save(
    codecs.dataQualityIssue,
    inEach((area, id, i) =>
      anIssue({
        code: `test:EMPTY_CELL:${id}`,
        entity: { type: "Area", code: area },
        severity: i === 1 ? "ERROR" : "WARNING",
        line: i,
      }),
    ),
  );
  await save(
    codecs.observation,
    inEach((areaCode, _, i) =>
      ["2022", "2023", "2024"].map((period) =>
        anObservation({ areaCode, indicatorCode: `indicator_${i}`, period, value: Number(period) + i }),
      ),
    ).flat(),
  );
  time = settled;
  return hub;
}

let hub: TestHub;
let large: TestHub;
beforeAll(async () => {
  hub = await cityOf(2);
  large = await cityOf(20);
});

/** Each edge: all codes of nil:2, and a filter with the codes that it leaves. */
const edges = [
  {
    edge: "centres",
    code: "code",
    all: ["test:2-1", "test:2-2", "test:2-3"],
    filter: "filter: { equipment: [WIFI] }",
    kept: ["test:2-1"],
  },
  {
    edge: "services",
    code: "code",
    all: ["test:s2-1", "test:s2-2", "test:s2-3"],
    filter: "filter: { freeOfCharge: true }",
    kept: ["test:s2-1"],
  },
  {
    edge: "actions",
    code: "code",
    all: ["action:2-1", "action:2-2", "action:2-3"],
    filter: `strategy: "strategy"`,
    kept: ["action:2-1"],
  },
  {
    edge: "partnerships",
    code: "code",
    all: ["partnership:2-1", "partnership:2-2", "partnership:2-3"],
    filter: "filter: { kind: CONTRACT }",
    kept: ["partnership:2-1"],
  },
  {
    edge: "qualityIssues",
    code: "code",
    all: ["test:EMPTY_CELL:2-1", "test:EMPTY_CELL:2-2", "test:EMPTY_CELL:2-3"],
    filter: "filter: { severity: ERROR }",
    kept: ["test:EMPTY_CELL:2-1"],
  },
  {
    edge: "newestObservations",
    code: "code: value",
    all: [2025, 2026, 2027],
    filter: "first: 1",
    kept: [2025],
  },
  {
    edge: "organizations",
    code: "code",
    all: ["org:2-1", "org:2-2", "org:2-3"],
    filter: "filter: { kind: THIRD_SECTOR }",
    kept: ["org:2-1"],
  },
  {
    edge: "changes",
    code: "code",
    all: [
      ...["action:2-1", "action:2-2", "action:2-3", "nil:2", "test:2-1", "test:2-2", "test:2-3"],
      ...["partnership:2-1", "partnership:2-2", "partnership:2-3", "test:s2-1"],
    ],
    filter: "filter: { types: [SERVICE] }",
    kept: ["test:s2-1"],
  },
];

type Found = { readonly nodes: readonly { readonly code: unknown }[]; readonly totalCount: number };

test.each(edges)("an area leads to its $edge, all of them or those of a filter", async (each) => {
  const { data, errors } = await hub.ask<{ area: { all: Found; some: Found } }>(
    `{ area(code: "nil:2") {
      all: ${each.edge} { totalCount nodes { ${each.code} } }
      some: ${each.edge}(${each.filter}) { nodes { ${each.code} } }
    } }`,
  );
  expect(errors).toBeUndefined();
  const codes = ({ nodes }: Found) => nodes.map(({ code }) => code);
  expect(data && codes(data.area.all)).toEqual(each.all);
  expect(data?.area.all.totalCount).toBe(each.all.length);
  expect(data && codes(data.area.some)).toEqual(each.kept);
});

test.each(edges)("the pages of $edge of an area join to the whole list", async ({ edge, code, all }) => {
  const found: unknown[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const query: string = `query ($after: String) { area(code: "nil:2") { page: ${edge}(first: 2, after: $after) {
      nodes { ${code} } pageInfo { hasNextPage endCursor } } } }`;
    const answer: Answer<{ area: { page: Page } }> = await hub.ask(query, { after });
    expect(answer.errors).toBeUndefined();
    const { nodes, pageInfo } = answer.data!.area.page;
    found.push(...nodes.map((node) => node.code));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(found).toEqual(all);
});

interface Page extends Found {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

test.each(edges)("$edge have a page for each area, of any number of items", async ({ edge, code }) => {
  const query = `query ($areas: Int!, $items: Int!) {
    areas(first: $areas) { nodes { page: ${edge}(first: $items) { nodes { ${code} } } } } }`;
  for (const [areas, items] of [
    [2, 1],
    [2, 3],
    [5, 3],
  ] as const) {
    const { data, errors } = await large.ask<{ areas: { nodes: { page: Found }[] } }>(query, {
      areas,
      items,
    });
    expect(errors).toBeUndefined();
    expect(data?.areas.nodes.map(({ page }) => page.nodes.length)).toEqual(Array(areas).fill(items));
  }
});

test("the number of centres in each area of a city is one request", async () => {
  const query = "{ areas(first: 100) { nodes { centres(first: 1) { totalCount } } } }";
  const { data, errors } = await large.ask<{ areas: { nodes: { centres: Found }[] } }>(query);
  expect(errors).toBeUndefined();
  expect(data?.areas.nodes.map(({ centres }) => centres.totalCount)).toEqual(Array(20).fill(3));
});

test("a page of areas with a costly edge is rejected", async () => {
  const { errors } = await large.ask("{ areas(first: 20) { nodes { organizations { totalCount } } } }");
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(["LIMIT_EXCEEDED"]);
});

test("an unknown code in the filter of an edge is rejected", async () => {
  const { data, errors } = await hub.ask(
    `{ area(code: "nil:1") { actions(strategy: "none") { totalCount } } }`,
  );
  expect(data).toEqual({ area: { actions: null } });
  expect(errors).toMatchObject([{ extensions: { code: "UNKNOWN_CODE" } }]);
});

test.each([
  ["centres", 'area: "nil:2"', "area"],
  ["services", 'area: "nil:1"', "area"],
  ["changes", 'area: "nil:2"', "area"],
  ["qualityIssues", 'record: "Q2VudHJlOnRlc3Q6MQ"', "record"],
])("the filter of %s of an area cannot name another record", async (edge, condition, field) => {
  const { data, errors } = await hub.ask(
    `{ area(code: "nil:1") { ${edge}(filter: { ${condition} }) { totalCount } } }`,
  );
  expect(data).toEqual({ area: { [edge]: null } });
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", where: `filter.${field}` } }]);
});

test("an area that an action no longer names loses it", async () => {
  const own = await cityOf(2);
  const moved = anAction({ code: "action:2-1", strategyCode: "strategy", areaCodes: ["nil:1"] });
  await saveAll(own.table, codecs.action, [moved], { ...imported, now: "2026-02-01T00:00:00.000Z" });
  const { data } = await own.ask<{ areas: { nodes: { actions: Found }[] } }>(
    "{ areas { nodes { actions { nodes { code } } } } }",
  );
  expect(data?.areas.nodes.map(({ actions }) => actions.nodes.map(({ code }) => code))).toEqual([
    ["action:1-1", "action:1-2", "action:1-3", "action:2-1"],
    ["action:2-2", "action:2-3"],
  ]);
});
