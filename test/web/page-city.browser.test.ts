import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import settings from "../../data/page/settings.json";
import { browserTest, hasChromium } from "../support/chromium";
import {
  accessibilityFaults,
  graphqlRequests,
  layoutShift,
  overflows,
  type PageServer,
  screens,
  startPage,
} from "../support/front-page";
import { visit } from "../support/web-visit";

let server: PageServer;

beforeAll(async () => {
  if (hasChromium) server = await startPage();
});

afterAll(() => server?.close());

interface Cell {
  readonly rank: number | null;
  readonly observation: {
    readonly roundedValue: number | null;
    readonly area: { readonly code: string; readonly name: string };
  };
}

/** What the API itself answers, asked in other words than the page uses. */
async function cellsOf(indicator: string, period: string): Promise<readonly Cell[]> {
  const { data } = await server.ask<{ indicator: { map: { cells: readonly Cell[] } } }>(
    `query ($indicator: String!, $period: PartialDate) {
      indicator(code: $indicator) {
        map(period: $period) { cells { rank observation { roundedValue area { code name } } } }
      }
    }`,
    { indicator, period },
  );
  return data!.indicator.map.cells;
}

const shown = (value: number | null): string => (value === null ? "–" : `${value.toFixed(1)}\u00a0%`);

/** The view is there: its list has areas. */
const ready = (page: Page) => page.locator('.marked-list [role="option"]').first().waitFor();

const readout = (page: Page) => page.locator(".readout");

browserTest("every area has the value and the rank of the API, in the list, the table and the file", () =>
  visit(server, "?period=2023", async (page) => {
    const cells = await cellsOf("share_65plus", "2023");
    expect(cells.length).toBeGreaterThan(50);
    await ready(page);
    for (const { rank, observation } of cells) {
      const option = page.locator(`[role="option"][data-code="${observation.area.code}"]`);
      const texts = await option.locator("span").allInnerTexts();
      expect(texts).toEqual([
        rank === null ? "–" : String(rank),
        observation.area.name,
        shown(observation.roundedValue),
      ]);
    }
    await page.getByText("The same as a table").click();
    const rows = await page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") })
      .allInnerTexts();
    for (const { rank, observation } of cells)
      expect(rows.map((row) => row.split("\t").slice(0, 3))).toContainEqual([
        observation.area.name,
        shown(observation.roundedValue),
        rank === null ? "–" : String(rank),
      ]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as CSV" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    for (const { observation } of cells)
      expect(file).toContain(
        `\r\n${observation.area.code},${observation.area.name},share_65plus,2023,${observation.roundedValue ?? ""},`,
      );
  }),
);

browserTest("the map is a map: each area has its own shape and the colour of its class", () =>
  visit(server, "", async (page) => {
    const areas = page.locator(".area-map .area");
    await areas.first().waitFor();
    const boxes = await areas.evaluateAll((paths) =>
      paths.map((path) => {
        const { width, height } = path.getBoundingClientRect();
        return { width, height, fill: getComputedStyle(path).fill };
      }),
    );
    const whole = (await page.locator(".area-map").boundingBox())!;
    expect(boxes).toHaveLength((await cellsOf("share_65plus", "2024")).length);
    // One filled square would be as large as the map.
    for (const { width, height } of boxes) {
      expect(width).toBeGreaterThan(1);
      expect(width).toBeLessThan(whole.width / 3);
      expect(height).toBeLessThan(whole.height / 3);
    }
    expect(new Set(boxes.map(({ fill }) => fill)).size).toBe(6);
  }),
);

browserTest(
  "pointing at an area shows its value, rank, source and date; a click keeps it in the address",
  () =>
    visit(server, "", async (page) => {
      await readout(page).getByText("Milano, as a whole").waitFor();
      await page.locator('.area-map [data-code="nil:42"]').hover();
      await readout(page).getByText("STADERA - CHIESA ROSSA - Q.RE TORRETTA - CONCA FALLATA").waitFor();
      const text = await readout(page).textContent();
      expect(text).toContain("22.3\u00a0%");
      expect(text).toContain("rank 36 of 78 (1 = highest value) · 2024");
      expect(text).toContain("Comune di Milano: Sociale");
      await page.locator('.area-map [data-code="nil:42"]').click();
      expect(new URL(page.url()).searchParams.get("area")).toBe("nil:42");
      await page.reload();
      await readout(page).getByText("STADERA").waitFor();
    }),
);

browserTest("the keyboard reaches every area in one list, keeps one and opens its neighbourhood", () =>
  visit(server, "", async (page) => {
    const list = page.getByRole("listbox", { name: "Areas by value" });
    await list.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    const second = (await cellsOf("share_65plus", "2024")).find(({ rank }) => rank === 2)!.observation;
    await readout(page).getByText(second.area.name).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(({ searchParams }) => searchParams.get("area") === second.area.code);
    const link = page.getByRole("link", { name: "Open the neighbourhood" });
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: second.area.name }).waitFor();
  }),
);

browserTest("indicator, areas and period are chosen by name, each with one request, and Back undoes it", () =>
  visit(server, "", async (page) => {
    await ready(page);
    const requests = graphqlRequests(page);
    await page.getByLabel("Indicator").selectOption({ label: "Residents" });
    await page.getByRole("heading", { level: 1, name: "Residents", exact: true }).waitFor();
    await page.getByLabel("Period").selectOption("2011");
    await page.locator(".answered:not(.is-loading)").waitFor();
    await readout(page).getByText("2011").waitFor();
    expect(new URL(page.url()).search).toBe("?indicator=residents&period=2011");
    await page.getByLabel("Areas", { exact: true }).selectOption({ label: "District" });
    await page.locator('[role="option"][data-code="municipio:9"]').waitFor();
    expect(requests).toHaveLength(3);
    await page.goBack();
    await page.locator('[role="option"][data-code="nil:42"]').waitFor();
  }),
);

browserTest(
  "larger areas show what the API computes for them, with ranks, classes and distribution, and say so",
  () =>
    visit(server, "?level=DISTRICT&area=municipio:5", async (page) => {
      const { data } = await server.ask<{
        aggregate: { cells: { groups: { code: string }[]; values: { value: number }[] }[] };
      }>(`{ aggregate(input: { measures: [OBSERVATION], groupBy: [AREA], level: DISTRICT, indicator: "share_65plus",
      filter: [{ dimension: PERIOD, codes: ["2024"] }] }) { cells { groups { code } values { value } } } }`);
      await ready(page);
      expect(data!.aggregate.cells).toHaveLength(9);
      for (const { groups, values } of data!.aggregate.cells)
        expect(await page.locator(`[role="option"][data-code="${groups[0]!.code}"]`).textContent()).toContain(
          shown(values[0]!.value),
        );
      await readout(page).getByText("Estimated: areas that lie only partly in it").waitFor();
      await readout(page).getByText("computed by the hub").waitFor();
      await page.getByText("the hub computes them from the smaller areas").waitFor();
      const values = data!.aggregate.cells.map(({ values: [first] }) => first!.value);
      for (const {
        groups,
        values: [own],
      } of data!.aggregate.cells)
        expect(
          await page.locator(`[role="option"][data-code="${groups[0]!.code}"] .rank`).textContent(),
        ).toBe(String(1 + values.filter((value) => value > own!.value).length));
      expect(await readout(page).textContent()).toMatch(/rank \d of 9/);
      const fills = await page
        .locator(".area-map .area")
        .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
      expect([fills.length, new Set(fills).size]).toEqual([9, 5]);
      expect(await page.locator(".legend li").count()).toBe(6);
      await page.getByText("Of the ranked areas the lowest has").waitFor();
      expect(await page.getByRole("link", { name: "Open the neighbourhood" }).count()).toBe(0);
    }),
);

browserTest("the value of the whole city stands beside larger areas too", () =>
  visit(server, "?level=DISTRICT&period=2024", async (page) => {
    const { data } = await server.ask<{ observation: { roundedValue: number } }>(
      `{ observation(indicator: "share_65plus", area: "${settings.city.area}", period: "2024") { roundedValue } }`,
    );
    await ready(page);
    expect(await readout(page).textContent()).toContain(shown(data!.observation.roundedValue));
  }),
);

browserTest("an unknown indicator, area level or period says so and leads on", async () => {
  for (const [search, message] of [
    ["?indicator=nothing", 'No indicator has the code "nothing".'],
    ["?level=STREET", "STREET"],
    ["?period=soon", "soon"],
  ] as const)
    await visit(
      server,
      search,
      async (page) => {
        await page.getByText(message).first().waitFor();
        await page.getByRole("link", { name: "Start this view again" }).click();
        await ready(page);
      },
      { expected: /status of 400/ },
    );
});

browserTest("the figures say where they come from, and their query runs in the playground", () =>
  visit(server, "", async (page) => {
    await page.getByText("Where from").first().click();
    await page.getByText("Licence: CC BY 4.0").first().waitFor();
    const link = await page.getByRole("link", { name: "This query in the playground" }).getAttribute("href");
    const parameters = new URL(link!, "http://hub/").searchParams;
    const { errors } = await server.ask(
      parameters.get("query")!,
      JSON.parse(parameters.get("variables")!) as Record<string, unknown>,
    );
    expect(errors).toBeUndefined();
  }),
);

browserTest("the chart is downloaded as a drawing and as a picture that show it", () =>
  visit(server, "", async (page) => {
    await ready(page);
    const file = async (label: string) => {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: label }).click();
      return readFile(await (await download).path());
    };
    const drawing = String(await file("Download as SVG"));
    expect(drawing).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(drawing.match(/<path/g)!.length).toBeGreaterThan(80);
    expect(drawing).toContain('fill="rgb(11, 60, 111)"');
    const picture = await file("Download as PNG");
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.readUInt32BE(16)).toBeGreaterThan(1000);
    // A blank picture of this size has a few kilobytes.
    expect(picture.length).toBeGreaterThan(20_000);
  }),
);

browserTest("the code for other sites shows the map in a frame, without header", async () => {
  let code = "";
  await visit(server, "?indicator=residents", async (page) => {
    await page.getByText("Show this map on your site").click();
    code = await page.getByRole("textbox").inputValue();
  });
  const other = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(`<title>Another site</title>${code}`);
  }).listen(0, "127.0.0.1");
  await once(other, "listening");
  const context = await server.browser.newContext({ locale: "en-GB" });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "Residents", exact: true }).waitFor();
    await frame.locator(".area-map .area").first().waitFor();
    expect(await frame.getByRole("navigation").count()).toBe(0);
    expect(await frame.getByRole("link", { name: "Open in the full page" }).getAttribute("href")).toBe(
      "./?indicator=residents",
    );
  } finally {
    await context.close();
    other.close();
  }
});

for (const [screen, options] of screens)
  browserTest(`axe finds nothing on a ${screen}, nothing is cut and nothing moves`, () =>
    visit(
      server,
      "?area=nil:42",
      async (page) => {
        await ready(page);
        expect(await layoutShift(page)).toBeLessThan(0.01);
        for (const summary of await page.locator("summary").all()) await summary.click();
        expect(await overflows(page)).toBe(false);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      options,
    ),
  );
