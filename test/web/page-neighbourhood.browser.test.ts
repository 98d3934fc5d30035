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

const stadera = "STADERA - CHIESA ROSSA - Q.RE TORRETTA - CONCA FALLATA";

const part = (page: Page, title: string | RegExp) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: title }) });

const ask = async <Data>(query: string): Promise<Data> => {
  const { data, errors } = await server.ask<Data>(query);
  expect(errors).toBeUndefined();
  return data!;
};

browserTest("the figures of people are those of the API, for the area, the compared ones and the city", () =>
  visit(server, "?view=neighbourhood&area=nil:42&compare=nil:30,nil:1", async (page) => {
    const { areas } = await ask<{
      areas: {
        nodes: {
          code: string;
          profile: {
            cells: {
              observation: {
                value: number;
                indicator: { code: string; decimals: number; unit: { symbol: string | null } };
              };
            }[];
          };
        }[];
      };
    }>(`{ areas(filter: { codes: ["nil:42", "nil:30", "nil:1"] }) { nodes { code
      profile(indicators: ${JSON.stringify(settings.neighbourhood.people)}) { cells { observation {
        value: roundedValue indicator { code decimals unit { symbol } } } } } } } }`);
    await page.getByRole("heading", { level: 1, name: stadera }).waitFor();
    expect(areas.nodes).toHaveLength(3);
    for (const { code, profile } of areas.nodes) {
      expect(profile.cells).toHaveLength(settings.neighbourhood.people.length);
      for (const { observation } of profile.cells) {
        const { indicator, value } = observation;
        const digits = indicator.decimals;
        const number = value.toLocaleString("en-GB", {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        });
        const cell = page.locator(`[data-area="${code}"][data-indicator="${indicator.code}"]`);
        expect(await cell.textContent()).toBe(
          indicator.unit.symbol === null ? number : `${number}\u00a0${indicator.unit.symbol}`,
        );
      }
    }
  }),
);

browserTest("the trend since 2011 stands beside city and peers, as the API has it", () =>
  visit(server, "?view=neighbourhood&area=nil:42", async (page) => {
    const { indicator } = await ask<{
      indicator: {
        series: {
          cells: {
            observation: { period: string; value: number };
            city: { value: number } | null;
            peers: { value: number };
          }[];
        };
      };
    }>(`{ indicator(code: "share_65plus") { series(areas: ["nil:42"], comparison: { peers: 5, since: "2011" }) {
      cells { observation { period value: roundedValue } city { value: roundedValue } peers { value } } } } }`);
    const trend = part(page, "Trend");
    await trend
      .getByText("Share of residents of 65 and over: 23.0\u00a0% in 2011, 22.3\u00a0% in 2024.")
      .waitFor();
    await trend.getByText("The same as a table").click();
    const rows = await trend
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader") })
      .allInnerTexts();
    const shown = (value: number | null | undefined) => (value == null ? "–" : `${value.toFixed(1)}\u00a0%`);
    expect(rows.map((row) => row.split("\t"))).toEqual(
      indicator.series.cells.map(({ observation, city, peers }) => [
        observation.period,
        ...[shown(observation.value), shown(city?.value), shown(peers.value)],
      ]),
    );
    expect(await trend.locator(".trend .line").count()).toBeGreaterThan(2);
  }),
);

browserTest("from the first view, two clicks lead to the share of 65+ of an area and its trend", () =>
  visit(server, "", async (page) => {
    await page.locator('.area-map [data-code="nil:42"]').click();
    await page.getByRole("link", { name: "Open the neighbourhood" }).click();
    await part(page, "Trend").getByText("23.0\u00a0% in 2011, 22.3\u00a0% in 2024.").waitFor();
    expect(await page.locator('[data-area="nil:42"][data-indicator="share_65plus"]').textContent()).toBe(
      "22.3\u00a0%",
    );
  }),
);

browserTest(
  "centres are open or not at a moment on the clock of the city, and planned ones stand apart",
  () =>
    visit(
      server,
      "?view=neighbourhood&area=nil:42",
      async (page) => {
        const centres = part(page, /^Centres \(/);
        await centres.getByLabel("Open at").fill("2026-07-08T10:00");
        const card = (name: string) =>
          centres.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) });
        for (const name of ["Boifava", "De André"]) {
          await card(name).getByText("Open", { exact: true }).waitFor();
          await card(name).getByText("hours published until 7 August 2026").waitFor();
        }
        await card("CHIESA ROSSA").getByText("no source states hours").waitFor();
        expect(await card("CHIESA ROSSA").locator(".state").textContent()).toBe("Unknown");
        expect(new URL(page.url()).searchParams.get("at")).toBe("2026-07-08T10:00");
        await centres.getByLabel("Open at").fill("2026-07-08T14:00");
        await card("Boifava").getByText("Closed", { exact: true }).waitFor();
        await card("Boifava").getByText("opens next on Thursday").waitFor();
        const planned = await centres.locator(".planned li").allInnerTexts();
        const { area } = await ask<{ area: { centres: { nodes: { name: string }[] } } }>(
          '{ area(code: "nil:42") { centres(filter: { statuses: [PLANNED] }) { nodes { name } } } }',
        );
        expect(planned.map((text) => text.split(" · ")[0])).toEqual(
          area.centres.nodes.map(({ name }) => name),
        );
        for (const { name } of area.centres.nodes) expect(await card(name).count()).toBe(0);
      },
      // Another clock than that of the city.
      { timezoneId: "America/New_York" },
    ),
);

browserTest("coverage on foot changes with the speed, as the API has it", () =>
  visit(server, "?view=neighbourhood&area=nil:42", async (page) => {
    const { slow, fast } = await ask<Record<"fast" | "slow", { areas: { result: Coverage }[] }>>(`{
      slow: access(input: { period: "2024", population: "residents_65plus", walkingSpeedKmh: 3.5, areas: ["nil:42"] }) { ...C }
      fast: access(input: { period: "2024", population: "residents_65plus", walkingSpeedKmh: 5, areas: ["nil:42"] }) { ...C }
    } fragment C on Access { areas { result { people figures { coveredShare } } } }`);
    const coverage = part(page, "Centres on foot");
    const text = ({ areas: [area] }: { readonly areas: readonly { readonly result: Coverage }[] }) => {
      const { people, figures } = area!.result;
      const share = (100 * figures.coveredShare).toLocaleString("en-GB", { maximumFractionDigits: 1 });
      return `${share}\u00a0% of ${people.toLocaleString("en-GB")} (Residents of 65 and over)`;
    };
    expect(text(slow)).not.toBe(text(fast));
    await coverage.getByText(text(slow)).waitFor();
    const requests = graphqlRequests(page);
    await coverage.getByLabel("Walking speed").selectOption({ label: "5 km/h" });
    await coverage.getByText(text(fast)).waitFor();
    expect(requests).toHaveLength(1);
  }),
);

interface Coverage {
  readonly people: number;
  readonly figures: { readonly coveredShare: number };
}

browserTest("services, partners, actions, income and doubts are those of the API", () =>
  visit(server, "?view=neighbourhood&area=nil:30", async (page) => {
    const { area } = await ask<{
      area: {
        services: { totalCount: number; nodes: { name: { en: string | null; it: string } }[] };
        cityServices: { totalCount: number };
        organizations: { nodes: { name: string }[] };
        actions: { nodes: { name: { en: string } }[] };
        hints: { area: { name: string; observation: { roundedValue: number } } }[];
      };
    }>(`{ area(code: "nil:30") {
      services { totalCount nodes { name { en it } } }
      cityServices { totalCount }
      organizations { nodes { name } }
      actions { nodes { name { en } } }
      hints(level: POSTAL_CODE) { area { name observation(indicator: "cap_mean_taxable_income") { roundedValue } } }
    } }`);
    const services = part(page, `Services of the neighbourhood (${area.services.totalCount})`);
    await services
      .getByText(`Beside these, ${area.cityServices.totalCount} services are for the whole city.`)
      .waitFor();
    for (const { name } of area.services.nodes)
      await services
        .getByText(name.en ?? name.it)
        .first()
        .waitFor();
    for (const { name } of area.organizations.nodes)
      await part(page, "Partners").getByText(name).first().waitFor();
    for (const { name } of area.actions.nodes)
      await part(page, "Actions of the strategy").getByText(name.en).waitFor();
    for (const { area: code } of area.hints)
      await part(page, "Income of its postal codes")
        .getByText(`${code.name}: ${code.observation.roundedValue.toLocaleString("en-GB")}\u00a0€`)
        .waitFor();
    await part(page, "Doubts about the data").getByRole("listitem").first().waitFor();
  }),
);

browserTest("by keyboard somebody compares up to four areas, each with one request, and removes one", () =>
  visit(server, "?view=neighbourhood&area=nil:42", async (page) => {
    await page.getByRole("heading", { level: 1, name: stadera }).waitFor();
    const compare = page.getByLabel("Compare with");
    for (const amount of [1, 2, 3]) {
      const requests = graphqlRequests(page);
      await compare.focus();
      await page.keyboard.press("ArrowDown");
      await page
        .locator(".compared li")
        .nth(amount - 1)
        .waitFor();
      await page.locator(`[data-indicator="residents"] >> nth=${amount}`).waitFor();
      expect(requests).toHaveLength(1);
    }
    expect(await compare.count()).toBe(0);
    await page.locator(".compared a").first().focus();
    await page.keyboard.press("Enter");
    await compare.waitFor();
    expect(await page.locator(".compared li").count()).toBe(2);
  }),
);

browserTest("every part says where it comes from, and its query runs in the playground", () =>
  visit(server, "?view=neighbourhood&area=nil:42", async (page) => {
    await page.getByRole("heading", { level: 1, name: stadera }).waitFor();
    for (const summary of await page.locator(".where-from summary").all()) await summary.click();
    const links = await page.getByRole("link", { name: "This query in the playground" }).all();
    expect(links.length).toBe(settings.neighbourhood.people.length + 8);
    for (const link of links) {
      const parameters = new URL((await link.getAttribute("href"))!, "http://hub/").searchParams;
      const { errors } = await server.ask(
        parameters.get("query")!,
        JSON.parse(parameters.get("variables")!) as Record<string, unknown>,
      );
      expect(errors).toBeUndefined();
    }
    // Coverage rests on the residents, whose source is one of the open data of the city.
    expect(await page.locator(".where-from").filter({ hasText: "No source is stated." }).count()).toBe(0);
  }),
);

browserTest("an unknown area says so and leads on", () =>
  visit(server, "?view=neighbourhood&area=nil:999", async (page) => {
    await page.getByRole("alert").getByText("nil:999").waitFor();
    await page.getByRole("link", { name: "Start this view again" }).click();
    await page.getByRole("heading", { level: 1, name: stadera }).waitFor();
    expect(new URL(page.url()).search).toBe("?view=neighbourhood");
  }),
);

for (const [screen, options] of screens)
  browserTest(`axe finds nothing on a ${screen}, nothing is cut and nothing moves`, () =>
    visit(
      server,
      "?view=neighbourhood&area=nil:42&compare=nil:30&at=2026-07-08T10:00",
      async (page) => {
        await page.getByRole("heading", { level: 1, name: stadera }).waitFor();
        expect(await layoutShift(page)).toBeLessThan(0.01);
        for (const summary of await page.locator("summary").all()) await summary.click();
        expect(await overflows(page)).toBe(false);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      options,
    ),
  );
