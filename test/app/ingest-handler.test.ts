import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type IngestAnswer, type IngestEvent, ingestHandler } from "../../src/app/ingest-handler";
import type { Source } from "../../src/ingest/kit/source";
import { findMappings } from "../../src/ingest/sources/find-mappings";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import { takeLease } from "../../src/storage/imports/import-lease";
import { sends, startServer, type TestServer, testHttp } from "../support/misbehaving-server";
import { startTable } from "../support/test-table";

/** SYNTHETIC: organisations of a mapping file, from a real server. */
const mapping = `
source:
  code: associations
  title: Synthetic organisations
  publisher: Invented
  licence: CC BY 4.0
  rights: { it: Inventato }
  synthetic: true
file: { path: associations.csv, format: csv, delimiter: ";", mode: PARTIAL }
key: { column: id }
records:
  - type: organization
    name: { column: name }
    kind: { constant: THIRD_SECTOR }
`;
const associations = (count: number): string =>
  [
    "id;name",
    ...Array.from({ length: count }, (_, i) => `${i};Organisation ${i} ${"x".repeat(400)}`),
    "",
  ].join("\n");

let server: TestServer;
let folder: string;
let table: Table;
beforeEach(async () => {
  server = await startServer();
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-schedule-"));
  await writeFile(path.join(folder, "associations.mapping.yaml"), mapping);
  table = await startTable();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Calls as the state machine does, once, with so many looks at the clock before the time is nearly over. */
async function call(event: IngestEvent, looks = Number.POSITIVE_INFINITY): Promise<IngestAnswer> {
  const origin = { kind: "url", url: `${server.url}/associations.csv` } as const;
  const known = (await findMappings(folder)).sources.map((source): Source => ({ ...source, origin }));
  const handler = ingestHandler({
    table,
    http: testHttp({ fileBytes: 10_000_000 }),
    sources: known,
    folder,
    now: () => new Date("2026-11-22T02:00:00.000Z"),
    log: () => undefined,
  });
  let left = looks;
  const answer = await handler(event, { getRemainingTimeInMillis: () => (left-- > 0 ? 900_000 : 1_000) });
  // As it travels between two calls.
  return JSON.parse(JSON.stringify(answer)) as IngestAnswer;
}

const runs = async () => {
  const { importRuns } = tableRepositories(table);
  const { edges } = await importRuns.page({}, { first: 10, after: null });
  return edges.map(({ node }) => node);
};

test("downloads and imports the sources of the group, and says that it is done", async () => {
  server.answer(sends(associations(3)));
  expect(await call({ group: "WEEKLY" })).toEqual({
    done: true,
    group: "WEEKLY",
    sources: [],
    failed: [],
    parts: 0,
  });
  expect(server.asked).toEqual(["GET /associations.csv"]);
  expect(
    await tableRepositories(table).organizations.byCodes(["associations:0", "associations:2"]),
  ).toMatchObject([{ kind: "THIRD_SECTOR" }, { kind: "THIRD_SECTOR" }]);
  expect(await call({ group: "NIGHTLY" })).toMatchObject({ done: true });
  expect(server.asked).toHaveLength(1);
});

test("stops before its time is over and continues there in the next call", async () => {
  server.answer(sends(associations(700)));
  const first = await call({ group: "WEEKLY" }, 3);
  expect(first).toEqual({ done: false, group: "WEEKLY", sources: ["associations"], failed: [], parts: 1 });
  const [stopped] = await runs();
  expect(stopped).toMatchObject({ status: "INTERRUPTED" });
  const { rows } = stopped!.checkpoint!;
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(700);
  table.meter.reset();
  expect(await call(first)).toMatchObject({ done: true, failed: [] });
  expect((await runs())[0]).toMatchObject({
    status: "COMPLETED",
    rows: { read: 700, new: 700, rejected: 0 },
  });
  expect(
    await tableRepositories(table).organizations.byCodes(["associations:0", "associations:699"]),
  ).toMatchObject([{}, {}]);
});

test("names failed downloads, and gives up on endless ones", async () => {
  server.answer(sends("<html>In manutenzione</html>"));
  const answer = await call({ group: "WEEKLY" });
  expect(answer).toMatchObject({ done: true, failed: [{ source: "associations" }] });
  expect(answer.failed[0]!.reason).toMatch(/web page/);
  server.answer(sends(associations(700)));
  const again = await call({ group: "WEEKLY", sources: ["associations"], parts: 100 }, 3);
  expect(again).toMatchObject({
    done: true,
    failed: [{ source: "associations", reason: expect.stringContaining("100") }],
  });
});

test("during another import it throws the error that the state machine waits for", async () => {
  server.answer(sends(associations(3)));
  const lease = await takeLease(table, { holder: "somebody" });
  await expect(call({ group: "WEEKLY" })).rejects.toMatchObject({ name: "ImportRunning" });
  await lease.release();
  expect(await call({ group: "WEEKLY" })).toMatchObject({ done: true, failed: [] });
});

test("an unknown source is a failure, and the others continue", async () => {
  server.answer(sends(associations(3)));
  expect(await call({ group: "WEEKLY", sources: ["nothing", "associations"] })).toMatchObject({
    done: true,
    failed: [{ source: "nothing" }],
  });
  expect(await runs()).toMatchObject([{ status: "COMPLETED" }]);
});
