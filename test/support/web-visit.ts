import type { AddressInfo } from "node:net";
import path from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page, Route } from "playwright-core";
import { launchChromium } from "./chromium";
import type { TestHub } from "./hub";

export interface WebServer {
  /** Without a slash at the end; the hub has the prefix `/city` below it. */
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** What was built before the suites of the project `system` (test/runner/built-server.js). */
export const builtWeb = (name: "page" | "playground"): string => path.join(__dirname, "../../dist", name);

/** A hub below a prefix, on a free port of this machine, and a browser for it. */
export async function serveWeb({ hub }: Pick<TestHub, "hub">): Promise<WebServer> {
  // As behind a proxy: the hub does not know the prefix.
  const app = new Hono().mount("/city", hub.http.fetch);
  const browser = await launchChromium();
  return new Promise((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, (info: AddressInfo) => {
      const close = async () => {
        await browser.close();
        await new Promise<void>((done) => listening.close(() => done()));
      };
      resolve({ origin: `http://127.0.0.1:${info.port}`, browser, close });
    });
  });
}

/** Only a net for what never comes. */
export const mostWaitMs = 300_000;

export interface Visit extends BrowserContextOptions {
  /** Answers a request in place of the hub when it returns true. */
  readonly intercept?: (route: Route, url: string) => Promise<boolean>;
  /** Problems that the visit causes on purpose. */
  readonly expected?: RegExp;
}

/** Opens an address below the prefix in a new profile and fails when it asks another host, logs an error or breaks its policy. */
export async function visit(
  { origin, browser }: WebServer,
  address: string,
  use: (page: Page) => Promise<void>,
  { intercept, expected, ...options }: Visit = {},
): Promise<void> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  // A busy machine is slow and not wrong.
  context.setDefaultTimeout(mostWaitMs);
  const problems: string[] = [];
  try {
    // Only where it is needed: it takes the cache away, and time from each request.
    if (intercept)
      await context.route("**/*", async (route) => {
        if (!(await intercept(route, route.request().url()))) await route.continue();
      });
    const page = await context.newPage();
    // The browser reaches this machine alone, so nobody is really asked.
    context.on("request", (request) => {
      const url = request.url();
      if (new URL(url).origin !== origin) problems.push(`asked for ${url}`);
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(String(error)));
    let left = false;
    page.on("requestfailed", (request) => {
      const error = request.failure()?.errorText;
      // A page that is left drops what it was still loading; before that, nothing may be dropped.
      if (left && error === "net::ERR_ABORTED") return;
      problems.push(`${error}: ${request.url()}`);
    });
    await page.goto(`${origin}/city/${address}`);
    page.on("request", (request) => {
      left ||= request.isNavigationRequest();
    });
    await use(page);
    expect(problems.filter((problem) => !expected?.test(problem))).toEqual([]);
  } finally {
    await context.close();
  }
}
