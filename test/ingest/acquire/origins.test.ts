import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { acquireSource } from "../../../src/ingest/acquire/acquire-source";
import { eurostat, istat, sdmxUrl } from "../../../src/ingest/acquire/sdmx";
import type { CkanOrigin, Origin, SdmxService } from "../../../src/ingest/kit/origin";
import type { Source, SourceMode } from "../../../src/ingest/kit/source";
import {
  type AnswerTo,
  sends,
  sendsJson,
  startServer,
  type TestServer,
  testHttp,
} from "../../support/misbehaving-server";
import { ownSource } from "../../support/own-source";

const ds3017 = ownSource("ds3017");

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-origins-"));
});
afterEach(() => rm(folder, { recursive: true }));

const acquire = async (
  origin: Origin,
  file = "a/file.csv",
  mode: SourceMode = "PARTIAL",
  http = testHttp(),
) => {
  const source = { ...ds3017, files: [file], origin, mode } as unknown as Source;
  const { status, gaps, error } = await acquireSource(source, { http, folder });
  const message = error?.message.replaceAll(server.url, "<server>") ?? null;
  return { status, gaps: gaps.map((gap) => gap.replaceAll(server.url, "<server>")), message };
};
const content = (file = "a/file.csv") => readFile(path.join(folder, file), "utf8");
const good = (status: string) => ({ status, gaps: [], message: null });
const failed = (message: string) => ({ status: "FAILED", gaps: [], message });

const csv = "id;name\n1;Casa\n";
const md5 = (text: string) => createHash("md5").update(text).digest("hex");

test("downloads a file of a plain address", async () => {
  server.answer(sends(csv));
  const origin: Origin = { kind: "url", url: `${server.url}/file.csv`, checksum: md5(csv) };
  expect(await acquire(origin)).toEqual(good("DOWNLOADED"));
  expect(await content()).toBe(csv);
});

const ckan = (resource: CkanOrigin["resource"] = { format: "csv" }): Origin => ({
  kind: "ckan",
  portal: server.url,
  dataset: "ds1-centres",
  resource,
});
const dataset = (changes: object = {}): AnswerTo =>
  sendsJson({
    success: true,
    result: {
      resources: [
        { id: "r1", name: "Centres", format: "CSV", url: `${server.url}/r1.csv`, hash: "", ...changes },
        { id: "r2", name: "Centres", format: "JSON", url: `${server.url}/r2.json`, last_modified: null },
      ],
    },
  });

test("downloads the file of a CKAN dataset, and again only when the catalogue has another version", async () => {
  const one = { last_modified: "2026-09-25T10:00:00", revision_id: "a", hash: md5(csv) };
  server.answer(dataset(one), sends(csv), dataset(one), dataset({ ...one, revision_id: "b" }), sends(csv));
  expect(await acquire(ckan())).toEqual(good("DOWNLOADED"));
  expect(await acquire(ckan())).toEqual(good("KEPT"));
  expect(await acquire(ckan())).toEqual(good("DOWNLOADED"));
  const show = "GET /api/3/action/package_show?id=ds1-centres";
  expect(server.asked).toEqual([show, "GET /r1.csv", show, show, "GET /r1.csv"]);
});

test("chooses a file of a dataset by format and name, or by id", async () => {
  for (const resource of [{ format: "CSV", name: "centres" }, { id: "r1" }]) {
    server.answer(dataset(), sends(csv));
    await acquire(ckan(resource));
    expect(server.asked[1]).toBe("GET /r1.csv");
  }
});

test("checks the file itself if the catalogue does not state its version", async () => {
  const unchanged: AnswerTo = (_request, response) => response.writeHead(304).end();
  server.answer(dataset(), sends(csv, { etag: '"1"' }), dataset(), unchanged);
  expect(await acquire(ckan())).toEqual(good("DOWNLOADED"));
  expect(await acquire(ckan())).toEqual(good("KEPT"));
  expect(server.headers[3]!["if-none-match"]).toBe('"1"');
});

test.each<[string, () => AnswerTo, string]>([
  [
    "the dataset is not there",
    () => sendsJson({ success: false, error: { message: "Non trovato" } }, 404),
    "The catalogue rejects <server>/api/3/action/package_show?id=ds1-centres: Non trovato.",
  ],
  [
    "the catalogue answers with a page",
    () => sends("<html>Manutenzione</html>"),
    '<server>/api/3/action/package_show?id=ds1-centres does not answer with JSON: "<html>Manutenzione</html>".',
  ],
  [
    "the file is not in the dataset",
    () => dataset({ format: "XLSX" }),
    '<server>/api/3/action/package_show?id=ds1-centres has 0 files that match csv; it has: XLSX "Centres" (r1); JSON "Centres" (r2).',
  ],
  [
    "two files fit",
    () =>
      sendsJson({
        success: true,
        result: { resources: ["a", "b"].map((id) => ({ id, format: "CSV", url: "x" })) },
      }),
    '<server>/api/3/action/package_show?id=ds1-centres has 2 files that match csv; it has: CSV "" (a); CSV "" (b).',
  ],
])("says by name that %s", async (_what, answer, message) => {
  server.answer(answer());
  expect(await acquire(ckan())).toEqual(failed(message));
});

test("rejects a file without the checksum of the catalogue", async () => {
  server.answer(dataset({ hash: md5(csv) }), sends(`${csv}2;Altra\n`));
  expect((await acquire(ckan())).message).toContain(`but its publisher states ${md5(csv)}`);
});

const service = (): SdmxService => ({
  base: `${server.url}/rest`,
  query: {},
  rate: { most: 4, seconds: 60 },
});
const sdmx = (): Origin => ({
  kind: "sdmx",
  service: service(),
  flow: "F1",
  key: "A.015146",
  startPeriod: "2020",
});
const sdmxCsv = "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE\nX:F1(1.0),A,015146,2020,1\n";

test("sends ISTAT and Eurostat the requests that they expect", async () => {
  expect(
    sdmxUrl({
      kind: "sdmx",
      service: istat,
      flow: "22_289",
      key: "A.015146.JAN.9.TOTAL.99",
      startPeriod: "2020",
    }),
  ).toBe("https://esploradati.istat.it/SDMXWS/rest/data/22_289/A.015146.JAN.9.TOTAL.99?startPeriod=2020");
  expect(sdmxUrl({ kind: "sdmx", service: eurostat, flow: "urb_cpop1", key: "all" })).toBe(
    "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data/urb_cpop1/all?format=SDMX-CSV",
  );
  server.answer(sends(sdmxCsv));
  expect(await acquire(sdmx())).toEqual(good("DOWNLOADED"));
  expect(server.headers[0]!.accept).toBe("application/vnd.sdmx.data+csv;version=1.0.0");
});

test("never exceeds the rate of an SDMX service, failures included", async () => {
  server.answer(sends("", {}, 500), sends("", {}, 500), sends("", {}, 500), sends(sdmxCsv));
  const http = testHttp();
  expect(await acquire(sdmx(), "a/file.csv", "PARTIAL", http)).toEqual(good("DOWNLOADED"));
  expect(await acquire(sdmx(), "a/other.csv", "PARTIAL", http)).toEqual(good("DOWNLOADED"));
  // Four within a minute, then the fifth waits for the rest of it.
  expect(http.slept).toEqual([500, 1_000, 2_000, 56_500]);
});

test.each<[string, AnswerTo, object]>([
  ["no observations (ISTAT)", sends("Not Found - NoRecordsFound", {}, 404), good("NO_DATA")],
  [
    "no observations (Eurostat)",
    sends(
      '<m:Error><m:ErrorMessage code="100"><c:Text>No results found.</c:Text></m:ErrorMessage></m:Error>',
      {},
      404,
    ),
    good("NO_DATA"),
  ],
  [
    "no such dataflow",
    sends("Not Found", {}, 404),
    failed("<server>/rest/data/F1/A.015146?startPeriod=2020 is unknown to the service (404)."),
  ],
  [
    "too many observations",
    sends("", {}, 413),
    failed(
      "<server>/rest/data/F1/A.015146?startPeriod=2020 asks for more observations than the service answers at once (413).",
    ),
  ],
  [
    "an error message with status 200",
    sends("<m:Error/>"),
    failed("<server>/rest/data/F1/A.015146?startPeriod=2020 gives an XML document instead of CSV."),
  ],
])("reports a failure of an SDMX service: %s", async (_what, answer, expected) => {
  server.answer(answer);
  expect(await acquire(sdmx())).toEqual(expected);
});
