import { startHub, type TestHub } from "../../support/hub";
import { preparedAt } from "../../support/prepared-table";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

/** The answer of a query that must not fail. */
async function dataOf(query: string, variables = {}) {
  const { data, errors } = await hub.ask(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

test("node(id:) finds every node of every list, as the same record", async () => {
  const lists = [
    "areas",
    "centres",
    "indicators",
    "organizations",
    "partnerships",
    "sources",
    "strategies",
    "taxonomyTerms",
  ];
  const data = (await dataOf(
    `{ ${lists.map((list) => `${list}(first: 2) { nodes { __typename id } }`).join(" ")} }`,
  )) as Record<string, { nodes: { __typename: string; id: string }[] }>;
  const found = lists.flatMap((list) => data[list]!.nodes);
  expect(new Set(found.map((node) => node.__typename)).size).toBe(lists.length);
  const again = await dataOf("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {
    ids: found.map((node) => node.id),
  });
  expect(again).toEqual({ nodes: found });
});

test("an observation is a node too", async () => {
  const query = `{ area(code: "nil:42") { observation(indicator: "residents", period: "2024") { id } } }`;
  const { area } = (await dataOf(query)) as { area: { observation: { id: string } } };
  expect(
    await dataOf("query ($id: ID!) { node(id: $id) { ... on Observation { value area { code } } } }", {
      id: area.observation.id,
    }),
  ).toEqual({
    node: { value: 29331, area: { code: "nil:42" } },
  });
});

test("the pages of a list have every item once, in order, and report the end", async () => {
  const seen: string[] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const data = await dataOf(
      "query ($after: String) { areas(first: 30, after: $after) { totalCount nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }",
      { after },
    );
    const { areas } = data as {
      areas: {
        totalCount: number;
        nodes: { code: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
    };
    expect(areas.totalCount).toBe(88);
    expect(areas.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...areas.nodes.map((node) => node.code));
    after = areas.pageInfo.hasNextPage ? areas.pageInfo.endCursor : null;
    pages++;
  } while (after !== null);
  expect(pages).toBe(3);
  expect(seen).toEqual(Array.from({ length: 88 }, (_, i) => `nil:${i + 1}`));
});

test("the centres of the strategy keep their former kinds", async () => {
  const data = await dataOf(
    `{ centre(code: "ds3017:25") { name kind { code } kindHistory { kind { code } } strategies { code } declaredArea { code } } }`,
  );
  expect(data).toEqual({
    centre: {
      name: "Boifava",
      kind: { code: "centre-kind:CASA_DI_QUARTIERE" },
      kindHistory: [
        { kind: { code: "centre-kind:CAM" } },
        { kind: { code: "centre-kind:CAM" } },
        { kind: { code: "centre-kind:CASA_DI_QUARTIERE" } },
      ],
      strategies: [{ code: "mi-over-net" }],
      declaredArea: { code: "municipio:5" },
    },
  });
});

test("the strategy shows both budgets with their sources, and computed shares that round to those of the factsheet", async () => {
  const { strategy } = (await dataOf(
    `{ strategy(code: "mi-over-net") { budget { label } budgetVersions { total { cents currency } lines { fund amount { cents } share } sourceRefs { code } } } }`,
  )) as {
    strategy: {
      budget: { label: string };
      budgetVersions: {
        total: { cents: number };
        lines: { fund: string; amount: { cents: number }; share: number }[];
        sourceRefs: { code: string }[];
      }[];
    };
  };
  const [factsheet, current] = strategy.budgetVersions.slice(-2);
  expect(strategy.budget.label).toBe("regional-page");
  expect(factsheet!.total).toEqual({ cents: 931_900_000, currency: "EUR" });
  expect(factsheet!.lines.map((l) => [l.fund, l.amount.cents / 100, Math.round(l.share * 100)])).toEqual([
    ["FESR", 6_439_000, 69],
    ["FSE_PLUS", 650_000, 7],
    ["OTHER", 2_230_000, 24],
  ]);
  expect(current!.total).toEqual({ cents: 1_051_900_000, currency: "EUR" });
  expect(current!.lines.map((l) => l.fund)).toEqual(["FESR", "FSE_PLUS", "FSC", "MUNICIPAL"]);
  expect([factsheet, current].map((v) => v!.sourceRefs.map((s) => s.code))).toEqual([
    ["factsheet-mi-over-net", "regione-lombardia-mi-over-net"],
    ["regione-lombardia-mi-over-net"],
  ]);
});

test("a point is not reported as outside all areas while no boundary is loaded", async () => {
  expect(
    await dataOf("{ areaAt(point: { latitude: 45.46, longitude: 9.19 }) { areas { code } reason { en } } }"),
  ).toEqual({
    areaAt: { areas: [], reason: { en: expect.stringContaining("No boundaries are loaded") } },
  });
});

test("the data version counts writes", async () => {
  expect(await dataOf("{ dataVersion { version updatedAt } }")).toEqual({
    dataVersion: { version: 1, updatedAt: preparedAt },
  });
});
