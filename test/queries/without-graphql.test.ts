import { makeAggregate } from "../../src/queries/counts/make-aggregate";
import { makeIndicatorMap } from "../../src/queries/indicators/make-indicator-map";
import { createLoaders } from "../../src/queries/kit/loaders";
import type { QueryContext } from "../../src/queries/kit/query-context";
import { findCentres } from "../../src/queries/places/find-centres";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import { startHub } from "../support/hub";

/** As a caller does that knows no GraphQL, such as an export. */
function contextsOf(table: Table): () => QueryContext {
  const repositories = tableRepositories(table);
  return () => ({
    repositories,
    loaders: createLoaders(repositories),
    receivedAt: "2026-11-22T10:00:00.000Z",
  });
}

test("questions have the same answer with and without GraphQL", async () => {
  const { ask, table } = await startHub({ starter: true });
  const context = contextsOf(table);
  const { data, errors } = await ask<{
    centres: { totalCount: number; nodes: { code: string }[] };
    indicator: {
      map: { ranked: number; cells: { observation: { area: { code: string } }; rank: number | null }[] };
    };
    aggregate: { cells: { groups: { code: string | null }[]; values: { value: number | null }[] }[] };
  }>(`{
    centres(filter: { area: "municipio:5" }, first: 5) { totalCount nodes { code } }
    indicator(code: "share_65plus") { map(period: "2024") { ranked cells { observation { area { code } } rank } } }
    aggregate(input: { measures: [CENTRES], groupBy: [AREA], level: DISTRICT, on: "2026-11-22" }) { cells { groups { code } values { value } } }
  }`);
  expect(errors).toBeUndefined();
  const centres = await findCentres({ area: "municipio:5" }, { first: 5, sort: "NAME" }, context());
  expect(centres.nodes.length).toBeGreaterThan(0);
  expect([await centres.totalCount(), centres.nodes.map(({ code }) => code)]).toEqual([
    data!.centres.totalCount,
    data!.centres.nodes.map(({ code }) => code),
  ]);
  const { loaders } = context();
  const map = await makeIndicatorMap(
    (await loaders.indicator.load("share_65plus"))!,
    {
      period: "2024",
      level: "NEIGHBOURHOOD",
      comparison: {
        minimumResidents: 700,
        minimumDenominator: 20,
        residentsIndicator: "residents",
        weighting: "INDICATOR",
        peers: 5,
      },
    },
    context(),
  );
  expect(map.ranked).toBeGreaterThan(0);
  expect(map.cells.map(({ area: { code }, rank }) => ({ observation: { area: { code } }, rank }))).toEqual(
    data!.indicator.map.cells,
  );
  const given = { measures: ["CENTRES"], groupBy: ["AREA"], filter: [], level: "DISTRICT" } as const;
  const none = { city: null, strategy: null, budgetVersion: null, indicator: null, per: null };
  const aggregate = await makeAggregate({ ...given, ...none, on: "2026-11-22" }, context());
  expect(
    aggregate.cells.map(({ groups, values }) => ({
      groups: groups.map(({ code }) => ({ code })),
      values: values.map(({ value }) => ({ value })),
    })),
  ).toEqual(data!.aggregate.cells);
});

test("a question itself rejects wrong arguments", async () => {
  const context = contextsOf((await startHub()).table);
  await expect(
    findCentres({ area: "nil:none" }, { first: 5, sort: "NAME" }, context()),
  ).rejects.toMatchObject({
    code: "UNKNOWN_CODE",
    where: "filter.area",
  });
  await expect(findCentres({}, { first: 5, sort: "DISTANCE" }, context())).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    where: "sort",
  });
});
