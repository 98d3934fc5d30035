import { openTable } from "../../src/app/open-table";
import { operator } from "../../src/domain/identity/caller";
import { createWebhookKeeper } from "../../src/editing/webhooks/webhook-keeper";
import { saveRecords } from "../../src/ingest/run/save-records";
import { refresh } from "../../src/projections/refresh";
import { tableRepositories } from "../../src/storage";
import { anOrganization, aSource } from "../support/builders";
import { type StartedBundle, startBundle } from "../support/started-bundle";

let started: StartedBundle;

beforeAll(async () => {
  started = await startBundle("webhooks");
});

afterAll(() => started.close());

test("is small, and contains no API", () => {
  expect(started.bundle.bytes).toBeLessThan(1_000_000);
  expect(started.bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
  expect(started.bundle.packages).toContain("standardwebhooks");
});

test("as started by Lambda, makes an attempt, and never to a machine beside it", async () => {
  const location = { engine: { kind: "endpoint", url: started.engine.url }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(location, { share: false });
  const now = table.clock();
  await saveRecords(
    table,
    [
      { type: "sourceRef", record: aSource() },
      { type: "organization", record: anOrganization({ code: "a" }) },
    ],
    { origin: "ds1", now },
  );
  await refresh(table, [], { now });
  const keeper = createWebhookKeeper(table, { toLoopback: true, changed: () => undefined });
  const wish = { organizationCode: "a", url: "http://127.0.0.1:9/", label: "x", types: [], areaCode: null };
  const { webhook } = await keeper.create(wish, { by: operator, now });
  await keeper.test(webhook.id, { by: operator, now });
  expect(await started.call({})).toBeNull();
  expect(await tableRepositories(table).webhooks.byId(webhook.id)).toMatchObject({
    latestAttempts: [{ outcome: "PRIVATE_ADDRESS", status: null }],
  });
  await close();
});
