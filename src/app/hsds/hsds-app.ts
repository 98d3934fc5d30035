import type { Hono } from "hono";
import { accepts } from "hono/accepts";
import { etag } from "hono/etag";
import { answer } from "../answer";
import { pagePolicy } from "../page";
import { problemOf } from "../problem-of";
import { hsdsBase } from "./addresses";
import type { HsdsOptions } from "./answer-to";
import { type Check, checkConformance } from "./conformance";
import { conformancePage } from "./conformance-page";
import { type HsdsDescription, hsdsDocsPage } from "./docs-page";
import { hsdsRoutes } from "./routes";

interface HsdsAppOptions extends HsdsOptions {
  /** The description of the API (OpenAPI 3.1) as text. */
  readonly description: () => string;
}

/** Everything of HSDS: the API, its description as a file and as a page, and the checks. */
export function hsdsApp(options: HsdsAppOptions): Hono {
  const app = describedRoutes(options);
  let page: string | undefined;
  app.get(`${hsdsBase}/docs`, etag(), (c) => {
    page ??= hsdsDocsPage(JSON.parse(options.description()) as HsdsDescription);
    return c.html(page, 200, { "cache-control": "no-cache", "content-security-policy": pagePolicy });
  });
  app.get("/conformance", async (c) => {
    try {
      const { checks, dataVersion } = await conformanceOf(options);
      const headers = { "cache-control": "no-cache", vary: "accept", "x-data-version": String(dataVersion) };
      const json = "application/json";
      const wanted = accepts(c, { header: "Accept", supports: [json, "text/html"], default: json });
      if (wanted === "text/html")
        return c.html(conformancePage(checks, dataVersion), 200, {
          ...headers,
          "content-security-policy": pagePolicy,
        });
      const isConformant = checks.every(({ result }) => result === "PASS");
      return answer(JSON.stringify({ standard: "HSDS 3.0", isConformant, dataVersion, checks }), 200, {
        ...headers,
        "content-type": `${json}; charset=utf-8`,
      });
    } catch (error) {
      return problemOf(error);
    }
  });
  return app;
}

const describedRoutes = (options: HsdsAppOptions): Hono =>
  hsdsRoutes(options).get(`${hsdsBase}/openapi.json`, etag(), (c) =>
    c.body(options.description(), 200, {
      "cache-control": "no-cache",
      "content-type": "application/json; charset=utf-8",
    }),
  );

interface Checked {
  readonly checks: readonly Check[];
  readonly dataVersion: number;
}

/** Each version is checked once. */
const checked = new WeakMap<object, Promise<Checked>>();

async function conformanceOf(options: HsdsAppOptions): Promise<Checked> {
  const now = await options.version();
  const known = checked.get(now);
  if (known !== undefined) return known;
  // All checks of one version, whatever is published meanwhile.
  const own = describedRoutes({ ...options, version: async () => now });
  const found = checkConformance(async (path) => {
    const response = await own.request(`${hsdsBase}${path}`);
    return { status: response.status, content: await response.json() };
  }).then((checks) => ({ checks, dataVersion: now.root?.dataVersion ?? 0 }));
  checked.set(now, found);
  found.catch(() => checked.delete(now));
  return found;
}
