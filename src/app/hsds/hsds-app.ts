import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { accepts } from "hono/accepts";
import { etag } from "hono/etag";
import { answer } from "../answer";
import { referencePolicy } from "../reference/reference-page";
import type { HsdsOptions } from "./answer-to";
import { type Check, checkConformance } from "./conformance";
import { conformancePage } from "./conformance-page";
import { type HsdsDescription, hsdsDescription } from "./description";
import { hsdsDocsPage } from "./docs-page";
import { problemOf } from "./problem-of";
import { hsdsBase, hsdsRoutes } from "./routes";

/** Everything of HSDS: the API, its description as a file and as a page, and the checks. */
export function hsdsApp(options: HsdsOptions): OpenAPIHono {
  const app = hsdsRoutes(options);
  let description: HsdsDescription | undefined;
  const described = (): HsdsDescription => {
    description ??= hsdsDescription(app);
    return description;
  };
  app.get(`${hsdsBase}/openapi.json`, etag(), (c) =>
    c.json(described(), 200, { "cache-control": "no-cache" }),
  );
  let page: string | undefined;
  app.get(`${hsdsBase}/docs`, etag(), (c) => {
    page ??= hsdsDocsPage(described());
    return c.html(page, 200, { "cache-control": "no-cache", "content-security-policy": referencePolicy });
  });
  app.get("/conformance", async (c) => {
    try {
      const { checks, dataVersion } = await conformanceOf(app, options);
      const isPage = accepts(c, {
        header: "Accept",
        supports: ["application/json", "text/html"],
        default: "application/json",
      });
      const headers = {
        "cache-control": "no-cache",
        vary: "accept",
        "x-data-version": String(dataVersion),
      };
      if (isPage === "text/html")
        return c.html(conformancePage(checks, dataVersion), 200, {
          ...headers,
          "content-security-policy": referencePolicy,
        });
      const isConformant = checks.every(({ result }) => result === "PASS");
      return answer(JSON.stringify({ standard: "HSDS 3.0", isConformant, dataVersion, checks }), 200, {
        ...headers,
        "content-type": "application/json; charset=utf-8",
      });
    } catch (error) {
      return problemOf(error);
    }
  });
  return app;
}

/** The checks of the version that is asked now; each version is checked once. */
interface Checked {
  readonly checks: readonly Check[];
  readonly dataVersion: number;
}

const checked = new WeakMap<object, Promise<Checked>>();

async function conformanceOf(app: OpenAPIHono, { version, deadlineMs }: HsdsOptions): Promise<Checked> {
  const now = await version();
  const known = checked.get(now);
  if (known !== undefined) return known;
  // All checks of one version, whatever is published meanwhile.
  const own = new Hono().route("/", hsdsRoutes({ deadlineMs, version: async () => now }));
  own.get(`${hsdsBase}/openapi.json`, (c) => c.json(hsdsDescription(app)));
  const found = checkConformance(async (path) => {
    const response = await own.request(`${hsdsBase}${path}`);
    return { status: response.status, content: await response.json() };
  }).then((checks) => ({ checks, dataVersion: now.root?.dataVersion ?? 0 }));
  checked.set(now, found);
  found.catch(() => checked.delete(now));
  return found;
}
