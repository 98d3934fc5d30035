import { refresh } from "../../../src/projections/refresh";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea, anIndicator, anObservation } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const now = "2026-01-01T00:00:00Z";
const name = (text: string) => ({ it: text, en: text });

/** Two neighbourhoods: births in both and in two years, deaths in one, and an indicator without any value. */
async function smallCity(): Promise<TestHub> {
  const hub = await startHub();
  const save = { origin: "test", now };
  await saveAll(
    hub.table,
    codecs.area,
    [aCity(), ...["nil:1", "nil:2"].map((code) => anArea({ code, cityCode: aCity().code }))],
    save,
  );
  await saveAll(
    hub.table,
    codecs.indicator,
    [
      anIndicator({ code: "births", name: name("Live births") }),
      anIndicator({ code: "deaths", name: name("Deaths"), family: "FRAGILITY" }),
      anIndicator({ code: "empty", name: name("Births abroad") }),
    ],
    save,
  );
  const observed = (indicatorCode: string, areaCode: string, period: string, value: number) =>
    anObservation({ indicatorCode, areaCode, period, value });
  await saveAll(
    hub.table,
    codecs.observation,
    [
      observed("births", "nil:1", "2023", 11),
      observed("births", "nil:2", "2023", 12),
      observed("births", "nil:1", "2024-07", 13),
      observed("deaths", "nil:2", "2022", 14),
      anObservation({
        indicatorCode: "deaths",
        areaCode: "nil:1",
        period: "2025",
        value: null,
        status: "MISSING",
        note: name("Not published."),
      }),
    ],
    save,
  );
  await refresh(hub.table, "EVERYTHING", { now });
  return hub;
}

let hub: TestHub;
beforeAll(async () => {
  hub = await smallCity();
});

test("an indicator reports its periods, levels and coverage", async () => {
  const answer = await hub.ask(`{ indicators { nodes {
    code family periods newestPeriod levels { level periods newestPeriod coverage { expected present } }
  } } }`);
  expect(answer).toEqual({
    data: {
      indicators: {
        nodes: [
          {
            code: "births",
            family: "CONTEXT",
            periods: ["2023", "2024-07"],
            newestPeriod: "2024-07",
            levels: [
              {
                level: "NEIGHBOURHOOD",
                periods: ["2023", "2024-07"],
                newestPeriod: "2024-07",
                coverage: { expected: 2, present: 1 },
              },
            ],
          },
          {
            code: "deaths",
            family: "FRAGILITY",
            // Of 2025 it has no value.
            periods: ["2022"],
            newestPeriod: "2022",
            levels: [
              {
                level: "NEIGHBOURHOOD",
                periods: ["2022"],
                newestPeriod: "2022",
                coverage: { expected: 2, present: 1 },
              },
            ],
          },
          { code: "empty", family: "CONTEXT", periods: [], newestPeriod: null, levels: [] },
        ],
      },
    },
  });
});

test.each([
  ["text", { text: "birth" }, ["births", "empty"]],
  ["text with a mistake", { text: "detahs" }, ["deaths"]],
  ["family", { family: "FRAGILITY" }, ["deaths"]],
  ["level", { level: "NEIGHBOURHOOD" }, ["births", "deaths"]],
  ["level without values", { level: "CITY" }, []],
  ["area", { area: "nil:1" }, ["births"]],
  ["all together", { text: "births", family: "CONTEXT", level: "NEIGHBOURHOOD", area: "nil:2" }, ["births"]],
  ["nothing", {}, ["births", "deaths", "empty"]],
])("filters indicators by %s", async (_, filter, codes) => {
  const query =
    "query ($filter: IndicatorFilter) { indicators(filter: $filter) { totalCount nodes { code } } }";
  expect(await hub.ask(query, { filter })).toEqual({
    data: { indicators: { totalCount: codes.length, nodes: codes.map((code) => ({ code })) } },
  });
});

test("a filtered list continues after its cursor, by last write too, and a cursor is valid only for its filter", async () => {
  const query = `query ($filter: IndicatorFilter, $after: String, $sort: ListOrder! = LISTED, $since: DateTime) {
    indicators(filter: $filter, first: 1, after: $after, sort: $sort, updatedSince: $since) {
      nodes { code } pageInfo { endCursor hasNextPage }
    }
  }`;
  interface Listed {
    readonly indicators: {
      readonly nodes: readonly { readonly code: string }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  }
  for (const sort of ["LISTED", "UPDATED"]) {
    const filter = { text: "births" };
    const first = await hub.ask<Listed>(query, { filter, sort });
    expect(first.data!.indicators).toMatchObject({
      nodes: [{ code: "births" }],
      pageInfo: { hasNextPage: true },
    });
    const after = first.data!.indicators.pageInfo.endCursor;
    const second = await hub.ask<Listed>(query, { filter, sort, after });
    expect(second.data!.indicators).toMatchObject({
      nodes: [{ code: "empty" }],
      pageInfo: { hasNextPage: false },
    });
    const other = await hub.ask(query, { filter: { text: "deaths" }, sort, after });
    expect(other.errors).toMatchObject([{ extensions: { code: "INVALID_CURSOR" } }]);
  }
  const late = await hub.ask<Listed>(query, { filter: { text: "births" }, since: "2026-01-02T00:00:00Z" });
  expect(late.data!.indicators.nodes).toEqual([]);
});

test.each([
  [{ area: "nil:404" }, "UNKNOWN_CODE", "filter.area"],
  [{ text: "?" }, "BAD_USER_INPUT", "filter.text"],
])("rejects the filter %j", async (filter, code, where) => {
  const { errors } = await hub.ask(
    "query ($filter: IndicatorFilter) { indicators(filter: $filter) { totalCount } }",
    {
      filter,
    },
  );
  expect(errors).toMatchObject([{ extensions: { code, where } }]);
});

test("an observation without a period is the newest with a value, and says which", async () => {
  const answer = await hub.ask(`{
    births: observation(area: "nil:1", indicator: "births") { period value }
    deaths: observation(area: "nil:2", indicator: "deaths") { period value }
    none: observation(area: "nil:1", indicator: "deaths") { period value status }
    asOf: observation(area: "nil:1", indicator: "births", asOf: "2026-06-01T00:00:00Z") { period value }
    before: observation(area: "nil:1", indicator: "births", asOf: "2025-01-01T00:00:00Z") { period value status }
    stated: observation(area: "nil:1", indicator: "births", period: "2023") { period value }
  }`);
  expect(answer).toEqual({
    data: {
      births: { period: "2024-07", value: 13 },
      deaths: { period: "2022", value: 14 },
      none: { period: "2022", value: null, status: "MISSING" },
      asOf: { period: "2024-07", value: 13 },
      before: { period: "2024-07", value: null, status: "MISSING" },
      stated: { period: "2023", value: 11 },
    },
  });
});

test("in a list of areas the newest observations are of one period; an area without that period has its own newest", async () => {
  const answer = await hub.ask(
    `{ areas(filter: { level: NEIGHBOURHOOD }) { nodes { code observation(indicator: "births") { period value } } } }`,
  );
  expect(answer).toEqual({
    data: {
      areas: {
        nodes: [
          { code: "nil:1", observation: { period: "2024-07", value: 13 } },
          { code: "nil:2", observation: { period: "2023", value: 12 } },
        ],
      },
    },
  });
});
