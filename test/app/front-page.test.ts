import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { HttpApp } from "../../src/app/base-app";
import { createBaseApp } from "../../src/app/base-app";
import { frontPageRoutes } from "../../src/app/front-page";

let folder: string;
let app: HttpApp;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  await writeFile(join(folder, "index.html"), "<!doctype html>");
  await writeFile(join(folder, "main-ABCD1234.js"), "1");
  app = createBaseApp({ log: () => undefined });
  app.route("/", frontPageRoutes({ directory: folder }));
});

afterAll(() => rm(folder, { recursive: true }));

const policy = (ancestors: string): string =>
  "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'none'; " +
  `frame-ancestors ${ancestors}; img-src 'self' data:; script-src 'self'; style-src 'self'`;

test("serves the page, which no other site may frame", async () => {
  const response = await app.request("/?view=city");
  expect([response.status, await response.text()]).toEqual([200, "<!doctype html>"]);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "no-cache",
    "content-security-policy": policy("'none'"),
    "permissions-policy": "geolocation=(self)",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
});

test("serves the same page at an address that every site may frame", async () => {
  const response = await app.request("/embed?view=city");
  expect([response.status, await response.text()]).toEqual([200, "<!doctype html>"]);
  expect(response.headers.get("content-security-policy")).toBe(policy("*"));
  // In the frame of another site nobody is asked for a position.
  expect(response.headers.get("permissions-policy")).toBe("geolocation=()");
  expect(response.headers.get("x-frame-options")).toBeNull();
});

test("serves the files of the page with no expiry", async () => {
  const response = await app.request("/page/main-ABCD1234.js");
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(response.headers.get("x-frame-options")).toBe("DENY");
});

test.each(["/page/missing.js", "/page/..%2findex.html", "/page/", "/embed/x", "/index.html"])(
  "does not serve %s",
  async (path) => {
    expect((await app.request(path)).status).toBe(404);
  },
);

test("says what to do where nothing was built", async () => {
  const response = await frontPageRoutes({ directory: join(folder, "nothing") }).request("/");
  expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
    404,
    "The page has not been built: run `npm run build`.",
  ]);
});
