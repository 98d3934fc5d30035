import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import { playgroundRoutes } from "../../src/app/playground";

const script = "console.log('a script long enough to be worth compressing')";

let folder: string;
let app: Hono;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "playground-"));
  const built = join(folder, "built");
  await mkdir(join(built, "inner.json"), { recursive: true });
  const files: Readonly<Record<string, string | Buffer>> = {
    "../secret.json": "{}",
    ".hidden.json": "{}",
    "examples.json": "[]",
    "font-0-ABCD1234.woff2": Buffer.from([0, 255, 1]),
    "index.html": "<!doctype html>",
    "main-ABCD1234.js": script,
    "main-ABCD1234.js.gz": gzipSync(script),
    "notes.md": "not of the page",
    "style-ABCD1234.css": "body{}",
  };
  for (const [name, contents] of Object.entries(files)) await writeFile(join(built, name), contents);
  app = playgroundRoutes({ directory: built });
});

afterAll(() => rm(folder, { recursive: true }));

test("redirects to the page with a relative address, so that a prefix stays", async () => {
  const response = await app.request("/playground?query=%7Ba%7D");
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("playground/?query=%7Ba%7D");
});

test("serves the page without caching", async () => {
  const response = await app.request("/playground/?query={a}");
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("<!doctype html>");
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-cache",
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'none'; " +
      "frame-ancestors 'none'; img-src 'self' data:; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
      "worker-src 'self'",
    "content-type": "text/html; charset=utf-8",
    etag: expect.stringMatching(/^"\w+"$/),
    "permissions-policy": "geolocation=()",
    "referrer-policy": "no-referrer",
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
  });
});

test.each([
  ["examples.json", "application/json; charset=utf-8", "no-cache"],
  ["font-0-ABCD1234.woff2", "font/woff2", "public, max-age=31536000, immutable"],
  ["index.html", "text/html; charset=utf-8", "no-cache"],
  ["main-ABCD1234.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  ["style-ABCD1234.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
])("serves %s as %s, %s", async (name, contentType, cacheControl) => {
  const response = await app.request(`/playground/${name}`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(contentType);
  expect(response.headers.get("cache-control")).toBe(cacheControl);
});

test("answers 304 to clients that already have the file", async () => {
  const etag = (await app.request("/playground/examples.json")).headers.get("etag") ?? "";
  const again = await app.request("/playground/examples.json", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
  expect(again.headers.get("cache-control")).toBe("no-cache");
});

test("answers HEAD without content", async () => {
  const response = await app.request("/playground/", { method: "HEAD" });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe("");
});

test.each([
  ["gzip, deflate, br", "gzip"],
  ["br;q=1.0, gzip;q=0.8", "gzip"],
  ["br, gzip;q=0", null],
  ["identity", null],
])("to accept-encoding %s answers with content-encoding %s", async (accepted, encoding) => {
  const response = await app.request("/playground/main-ABCD1234.js", {
    headers: { "accept-encoding": accepted },
  });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  const body = Buffer.from(await response.arrayBuffer());
  expect(String(encoding === null ? body : gunzipSync(body))).toBe(script);
});

test.each([
  "../secret.json",
  "..%2fsecret.json",
  "..%252fsecret.json",
  "%2e%2e%2fsecret.json",
  "..%5csecret.json",
  "x/../../secret.json",
  "x%2f..%2f..%2fsecret.json",
  "%2fetc%2fpasswd.json",
  ".hidden.json",
  "index.html%00.json",
  "main-ABCD1234.js.gz",
  "notes.md",
  "inner.json",
  "inner.json/",
  "%E0%A4%A.json",
  "missing.json",
])("does not serve %s", async (path) => {
  // A URL made by hand, because `new URL` would tidy the dots up before the application sees them.
  const response = await app.fetch({
    ...{ method: "GET", headers: new Headers(), raw: null },
    url: `http://hub/playground/${path}`,
  } as unknown as Request);
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
});

test("reports as a problem what is missing", async () => {
  const response = await app.request("/playground/missing-ABCD1234.js");
  expect(response.status).toBe(404);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await response.json()).toEqual({
    type: "about:blank",
    title: "Not Found",
    status: 404,
    detail: "The playground has no file missing-ABCD1234.js.",
  });
});

test.each(["/playground/", "/playground/main-ABCD1234.js"])(
  "explains the build when %s was never built",
  async (path) => {
    const response = await playgroundRoutes({ directory: join(folder, "nothing") }).request(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      type: "about:blank",
      title: "Not Found",
      status: 404,
      detail: "The playground has not been built: run `npm run build`.",
    });
  },
);

test("works under a prefix", async () => {
  const response = await new Hono().route("/city", app).request("/city/playground/examples.json");
  expect(await response.json()).toEqual([]);
});

test.each([
  ["font-0-ABCD1234.woff2", "", Buffer.from([0, 255, 1])],
  ["main-ABCD1234.js", "gzip", gzipSync(script)],
])("returns the bytes of %s unchanged through a Lambda event", async (name, encoding, expected) => {
  const path = `/playground/${name}`;
  const event = {
    version: "2.0",
    rawPath: path,
    rawQueryString: "",
    headers: { "accept-encoding": encoding, host: "hub" },
    requestContext: { http: { method: "GET", path } },
    isBase64Encoded: false,
  } as unknown as LambdaEvent;
  const result = await handle(app)(event);
  expect(result.isBase64Encoded).toBe(true);
  expect(Buffer.from(result.body, "base64")).toEqual(expected);
});
