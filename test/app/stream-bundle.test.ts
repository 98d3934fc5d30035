import { openTable } from "../../src/app/open-table";
import { saveRecords } from "../../src/ingest/run/save-records";
import { aCity, anArea, anIndicator, anObservation, aSource } from "../support/builders";
import { verify } from "../support/projections";
import { type StartedBundle, startBundle } from "../support/started-bundle";

let started: StartedBundle;

beforeAll(async () => {
  started = await startBundle("stream");
});

afterAll(() => started.close());

test("is small, and contains no API", () => {
  expect(started.bundle.bytes).toBeLessThan(1_000_000);
  expect(started.bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
});

test("as started by Lambda, follows a write of the table", async () => {
  const location = { engine: { kind: "endpoint", url: started.engine.url }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(location, { share: false });
  const city = aCity();
  const area = anArea({ code: "nil:1", cityCode: city.code });
  const observation = anObservation({ areaCode: area.code });
  await saveRecords(
    table,
    [
      { type: "sourceRef", record: aSource() },
      { type: "area", record: city },
      { type: "area", record: area },
      { type: "indicator", record: anIndicator({ code: observation.indicatorCode }) },
      { type: "observation", record: observation },
    ],
    { origin: "ds1", now: "2026-01-01T00:00:00.000Z" },
  );
  expect(await verify(table)).not.toEqual([]);
  const event = {
    Records: [{ dynamodb: { Keys: { pk: { S: "Area#nil:1" }, sk: { S: "RECORD" } }, SequenceNumber: "1" } }],
  };
  expect(await started.call(event)).toEqual({ batchItemFailures: [] });
  expect(await verify(table)).toEqual([]);
  await close();
});
