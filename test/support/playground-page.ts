import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page, Route } from "playwright-core";
import { buildPlayground } from "../../src/web/build-playground";
import { launchChromium } from "./chromium";
import { examplesFolder } from "./examples";
import { startHub } from "./hub";

export interface PlaygroundServer {
  /** Without a slash at the end; the hub has the prefix `/city` below it. */
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The built page on the real hub with its starter data, on a free port of this machine, and a browser for it. */
export async function startPlayground(): Promise<PlaygroundServer> {
  const folder = await mkdtemp(join(tmpdir(), "playground-"));
  await buildPlayground({ outDir: folder, examplesDir: examplesFolder });
  const { hub } = await startHub({ starter: true, playgroundDir: folder });
  const app = new Hono().route("/city", hub.http);
  const browser = await launchChromium();
  return new Promise((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, (info: AddressInfo) => {
      const close = async () => {
        await browser.close();
        await new Promise<void>((done) => listening.close(() => done()));
        await rm(folder, { recursive: true });
      };
      resolve({ origin: `http://127.0.0.1:${info.port}`, browser, close });
    });
  });
}

/** Only a net for what never comes. */
const mostWaitMs = 300_000;

export interface Visit extends BrowserContextOptions {
  /** Answers a request in place of the hub when it returns true. */
  readonly intercept?: (route: Route, url: string) => Promise<boolean>;
  /** Problems that the visit causes on purpose. */
  readonly expected?: RegExp;
}

/** Opens the page in a new profile and fails when it asks another host, logs an error or breaks its policy. */
export async function withPage(
  { origin, browser }: PlaygroundServer,
  search: string,
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
    await context.route("**/*", async (route) => {
      const url = route.request().url();
      if (await intercept?.(route, url)) return;
      if (new URL(url).origin === origin) return route.continue();
      problems.push(`asked for ${url}`);
      return route.abort();
    });
    const page = await context.newPage();
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
    await page.goto(`${origin}/city/playground${search}`);
    page.on("request", (request) => {
      left ||= request.isNavigationRequest();
    });
    await use(page);
    expect(problems.filter((problem) => !expected?.test(problem))).toEqual([]);
  } finally {
    await context.close();
  }
}

export async function run(page: Page): Promise<void> {
  // GraphiQL draws the button before there is an editor to run.
  await page.getByLabel("Result Window").locator(".monaco-editor").first().waitFor();
  await page.getByRole("button", { name: /^Execute query/ }).click();
  // A document with several operations asks which one first.
  const choice = page.getByRole("menuitem", { name: "B", exact: true });
  if (await choice.isVisible()) await choice.click();
}

export const tabNames = (page: Page): Promise<string[]> => page.getByRole("tab").allInnerTexts();

/** The editor draws only lines in view, with no-break spaces, and with a delay. */
export async function expectText(page: Page, label: string, pattern: RegExp): Promise<void> {
  const pane = page.getByLabel(label, { exact: true }).first();
  const deadline = Date.now() + mostWaitMs;
  let text = "";
  while (Date.now() < deadline) {
    text = (await pane.textContent())?.replaceAll("\u00a0", " ") ?? "";
    if (pattern.test(text)) return;
    await page.waitForTimeout(50);
  }
  expect(text).toMatch(pattern);
}
