import type { Locator, Page } from "playwright-core";
import settings from "../../data/page/settings.json";
import { browserTest, hasChromium } from "../support/chromium";
import {
  accessibilityFaults,
  graphqlRequests,
  overflows,
  type PageServer,
  phone,
  screens,
  startPage,
} from "../support/front-page";
import { countClicks } from "../support/page-clicks";
import { visit } from "../support/web-visit";

let server: PageServer;

beforeAll(async () => {
  if (hasChromium) server = await startPage();
});

afterAll(() => server?.close());

const boifava = "area=nil:42&near=45.427461,9.174779&place=Via%20Boifava%2017";
const city = settings.city.area;
const wednesday = "2026-07-08T10:00:00+02:00";

const names = (page: Page, region: string | RegExp): Promise<string[]> =>
  page.getByRole("region", { name: region }).locator(".result :is(h3, h4)").allInnerTexts();
const withoutNumber = (name: string): string => name.replace(/^\d+\s+/, "");

/** Waits until an element says something else. */
async function expectChange(element: Locator, before: string | null): Promise<void> {
  while ((await element.textContent()) === before) await element.page().waitForTimeout(20);
}

interface Named {
  readonly nodes: readonly { readonly name: { readonly text: { readonly value: string } } }[];
}
const namesOf = ({ nodes }: Named): string[] => nodes.map(({ name }) => name.text.value);

for (const [screen, options] of [["desktop", {}] as const, ["phone", phone] as const])
  browserTest(
    `what is open near an address on a day in the past, and what is known today, on a ${screen}`,
    () =>
      visit(
        server,
        "",
        async (page) => {
          const clicks = await countClicks(page);
          await page.getByRole("link", { name: "Find a service" }).click();
          await page.getByLabel("Where").click();
          await page.keyboard.type("Via Boifava");
          await page.getByLabel("Day").fill("2026-07-08");
          await page.getByLabel("Time").fill("10:00");
          await page.keyboard.press("Enter");
          await page.getByRole("link", { name: "Via Boifava 17", exact: true }).click();
          await page.getByText("Opening on Wednesday, 8 July 2026 at 10:00").waitFor();
          expect(await clicks()).toBe(3);

          const input = `point: { latitude: 45.427461, longitude: 9.174779 }, withinMetres: 1500, first: 50`;
          const { data } = await server.ask<{
            open: { results: { centre: { name: string } }[] };
            all: { results: { centre: { name: string } }[] };
          }>(
            `query ($at: DateTime!) {
            open: nearestCentres(input: { ${input}, filter: { openAt: $at } }) { results { centre { name } } }
            all: nearestCentres(input: { ${input} }) { results { centre { name } } }
          }`,
            { at: wednesday },
          );
          const open = (await names(page, /^Open \(/)).map(withoutNumber);
          expect(open).toEqual(data!.open.results.map(({ centre }) => centre.name));
          expect(open).toEqual(["Boifava", "De André"]);
          expect(await names(page, /^Places/)).toHaveLength(data!.all.results.length);

          await page.getByRole("link", { name: "Now", exact: true }).click();
          const card = page.locator('[id="place-ds3017:25"]');
          await card.getByText("Hours unknown on this date").waitFor();
          await card.getByText("Usual hours are published until 7 August 2026.").waitFor();
          expect(await clicks()).toBe(4);
        },
        options,
      ),
  );

browserTest("services for older people in a neighbourhood: local, city-wide and planned apart", () =>
  visit(server, "", async (page) => {
    const clicks = await countClicks(page);
    await page.getByRole("link", { name: "Find a service" }).click();
    await page.getByLabel("Where").click();
    await page.keyboard.type("Forlanini");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /Q\.RE FORLANINI/ }).click();
    await page.getByRole("link", { name: /^Older people/ }).click();
    await page.getByText("Sources state target groups and costs for services").waitFor();
    expect(await clicks()).toBe(4);

    const list = "totalCount nodes { name { text(language: EN) { value } } }";
    const { data } = await server.ask<{ area: { services: Named; cityServices: Named } }>(
      `query ($filter: ServiceFilter) { area(code: "nil:30") {
        services(first: 100, filter: $filter) { ${list} }
        cityServices(first: 100, filter: $filter) { ${list} }
      } }`,
      { filter: { targetGroup: "target-group:ANZIANI" } },
    );
    const { services, cityServices } = data!.area;
    // Later cards are in a part that opens: its texts are there.
    const shown = async (region: RegExp) => {
      const found = page.getByRole("region", { name: region });
      // The last answer stays until the next one comes.
      await found.waitFor();
      return found.locator(".result h3").allTextContents();
    };
    expect(await shown(/^Services of TALIEDO.*\(3\)$/)).toEqual(namesOf(services));
    expect(await shown(/^Services for all of Milano \(26\)$/)).toEqual(namesOf(cityServices));
    expect(namesOf(services).filter((name) => namesOf(cityServices).includes(name))).toEqual([]);
  }),
);

browserTest("services near a point come by distance on foot, each in one list, as the API has them", () =>
  visit(server, `?view=find&${boifava}`, async (page) => {
    const circle = "point: { latitude: 45.427461, longitude: 9.174779 }";
    const { data } = await server.ask<{
      services: {
        nodes: {
          code: string;
          nearestCentre: { distanceMetres: number; walkingMinutes: number; centre: { name: string } };
        }[];
      };
      area: Record<"services" | "cityServices", { nodes: { code: string }[] }>;
    }>(`{
      services(first: 100, sort: DISTANCE, filter: { near: { ${circle}, withinMetres: 1500 } }) {
        nodes { code nearestCentre(${circle}) { distanceMetres walkingMinutes centre { name } } }
      }
      area(code: "nil:42") { services(first: 100) { nodes { code } } cityServices(first: 30) { nodes { code } } }
    }`);
    const { services, area } = data!;
    expect(services.nodes.length).toBeGreaterThan(3);
    const codesIn = async (region: RegExp) => {
      const cards = page.getByRole("region", { name: region }).locator(".result");
      await cards.first().waitFor();
      return cards.evaluateAll((items) => items.map((item) => item.getAttribute("data-code")));
    };
    const near = services.nodes.map(({ code }) => code);
    expect(await codesIn(/^Services within 1,500 m \(\d+\)$/)).toEqual(near);
    for (const { code, nearestCentre } of services.nodes) {
      const { distanceMetres, walkingMinutes, centre } = nearestCentre;
      const [metres, minutes] = [distanceMetres, walkingMinutes].map((value) =>
        Math.round(value).toLocaleString("en-GB"),
      );
      expect(
        await page.locator(`.result[data-code="${code}"] [data-fact="distance"] dd`).first().textContent(),
      ).toBe(`${centre.name}: ${metres} m, ${minutes} minutes on foot`);
    }
    const others = (list: "cityServices" | "services") =>
      area[list].nodes.map(({ code }) => code).filter((code) => !near.includes(code));
    expect(await codesIn(/^Services of .*, further than 1,500 m or without a place/)).toEqual(
      others("services"),
    );
    expect(await codesIn(/^Services for all of Milano, further than/)).toEqual(others("cityServices"));
  }),
);

browserTest("lists of the whole city go on to their end, each page with one request", () =>
  visit(server, "?view=find", async (page) => {
    const { data } = await server.ask<{
      centres: { totalCount: number };
      services: { totalCount: number };
      area: { cityServices: { totalCount: number } };
    }>(
      `{ centres { totalCount } services { totalCount } area(code: "${city}") { cityServices { totalCount } } }`,
    );
    const { centres, services, area } = data!;
    const total = { city: area.cityServices.totalCount, places: centres.totalCount };
    const wanted = [
      [/^Places/, total.places],
      [/^Services of single areas/, services.totalCount - total.city],
      [/^Services for all of Milano/, total.city],
    ] as const;
    expect(total.places).toBeGreaterThan(200);
    for (const [region, count] of wanted) {
      const section = page.getByRole("region", { name: region });
      const cards = section.locator(".result");
      await cards.first().waitFor();
      for (const summary of await section.locator(".more-cards > summary").all()) await summary.click();
      const requests = graphqlRequests(page);
      const next = section.getByRole("button", { name: "Show the next ones" });
      let presses = 0;
      while (await next.count()) {
        presses += 1;
        const before = await section.locator(".next-page").textContent();
        await next.focus();
        await page.keyboard.press("Enter");
        await expectChange(section.locator(".next-page"), before);
      }
      const codes = await cards.evaluateAll((items) => items.map((item) => item.getAttribute("data-code")));
      expect([region, new Set(codes).size, codes.length]).toEqual([region, count, count]);
      expect([region, requests.length]).toEqual([region, presses]);
      // What was pressed is gone: the focus is on what says that all are there.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/ are listed\.$/);
    }
  }),
);

browserTest("a filter says for how many its answer is known, and is off where that is none", () =>
  visit(server, "?view=find", async (page) => {
    const { data } = await server.ask<Record<string, { totalCount: number }>>(`{
      services { totalCount } places: centres { totalCount }
      free: services(filter: { freeOfCharge: true }) { totalCount }
      notFree: services(filter: { freeOfCharge: false }) { totalCount }
      stepFree: centres(filter: { accessible: true }) { totalCount }
      notStepFree: centres(filter: { accessible: false }) { totalCount }
    }`);
    const known = data!.free!.totalCount + data!.notFree!.totalCount;
    await page.getByText(`known for ${known} of ${data!.services!.totalCount}`, { exact: true }).waitFor();
    expect(data!.stepFree!.totalCount + data!.notStepFree!.totalCount).toBe(0);
    await page.getByText(`Off: no source says it about any of these ${data!.places!.totalCount}.`).waitFor();
    expect(await page.getByRole("link", { name: "Step-free access" }).count()).toBe(0);

    await page.getByRole("link", { name: "Free of charge" }).click();
    await page.getByRole("region", { name: /^Services for all of Milano/ }).waitFor();
    await page.getByText("Remove this filter").waitFor();
    expect(await page.locator('.result:not(.planned *) [data-fact="cost"]').allInnerTexts()).toEqual(
      Array.from({ length: data!.free!.totalCount }, () => expect.stringContaining("Free of charge")),
    );
  }),
);

browserTest("planned places are apart and have no opening state", () =>
  visit(server, "?view=find&area=nil:30", async (page) => {
    const planned = page.getByRole("region", { name: /^Planned, not yet in operation/ });
    await planned.getByRole("heading", { name: "WeMi Zante (MI@OVER.NET)" }).waitFor();
    expect(await planned.locator(".result").first().locator(".opening").count()).toBe(0);
    expect(await names(page, /^Places/)).toEqual([expect.stringContaining("Zante")]);
  }),
);

browserTest("each result says source and date, and how to report an error", () =>
  visit(server, `?view=find&${boifava}&when=2026-07-08T10:00`, async (page) => {
    const card = page.locator('[id="place-ds3017:25"]');
    await card.getByText("Last confirmed: 25 September 2026").waitFor();
    await card.getByText("Where from").click();
    await card.getByText("Publisher: Comune di Milano").first().waitFor();
    const link = await card.getByRole("link", { name: "This query in the playground" }).getAttribute("href");
    expect(new URLSearchParams(link!.split("?")[1]).get("variables")).toContain('"ds3017:25"');
    await card.getByText("Report an error").click();
    await card.getByText("Boifava (ds3017:25)").waitFor();
    const cards = await page.locator(".result").count();
    expect(await page.getByText("Report an error").count()).toBe(cards);
  }),
);

browserTest("one request, and the keyboard alone leads from the field to a place", async () => {
  const asked: string[] = [];
  await visit(
    server,
    "?view=find",
    async (page) => {
      await page.getByRole("region", { name: /^Places/ }).waitFor();
      expect(asked).toEqual(["Find"]);
      await page.getByLabel("Where").focus();
      await page.keyboard.type("chiesa rossa");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Which place is “chiesa rossa”?" }).waitFor();
      const first = page.locator(".places-found a").first();
      await page.getByRole("button", { name: "Find" }).focus();
      // The link to the whole city is between.
      for (
        let stops = 0;
        stops < 3 && !(await first.evaluate((link) => link === document.activeElement));
        stops++
      )
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.getByRole("region", { name: /^Services of .*CHIESA ROSSA/ }).waitFor();
      expect(asked).toEqual(["Find", "FindPlace", "Find"]);
      await page.goBack();
      await page.getByRole("heading", { name: "Which place is “chiesa rossa”?" }).waitFor();
    },
    {
      intercept: async (_route, url) => {
        const name =
          new URL(url).pathname.endsWith("/graphql") && new URL(url).searchParams.get("operationName");
        if (name) asked.push(name);
        return false;
      },
    },
  );
});

browserTest("what is not a place or not a moment gets a clear message", () =>
  visit(server, "?view=find&q=qqqqqqq&when=tomorrow", async (page) => {
    await page.getByRole("heading", { name: "No area, address or place is called “qqqqqqq”." }).waitFor();
    await page.getByRole("alert").getByText("“tomorrow” is not a day and time.").waitFor();
  }),
);

for (const [screen, options] of screens)
  browserTest(`is accessible and fits on a ${screen}`, async () => {
    const views = ["", "&area=nil:30&for=target-group:ANZIANI"];
    // Made of the same parts: a phone, where room is scarce, has them too.
    const alike = [`&${boifava}&when=2026-07-08T10:00`, "&q=forlanini"];
    for (const search of options.hasTouch ? [...views, ...alike] : views)
      await visit(
        server,
        `?view=find${search}`,
        async (page) => {
          await page.locator(".result, .places-found").first().waitFor();
          expect([search, await overflows(page), await accessibilityFaults(page)]).toEqual([
            search,
            false,
            [],
          ]);
        },
        options,
      );
  });
