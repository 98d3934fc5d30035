import type { Page, Route } from "playwright-core";
import { browserTest, hasChromium } from "../support/chromium";
import {
  expectText,
  type PlaygroundServer,
  run,
  startPlayground,
  tabNames,
  withPage,
} from "../support/playground-page";

/** Titles of schema/examples, as the list shows them. */
const neighbourhood = "One neighbourhood in figures, with its districts";
const nearest =
  "Which two neighbourhood centres (Case di Quartiere) are nearest, at the pace of an older person?";
const strategy = "What is MI@OVER.NET?";

let server: PlaygroundServer;

beforeAll(async () => {
  if (hasChromium) server = await startPlayground();
});

afterAll(() => server?.close());

browserTest("runs the query of the address and shows the answer", async () => {
  await withPage(server, `?query=${encodeURIComponent("{ centres { nodes { name } } }")}`, async (page) => {
    await run(page);
    await expectText(page, "Result Window", /"name": "Boifava"/);
    expect(await tabNames(page)).toEqual(["<untitled>"]);
  });
});

browserTest("opens the variables and the operation that the address names", async () => {
  const query = "query A { __typename } query B($code: String!) { centre(code: $code) { name } }";
  const link = new URLSearchParams({ query, variables: '{"code":"ds3017:24"}', operationName: "B" });
  await withPage(server, `?${link}`, async (page) => {
    await expectText(page, "Variables", /"code":"ds3017:24"/);
    await run(page);
    await expectText(page, "Result Window", /Zante/);
  });
});

browserTest("leads to the schema as a page", async () => {
  await withPage(server, "", async (page) => {
    await page.getByRole("link", { name: "Schema", exact: true }).click();
    await page.getByRole("heading", { name: "Vicinato schema reference" }).waitFor();
    await page.getByRole("link", { name: "centres", exact: true }).first().click();
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/city/schema#Query.centres");
  });
});

browserTest("greets with a query that gives a real figure and keeps its address bare", async () => {
  await withPage(server, "", async (page) => {
    await expectText(page, "Operation Editor", /Welcome\..*query Welcome/s);
    await run(page);
    await expectText(page, "Result Window", /"roundedValue": 22.3.*"numerator": 6543/s);
    expect(new URL(page.url()).search).toBe("");
  });
});

browserTest("opens examples from the list, in place of an untouched text, and runs them", async () => {
  await withPage(server, "", async (page) => {
    const list = page.getByRole("region", { name: "Examples" });
    await list.getByRole("button", { name: neighbourhood }).click();
    await expectText(page, "Operation Editor", /query Neighbourhood/);
    await expectText(page, "Variables", /"nil:42"/);
    await run(page);
    await expectText(page, "Result Window", /"roundedValue": 22.3/);
    expect(await tabNames(page)).toEqual(["Neighbourhood"]);
    await list.getByText("For developers of partners").click();
    await list.getByRole("button", { name: nearest }).click();
    await expectText(page, "Operation Editor", /query Nearest/);
    // The answer to the text before is not an answer to this one.
    await expectText(page, "Result Window", /^$/);
    await run(page);
    await expectText(page, "Result Window", /"distanceMetres": 147.6/);
    await list.getByText("For evaluators").click();
    await list.getByRole("button", { name: strategy }).click();
    await expectText(page, "Operation Editor", /query Strategy/);
    expect(await tabNames(page)).toEqual(["Strategy"]);
  });
});

browserTest("runs an example in the moment in which it opens, whatever ran before", async () => {
  await withPage(server, "?query=query Before { __typename }", async (page) => {
    await run(page);
    await expectText(page, "Result Window", /"__typename": "Query"/);
    await page.getByRole("button", { name: "Show Examples" }).click();
    await page.getByRole("button", { name: neighbourhood }).waitFor();
    // Both in one task of the page: GraphiQL still has the name of the operation before.
    await page.evaluate((title) => {
      const buttons = [...document.querySelectorAll("button")];
      buttons.find((button) => button.textContent?.startsWith(title))?.click();
      document.querySelector<HTMLElement>(".graphiql-execute-button")?.click();
    }, neighbourhood);
    expect(await tabNames(page)).toEqual(["Before", "Neighbourhood"]);
    await expectText(page, "Result Window", /"roundedValue": 22.3/);
  });
});

browserTest("keeps what was typed, puts it in the address, and opens an example beside it", async () => {
  await withPage(server, "", async (page) => {
    await page.getByLabel("Operation Editor").locator(".view-lines").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("query Mine { centres { totalCount } }");
    await page.waitForURL((url) => url.searchParams.get("query") === "query Mine { centres { totalCount } }");
    await page.getByRole("button", { name: neighbourhood, exact: true }).click();
    await expectText(page, "Operation Editor", /query Neighbourhood/);
    expect(await tabNames(page)).toEqual(["Mine", "Neighbourhood"]);
    // Both the address and the memory of the tabs follow after a pause.
    await page.waitForURL((url) => /query Neighbourhood/.test(url.searchParams.get("query") ?? ""));
    await page.waitForFunction(() => localStorage.getItem("graphiql:tabState")?.includes("Neighbourhood"));
    await page.reload();
    await expectText(page, "Operation Editor", /query Neighbourhood/);
    expect(await tabNames(page)).toHaveLength(2);
    // A link wins over what an earlier visit left, and does not inherit its variables.
    await page.goto(`${server.origin}/city/playground/?query={__typename}`);
    await run(page);
    await expectText(page, "Result Window", /"__typename": "Query"/);
    await expectText(page, "Variables", /^1*$/);
    expect(await tabNames(page)).toHaveLength(3);
  });
});

browserTest("underlines a field that the schema does not have", async () => {
  await withPage(server, "?query={centrez{name}}", async (page) => {
    await page.getByLabel("Operation Editor").locator(".squiggly-error").first().waitFor();
  });
});

browserTest("works without the list of examples", async () => {
  const intercept = async (route: Route, url: string): Promise<boolean> => {
    if (!url.endsWith("/examples.json")) return false;
    await route.fulfill({ json: [] });
    return true;
  };
  const use = async (page: Page): Promise<void> => {
    await run(page);
    await expectText(page, "Result Window", /"__typename": "Query"/);
  };
  await withPage(server, "?query={__typename}", use, { intercept });
});
