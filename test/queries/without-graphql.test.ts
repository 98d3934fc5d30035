import { publishedVersions } from "../../src/app/published-versions";
import { makeAggregate } from "../../src/queries/counts/make-aggregate";
import { makeIndicatorMap } from "../../src/queries/indicators/make-indicator-map";
import { createLive } from "../../src/queries/kit/live";
import type { QueryContext } from "../../src/queries/kit/query-context";
import { findCentres } from "../../src/queries/places/find-centres";
import { tableRepositories } from "../../src/storage";
import { changeRepository } from "../../src/storage/changes/change.repository";
import { loaded } from "../../src/storage/engine/reader";
import { RequestWork } from "../../src/storage/engine/request-work";
import type { Table } from "../../src/storage/engine/table";
import { snapshotsOf } from "../../src/storage/snapshots/snapshot-store";
import { startHub } from "../support/hub";

/** Asks as a caller does that knows no GraphQL, such as an export. */
async function askerOf(table: Table) {
  const { records, repositories } = await publishedVersions(table).current();
  const changes = changeRepository(table, () => snapshotsOf(table).look());
  const live = createLive(tableRepositories(table), changes);
  const work = new RequestWork({ units: 1_000_000, milliseconds: 600_000 });
  const context: QueryContext = { records, repositories, live, work, receivedAt: "2026-11-22T10:00:00.000Z" };
  return <T>(question: (context: QueryContext) => T) => loaded(() => question(context));
}

test("questions have the same answer with and without GraphQL", async () => {
  const { ask, table } = await startHub({ starter: true });
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
  const asked = await askerOf(table);
  const centres = await asked((context) =>
    findCentres({ area: "municipio:5" }, { first: 5, sort: "NAME" }, context),
  );
  expect(centres.nodes.length).toBeGreaterThan(0);
  expect([await asked(() => centres.totalCount()), centres.nodes.map(({ code }) => code)]).toEqual([
    data!.centres.totalCount,
    data!.centres.nodes.map(({ code }) => code),
  ]);
  const map = await asked((context) =>
    makeIndicatorMap(
      context.records.indicator.one("share_65plus")!,
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
      context,
    ),
  );
  expect(map.ranked).toBeGreaterThan(0);
  expect(map.cells.map(({ area: { code }, rank }) => ({ observation: { area: { code } }, rank }))).toEqual(
    data!.indicator.map.cells,
  );
  const given = { measures: ["CENTRES"], groupBy: ["AREA"], filter: [], level: "DISTRICT" } as const;
  const none = { city: null, strategy: null, budgetVersion: null, indicator: null, per: null };
  const aggregate = await asked((context) => makeAggregate({ ...given, ...none, on: "2026-11-22" }, context));
  expect(
    aggregate.cells.map(({ groups, values }) => ({
      groups: groups.map(({ code }) => ({ code })),
      values: values.map(({ value }) => ({ value })),
    })),
  ).toEqual(data!.aggregate.cells);
});

test("a question itself rejects wrong arguments", async () => {
  const asked = await askerOf((await startHub()).table);
  await expect(
    asked((context) => findCentres({ area: "nil:none" }, { first: 5, sort: "NAME" }, context)),
  ).rejects.toMatchObject({
    code: "UNKNOWN_CODE",
    where: "filter.area",
  });
  await expect(
    asked((context) => findCentres({}, { first: 5, sort: "DISTANCE" }, context)),
  ).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    where: "sort",
  });
});
