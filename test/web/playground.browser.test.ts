import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { type Browser, chromium, type Page } from "playwright-core";
import { buildPlayground } from "../../src/web/build-playground";
import { examples, examplesFolder } from "../support/examples";
import { startHub } from "../support/hub";

const executablePath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
  (path) => path !== undefined && existsSync(path),
);
const browserTest = executablePath === undefined ? test.skip : test;
const why =
  executablePath === undefined ? " (skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium)" : "";

/** Titles of schema/examples, as the list shows them. */
const neighbourhood = "One neighbourhood in figures, with its districts";
const nearest =
  "Which two neighbourhood centres (Case di Quartiere) are nearest, at the pace of an older person?";
const strategy = "What is MI@OVER.NET?";
const firstTabs = ["Strategy", "Budget", "Governance", "StrategyCentres", "Nearest"];

let folder: string;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  folder = await mkdtemp(join(tmpdir(), "playground-"));
  await buildPlayground({ outDir: folder, examplesDir: examplesFolder });
  server = await startTestServer(folder);
  const quiet = ["background-networking", "component-update", "gpu", "quic", "sync"].map(
    (x) => `--disable-${x}`,
  );
  const alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";
  const args = ["--headless", "--no-sandbox", "--no-first-run", alone, ...quiet];
  // Each launch has a new profile of its own.
  browser = await chromium.launch({ executablePath, args });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder !== undefined) await rm(folder, { recursive: true });
});

browserTest(`runs the query of the address and shows the answer${why}`, async () => {
  await withPage(`?query=${encodeURIComponent("{ centres { nodes { name } } }")}`, async (page) => {
    await run(page);
    await expectText(page, "Result Window", /"name": "Boifava"/);
    expect(await tabNames(page)).toEqual(["<untitled>", ...firstTabs]);
  });
});

browserTest(`opens the variables and the operation that the address names${why}`, async () => {
  const query = "query A { __typename } query B($code: String!) { centre(code: $code) { name } }";
  const link = new URLSearchParams({ query, variables: '{"code":"ds3017:24"}', operationName: "B" });
  await withPage(`?${link}`, async (page) => {
    await expectText(page, "Variables", /"code":"ds3017:24"/);
    await run(page);
    await expectText(page, "Result Window", /Zante/);
  });
});

browserTest(`leads to the schema as a page${why}`, async () => {
  await withPage("", async (page) => {
    await page.getByRole("link", { name: "Schema", exact: true }).click();
    await page.getByRole("heading", { name: "Vicinato schema reference" }).waitFor();
    await page.getByRole("link", { name: "centres", exact: true }).first().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/city/schema#Query.centres");
  });
});

browserTest(`greets with a query that runs and keeps its address bare${why}`, async () => {
  await withPage("", async (page) => {
    await expectText(page, "Operation Editor", /Welcome to Vicinato.*Benvenuti/s);
    await run(page);
    await expectText(page, "Result Window", /"queryType".*"name": "access".*"description": "Number of/s);
    expect(new URL(page.url()).search).toBe("");
  });
});

browserTest(`opens an example from the list, in place of an untouched text, and runs it${why}`, async () => {
  await withPage("", async (page) => {
    const list = page.getByRole("region", { name: "Examples" });
    await list.getByRole("button").last().waitFor();
    expect(await list.getByRole("button").allInnerTexts()).toHaveLength(examples.length);
    await list.getByRole("button", { name: neighbourhood }).click();
    await expectText(page, "Operation Editor", /query Neighbourhood/);
    await expectText(page, "Variables", /"nil:42"/);
    await run(page);
    await expectText(page, "Result Window", /"roundedValue": 22.3/);
    expect((await tabNames(page))[0]).toBe("Neighbourhood");
    await list.getByRole("button", { name: nearest }).click();
    await expectText(page, "Operation Editor", /query Nearest/);
    // The answer to the text before is not an answer to this one.
    await expectText(page, "Result Window", /^$/);
    await run(page);
    await expectText(page, "Result Window", /"distanceMetres": 147.6/);
    await list.getByRole("button", { name: strategy }).click();
    await expectText(page, "Operation Editor", /query Strategy/);
    expect(await tabNames(page)).toHaveLength(6);
  });
});

browserTest(
  `keeps what was typed, puts it in the address, and opens an example beside it${why}`,
  async () => {
    await withPage("", async (page) => {
      await page.getByLabel("Operation Editor").locator(".view-lines").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText("query Mine { centres { totalCount } }");
      await page.waitForURL(
        (url) => url.searchParams.get("query") === "query Mine { centres { totalCount } }",
      );
      await page.getByRole("button", { name: neighbourhood, exact: true }).click();
      await expectText(page, "Operation Editor", /query Neighbourhood/);
      expect(await tabNames(page)).toEqual(["Mine", ...firstTabs, "Neighbourhood"]);
      // Both the address and the memory of the tabs follow after a pause.
      await page.waitForURL((url) => /query Neighbourhood/.test(url.searchParams.get("query") ?? ""));
      await page.waitForFunction(() => localStorage.getItem("graphiql:tabState")?.includes("Neighbourhood"));
      await page.reload();
      await expectText(page, "Operation Editor", /query Neighbourhood/);
      expect(await tabNames(page)).toHaveLength(7);
      // A link wins over what an earlier visit left, and does not inherit its variables.
      await page.goto(`${server.origin}/city/playground/?query={__typename}`);
      await run(page);
      await expectText(page, "Result Window", /"__typename": "Query"/);
      await expectText(page, "Variables", /^1*$/);
      expect(await tabNames(page)).toHaveLength(8);
    });
  },
);

browserTest(`underlines a field that the schema does not have${why}`, async () => {
  await withPage("?query={centrez{name}}", async (page) => {
    await page.getByLabel("Operation Editor").locator(".squiggly-error").first().waitFor();
  });
});

browserTest(`works without the list of examples${why}`, async () => {
  await withPage(
    "?query={__typename}",
    async (page) => {
      await run(page);
      await expectText(page, "Result Window", /"__typename": "Query"/);
      expect(await tabNames(page)).toHaveLength(1);
    },
    { withoutExamples: true },
  );
});

/** Opens the page and fails when it asks another host for anything, logs an error or breaks its policy. */
async function withPage(
  search: string,
  use: (page: Page) => Promise<void>,
  options = { withoutExamples: false },
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const problems: string[] = [];
  try {
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (options.withoutExamples && url.endsWith("/examples.json")) return route.fulfill({ json: [] });
      if (new URL(url).origin === server.origin) return route.continue();
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
    await page.goto(`${server.origin}/city/playground${search}`);
    page.on("request", (request) => {
      left ||= request.isNavigationRequest();
    });
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

async function run(page: Page): Promise<void> {
  // GraphiQL draws the button before there is an editor to run.
  await page.getByLabel("Result Window").locator(".monaco-editor").first().waitFor();
  await page.getByRole("button", { name: /^Execute query/ }).click();
  // A document with several operations asks which one first.
  const choice = page.getByRole("menuitem", { name: "B", exact: true });
  if (await choice.isVisible()) await choice.click();
}

async function tabNames(page: Page): Promise<string[]> {
  return page.getByRole("tab").allInnerTexts();
}

/** The editor draws only lines in view, with no-break spaces, and with a delay. */
async function expectText(page: Page, label: string, pattern: RegExp): Promise<void> {
  const pane = page.getByLabel(label, { exact: true }).first();
  const deadline = Date.now() + 300_000;
  let text = "";
  while (Date.now() < deadline) {
    text = (await pane.textContent())?.replaceAll("\u00a0", " ") ?? "";
    if (pattern.test(text)) return;
    await page.waitForTimeout(50);
  }
  expect(text).toMatch(pattern);
}

interface TestServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** The real hub with its starter data under the prefix `/city`, on a free port of this machine. */
async function startTestServer(playgroundDir: string): Promise<TestServer> {
  const { hub } = await startHub({ starter: true, playgroundDir });
  const app = new Hono().route("/city", hub.http);
  return new Promise((resolve) => {
    const listening = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, (info: AddressInfo) => {
      const close = () => new Promise<void>((done) => listening.close(() => done()));
      resolve({ origin: `http://127.0.0.1:${info.port}`, close });
    });
  });
}
