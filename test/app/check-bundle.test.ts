import { openTable } from "../../src/app/open-table";
import { refresh } from "../../src/projections/refresh";
import { type StartedBundle, startBundle } from "../support/started-bundle";

let started: StartedBundle;

beforeAll(async () => {
  started = await startBundle("check");
});

afterAll(() => started.close());

test("is small, and contains neither the API nor the importer", () => {
  expect(started.bundle.bytes).toBeLessThan(1_000_000);
  const foreign = /graphql|apollo|hono|dynalite|csv-parse|yaml/;
  expect(started.bundle.packages.filter((name) => foreign.test(name))).toEqual([]);
});

test("as started by Lambda, reports what differs, and nothing of a hub in which nothing does", async () => {
  const location = { engine: { kind: "endpoint", url: started.engine.url }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(location, { share: false });
  // Of a hub that has published nothing yet, all that it should have published is missing.
  expect(await started.call({})).toMatchObject({ Drift: 4, SourcesLate: 0 });
  await refresh(table, "EVERYTHING", { now: "2026-11-29T04:10:00.000Z", written: true });
  await close();
  expect(await started.call({})).toEqual({ Drift: 0, SourcesLate: 0, OldestSourceLatenessHours: 0 });
});
