import { openTable } from "../../src/app/open-table";
import { type StartedBundle, startBundle } from "../support/started-bundle";

let started: StartedBundle;

beforeAll(async () => {
  started = await startBundle("ingest");
});

afterAll(() => started.close());

test("is small, and contains no API", () => {
  expect(started.bundle.bytes).toBeLessThan(2_000_000);
  expect(started.bundle.packages.filter((name) => /graphql|apollo|hono|dynalite/.test(name))).toEqual([]);
});

test("as started by Lambda, reports that it is done when no source has an address", async () => {
  const location = { engine: { kind: "endpoint", url: started.engine.url }, tableName: "vicinato" } as const;
  const { close } = await openTable(location, { share: false });
  const event = { group: "NIGHTLY", sources: ["ds205", "nothing"] };
  expect(await started.call(event)).toEqual({
    done: true,
    group: "NIGHTLY",
    sources: [],
    failed: [{ source: "nothing", reason: "The hub does not know this source." }],
    parts: 0,
  });
  await close();
});
