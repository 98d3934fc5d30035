import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { acquireSource } from "../../../src/ingest/acquire/acquire-source";
import { ndjson } from "../../../src/ingest/formats/ndjson";
import { hsdsSource } from "../../../src/ingest/hsds/hsds-source";
import type { Source } from "../../../src/ingest/kit/source";
import { importSource } from "../../../src/ingest/run/import-source";
import { tableRepositories } from "../../../src/storage";
import { sends, sendsJson, startServer, type TestServer, testHttp } from "../../support/misbehaving-server";
import { ownSource } from "../../support/own-source";
import { centreCells, centres } from "../../support/synthetic-city";
import { startTable } from "../../support/test-table";

const ds3017 = ownSource("ds3017");

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-nightly-"));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("the answers of an HSDS API are imported like a file", async () => {
  const service = {
    id: "s1",
    name: "Invented service",
    status: "active",
    organization: { id: "o1", name: "Synthetic organisation", description: "Invented" },
  };
  server.answer(sendsJson({ total_items: 1, total_pages: 1, last_page: true, contents: [service] }));
  const source = hsdsSource(
    {
      ref: { ...ds3017.ref, code: "hsds-api" },
      files: ["hsds/services.ndjson"],
      format: ndjson({ fields: ["id"] }),
      mode: "PARTIAL",
      organizationCode: null,
      origin: { kind: "hsds", base: server.url, list: "services", query: { full: "true" } },
    },
    { organizationKind: "THIRD_SECTOR", timezone: "Europe/Rome", language: "it" },
  ) as unknown as Source;
  const table = await startTable();
  expect(await acquireSource(source, { http: testHttp(), folder })).toMatchObject({ status: "DOWNLOADED" });
  expect(server.asked).toEqual(["GET /services?full=true&per_page=100&page=1"]);
  const report = await importSource(source, { table, folder, now: "2026-11-22T03:00:00.000Z" });
  expect(report).toMatchObject({ status: "IMPORTED", rows: { read: 1, rejected: 0 } });
  const { edges } = await tableRepositories(table).services.page({}, { first: 10, after: null });
  expect(edges.map(({ node }) => node.name.it)).toEqual(["Invented service"]);
});

test("an HTML page as the answer of the publisher changes nothing", async () => {
  const source = {
    ...ds3017,
    origin: { kind: "url", url: `${server.url}/centres.csv` },
  } as unknown as Source;
  const table = await startTable();
  const night = async () => {
    const { status } = await acquireSource(source, { http: testHttp(), folder });
    const { rows, records } = await importSource(source, { table, folder, now: "2026-11-22T03:00:00.000Z" });
    return { status, rows, written: records.created + records.changed };
  };
  server.answer(sends(centres(centreCells({ id: "1" }), centreCells({ id: "2" })), { etag: '"1"' }));
  expect(await night()).toMatchObject({ status: "DOWNLOADED", rows: { read: 2, new: 2 } });
  server.answer(sends("<html>Sito in manutenzione</html>"));
  expect(await night()).toMatchObject({ status: "FAILED", rows: { read: 2, unchanged: 2 }, written: 0 });
});
