import { rm } from "node:fs/promises";
import { get, type IncomingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { type ExportedHub, exportedClone } from "../../support/exported-hub";
import { type ListeningHub, listening } from "../../support/listening-hub";

/** What a panel of Grafana asks, directly or through its server. */
const series = "/exports/observations.csv?indicator=residents&area=nil%3A42&period=";

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

describe("a dashboard that reads filtered files over HTTP", () => {
  let hub: ExportedHub;
  let server: ListeningHub;

  beforeAll(async () => {
    hub = await exportedClone();
    server = await listening(hub);
  });
  afterAll(async () => {
    await server.close();
    await rm(hub.folder, { recursive: true, force: true });
  });

  /** Without the decompression of `fetch`. */
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Got> =>
    new Promise((resolve, reject) => {
      const sent = method === "GET" ? get : request;
      const asked = sent(`${server.url}${path}`, { method, headers, agent: false }, async (response) =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          bytes: await buffer(response),
        }),
      );
      asked.on("error", reject).end();
    });
  const problem = ({ bytes }: Got) => JSON.parse(bytes.toString()) as Record<string, string>;

  test("a time series has the values of the API, compressed for who accepts it", async () => {
    const { data } = await server.ask<{
      observations: { nodes: { period: string; value: number }[] };
    }>(
      '{ observations(filter: { area: "nil:42", indicator: "residents" }, first: 100) { nodes { period value } } }',
    );
    const expected = data!.observations.nodes.map(({ period, value }) => [period, String(value)]);
    expect(expected.length).toBeGreaterThan(3);
    for (const accept of ["*/*", "application/json", "text/csv"]) {
      const got = await ask(series, { accept, "accept-encoding": "gzip", "user-agent": "Grafana/12.0.0" });
      expect([got.status, got.headers["content-type"]]).toEqual([200, "text/csv; charset=utf-8"]);
      expect(got.headers["content-encoding"]).toBe("gzip");
      const rows = parse(gunzipSync(got.bytes), { bom: true, columns: true }) as Record<string, string>[];
      expect(rows.map(({ period, value }) => [period, value])).toEqual(expected);
    }
    const lines = (await ask(series.replace(".csv", ".ndjson"))).bytes.toString().trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line)).map(({ period, value }) => [period, String(value)])).toEqual(
      expected,
    );
  });

  test("the same panel asks again and again: 304 with the tag of each encoding, and HEAD without content", async () => {
    for (const encoding of ["gzip", "identity"]) {
      const headers = { "accept-encoding": encoding };
      const first = await ask(series, headers);
      expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
      expect(first.headers["x-data-version"]).toBe(String(hub.manifest.dataVersion));
      expect(first.headers["cache-control"]).toContain("max-age=5");
      for (let again = 0; again < 3; again++) {
        const known = await ask(series, { ...headers, "if-none-match": first.headers.etag! });
        expect([known.status, known.bytes.length, known.headers.etag]).toEqual([304, 0, first.headers.etag]);
        expect(known.headers["access-control-allow-origin"]).toBe("*");
      }
      expect((await ask(series, { ...headers, "if-none-match": '"other"' })).status).toBe(200);
      const head = await ask(series, headers, "HEAD");
      expect([head.status, head.bytes.length]).toEqual([200, 0]);
      for (const name of ["content-length", "content-type", "content-encoding", "etag", "x-data-version"])
        expect([name, head.headers[name]]).toEqual([name, first.headers[name]]);
    }
  });

  test("a page of another site may ask with its headers, and read those of the answer", async () => {
    const origin = "https://grafana.example";
    const preflight = await ask(
      series,
      {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "if-none-match,x-grafana-org-id",
      },
      "OPTIONS",
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers["access-control-allow-methods"]).toContain("GET");
    expect(preflight.headers["access-control-allow-headers"]!.split(",")).toEqual(
      expect.arrayContaining(["*", "if-none-match"]),
    );
    for (const path of [series, "/exports/centres.csv", "/exports/centres.csv?colour=red"]) {
      const { headers } = await ask(path, { origin });
      expect([path, headers["access-control-allow-origin"]]).toEqual([path, "*"]);
      const exposed = headers["access-control-expose-headers"]!.split(",");
      for (const name of ["etag", "x-data-version", "content-range", "content-disposition"])
        expect(exposed).toContain(name);
    }
  });

  test("empty parameters are absent ones: if all are, the answer is the whole file", async () => {
    const whole = await ask("/exports/centres.csv");
    for (const query of ["area=", "area=&kinds=&statuses=", "accessible=%20"]) {
      const got = await ask(`/exports/centres.csv?${query}`);
      expect([query, got.status, got.bytes.equals(whole.bytes)]).toEqual([query, 200, true]);
      expect(got.headers.etag).toBe(whole.headers.etag);
    }
    const [empty, absent] = await Promise.all([ask(series), ask(series.replace("&period=", ""))]);
    expect(empty.bytes.equals(absent.bytes)).toBe(true);
  });

  test("commas and repeated parameters are the same list; a single value that comes twice is an error", async () => {
    const queries = ["codes=nil:1,nil:42", "codes=nil:1&codes=nil:42", "codes=nil%3A1%2Cnil%3A42&codes="];
    const [first, ...others] = await Promise.all(queries.map((query) => ask(`/exports/areas.csv?${query}`)));
    expect(first!.bytes.toString().trimEnd().split("\r\n")).toHaveLength(1 + 2);
    for (const other of others) expect(other.bytes.equals(first!.bytes)).toBe(true);
    const twice = await ask("/exports/observations.csv?indicator=residents&indicator=share_65plus");
    expect([twice.status, problem(twice).where]).toEqual([400, "indicator"]);
  });

  test.each(["_=1699999999", "perid=2024", "perid="])(
    "the unknown parameter %s is an error that helps",
    async (query) => {
      const got = await ask(`${series}&${query}`);
      expect([got.status, got.headers["content-type"]]).toEqual([400, "application/problem+json"]);
      const { code, detail, hint, hintIt, where } = problem(got);
      const name = query.split("=")[0]!;
      expect([code, where]).toEqual(["BAD_USER_INPUT", name]);
      expect(detail).toContain(name);
      for (const text of [hint, hintIt]) expect(text).toMatch(/area, indicator, period, level.*ETag/);
      expect(got.headers["cache-control"]).toBe("no-store");
    },
  );
});
