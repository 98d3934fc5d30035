import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { browserTest, hasChromium } from "../support/chromium";
import {
  expectText,
  type PlaygroundServer,
  run,
  startPlayground,
  tabNames,
  withPage,
} from "../support/playground-page";

const districts = `?query=${encodeURIComponent(
  "query Districts { areas(filter: { level: DISTRICT }) { nodes { code name city { name } externalIdentifiers { scheme } } } }",
)}`;
const italian = { locale: "it-IT" };

let server: PlaygroundServer;

beforeAll(async () => {
  if (hasChromium) server = await startPlayground();
});

afterAll(() => server?.close());

browserTest("lists examples by reader, marks what they need, and finds them in both languages", async () => {
  await withPage(server, "", async (page) => {
    const list = page.getByRole("region", { name: "Examples" });
    await list.getByText("For dashboards").waitFor();
    expect(
      (await list.locator("summary").allTextContents()).map((text) => text.replace(/\d+/, "").trim()),
    ).toEqual(["For dashboards", "For developers of partners", "For evaluators", "Edit"]);
    const search = list.getByRole("searchbox", { name: "Search the examples" });
    await search.fill("traguardi");
    await list.getByText("1 example", { exact: true }).waitFor();
    expect(await list.getByRole("button").allInnerTexts()).toEqual([
      "Which milestones are late, on time or done, and what is their forecast? no public data yet",
    ]);
    await search.fill("correct a service");
    await list.getByRole("button", { name: /^Correct a service.* needs a key$/ }).waitFor();
  });
});

browserTest("speaks Italian to an Italian browser, changes at once, and remembers the choice", async () => {
  await withPage(
    server,
    "",
    async (page) => {
      await page.getByRole("region", { name: "Esempi" }).waitFor();
      await expectText(page, "Operation Editor", /Benvenuti/);
      expect(await language(page)).toEqual(["it", "Vicinato: prova le interrogazioni"]);
      await page.getByRole("button", { name: "English" }).click();
      // The pane stays open, and so does the text.
      await page.getByRole("region", { name: "Examples" }).waitFor();
      await page.getByRole("button", { name: "Hide Examples" }).waitFor();
      await expectText(page, "Operation Editor", /Benvenuti/);
      expect(await language(page)).toEqual(["en", "Vicinato playground"]);
      await page.reload();
      await page.getByRole("button", { name: "Italiano" }).waitFor();
      expect(await language(page)).toEqual(["en", "Vicinato playground"]);
    },
    italian,
  );
});

browserTest("builds a query by clicks", async () => {
  await withPage(server, "?query={__typename}", async (page) => {
    await expectText(page, "Operation Editor", /__typename/);
    await page.getByRole("button", { name: "Show Query builder" }).click();
    await page.locator('[data-field-name="centres"]').first().click();
    await expectText(page, "Operation Editor", /centres/);
  });
});

browserTest("shows a list of the answer as a table, and copies and downloads it as CSV", async () => {
  const visit = { permissions: ["clipboard-read", "clipboard-write"] };
  await withPage(
    server,
    districts,
    async (page) => {
      await run(page);
      await page.getByRole("button", { name: "Table" }).click();
      const table = page.getByRole("table");
      expect(await table.getByRole("columnheader").allInnerTexts()).toEqual(["code", "name", "city.name"]);
      expect(await table.getByRole("row").nth(1).getByRole("cell").allInnerTexts()).toEqual([
        "municipio:1",
        "Municipio 1",
        "Milano",
      ]);
      expect(await table.locator("caption").textContent()).toBe(
        "areas.nodes · Rows: 9 · Lists inside a row are not shown: externalIdentifiers",
      );
      const csv = /^code,name,city\.name\r\nmunicipio:1,Municipio 1,Milano\r\n(.+\r\n){8}$/;
      await page.getByRole("button", { name: "Copy CSV" }).click();
      await page.getByText("Copied.").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(csv);
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download CSV" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe("areas-nodes.csv");
      const text = await readFile(await download.path(), "utf8");
      expect([text[0], text.slice(1)]).toEqual(["\ufeff", expect.stringMatching(csv)]);
    },
    visit,
  );
});

browserTest("shows the cost of each answer, as part of the limit", async () => {
  await withPage(server, "?query={areas{totalCount}}", async (page) => {
    await run(page);
    await page.getByText(/^Cost: [\d,]+ of 300,000 units \([\d.]+%\)$/).waitFor();
  });
});

browserTest("stacks the panes on a phone", async () => {
  await withPage(
    server,
    "?query={areas{totalCount}}",
    async (page) => {
      await page.getByRole("button", { name: "Show Esempi" }).click();
      await page.getByRole("button", { name: /^Com'è cambiata la quota di over 65 nel NIL 30/ }).click();
      // The list gives way to the example.
      await page.getByRole("region", { name: "Esempi" }).waitFor({ state: "detached" });
      await run(page);
      await expectText(page, "Result Window", /"data"/);
      const [text, run_, answer] = await Promise.all(
        [".graphiql-query-editor", ".graphiql-execute-button", ".result-window"].map(
          async (selector) => (await page.locator(selector).first().boundingBox())!,
        ),
      );
      expect((await charactersOf(page)) >= 30).toBe(true);
      expect(run_!.x + run_!.width <= 390 && run_!.y + run_!.height <= 844).toBe(true);
      expect(answer!.y >= text!.y + text!.height && answer!.width >= 350).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    },
    { ...italian, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
});

browserTest("leads the keyboard to the editor by a link, and by a short way without it", async () => {
  await withPage(server, "", async (page) => {
    await page.getByRole("searchbox").waitFor();
    await page.getByLabel("Operation Editor").locator(".view-lines").waitFor();
    await page.keyboard.press("Tab");
    const skip = page.getByRole("button", { name: "Skip to the editor" });
    expect(await skip.evaluate((button) => button === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    let closed = 0;
    for (const summary of await page.locator(".examples details[open] summary").all()) {
      await summary.click();
      closed += 1;
    }
    expect(closed).toBe(1);
    await skip.focus();
    let stops = 0;
    while (!(await editorHasFocus(page)) && stops < 40) {
      await page.keyboard.press("Tab");
      stops += 1;
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      expect(outline).not.toBe("none");
    }
    expect(stops).toBeLessThan(25);
    await skip.focus();
    await page.keyboard.press("Enter");
    expect(await editorHasFocus(page)).toBe(true);
    expect(await page.getByRole("main").getByRole("heading", { level: 1 }).textContent()).toBe(
      "Vicinato playground",
    );
  });
});

browserTest(
  "says in the language of the reader that the hub cannot be reached, and tries again",
  async () => {
    let state: "busy" | "down" | "up" = "up";
    await withPage(
      server,
      "?query={areas{totalCount}}",
      async (page) => {
        await run(page);
        await expectText(page, "Result Window", /"totalCount"/);
        state = "down";
        await run(page);
        const notice = page.locator(".outage");
        await notice.getByText(/non è raggiungibile\. Verificare la connessione\./).waitFor();
        await expectText(page, "Result Window", /"errors".*non è raggiungibile/s);
        state = "up";
        await notice.getByRole("button", { name: "Riprova" }).click();
        await expectText(page, "Result Window", /"totalCount"/);
        await notice.waitFor({ state: "detached" });
        expect(await tabNames(page)).toHaveLength(1);
        state = "busy";
        await run(page);
        await notice.getByText(/al momento non risponde \(HTTP 503\)/).waitFor();
      },
      {
        ...italian,
        expected: /ERR_CONNECTION_REFUSED|503/,
        async intercept(route, url) {
          if (state === "up" || !url.endsWith("/graphql")) return false;
          if (state === "down") await route.abort("connectionrefused");
          else await route.fulfill({ status: 503, contentType: "text/html", body: "<h1>Busy</h1>" });
          return true;
        },
      },
    );
  },
);

const language = (page: Page): Promise<[string, string]> =>
  page.evaluate(() => [document.documentElement.lang, document.title]);

const editorHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.matches(".graphiql-query-editor .graphiql-editor") ?? false);

/** How many characters of the editor's fixed width fit a line, by the width of a drawn word. */
const charactersOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const editor = document.querySelector(".graphiql-query-editor .monaco-scrollable-element")!;
    const words = [...document.querySelectorAll(".graphiql-query-editor .view-line span span")];
    const word = words.find((span) => (span.textContent ?? "").trim().length > 3)!;
    return editor.clientWidth / (word.getBoundingClientRect().width / word.textContent!.length);
  });
