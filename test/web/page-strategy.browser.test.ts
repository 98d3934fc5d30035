import type { Page } from "playwright-core";
import { browserTest, hasChromium } from "../support/chromium";
import {
  accessibilityFaults,
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

interface Money {
  readonly cents: number;
  readonly currency: string;
}
const euro = ({ cents }: Money): string => `€${(cents / 100).toLocaleString("en-GB")}`;
const signed = (money: Money): string => `${money.cents > 0 ? "+" : ""}${euro(money)}`;

/** The cells of a table by rows, without its header. */
const rowsOf = (page: Page, region: string): Promise<string[][]> =>
  page
    .getByRole("table", { name: region, exact: true })
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent!.trim())),
    );

const funds = {
  FESR: "ERDF",
  FSC: "FSC (development and cohesion)",
  FSE_PLUS: "ESF+",
  MUNICIPAL: "City's own funds",
  OTHER: "Other fund",
} as const;
type Fund = keyof typeof funds;

for (const [screen, options] of [["desktop", {}] as const, ["phone", phone] as const])
  browserTest(`what the strategy costs, who pays and what changed, on a ${screen}`, () =>
    visit(
      server,
      "",
      async (page) => {
        const clicks = await countClicks(page);
        await page.getByRole("link", { name: "Strategy", exact: true }).click();
        const cost = page.locator("#strategy-cost");
        await cost.waitFor();
        expect(await clicks()).toBe(1);

        const { data } = await server.ask<{
          strategies: {
            nodes: {
              budget: { total: Money; lines: { fund: Fund; amount: Money; share: number }[] };
              budgetDiff: {
                totalChange: Money;
                lines: { fund: Fund; change: Money }[];
              };
            }[];
          };
        }>(`{ strategies(first: 1) { nodes {
          budget { total { cents currency } lines { fund amount { cents currency } share } }
          budgetDiff(fromVersion: "factsheet", toVersion: "regional-page") {
            totalChange { cents currency } lines { fund change { cents currency } }
          }
        } } }`);
        const { budget, budgetDiff } = data!.strategies.nodes[0]!;
        expect(budget.total.cents).toBe(1_051_900_000);
        await cost.getByText(euro(budget.total), { exact: true }).waitFor();
        expect(await rowsOf(page, "What it costs and who pays")).toEqual(
          budget.lines.map(({ fund, amount, share }) => [
            funds[fund],
            euro(amount),
            `${(Math.round(share * 1000) / 10).toLocaleString("en-GB")}\u00a0%`,
          ]),
        );

        // The last two versions stand in the first answer.
        const title = "Difference from factsheet to regional-page";
        await page.getByRole("table", { name: title }).waitFor();
        expect(await clicks()).toBe(1);
        await page.getByText(signed(budgetDiff.totalChange)).first().waitFor();
        expect((await rowsOf(page, title)).map((cells) => [cells[0], cells[3]])).toEqual(
          budgetDiff.lines.map(({ fund, change }) => [
            funds[fund],
            change.cents < 0 ? `-${euro({ ...change, cents: -change.cents })}` : signed(change),
          ]),
        );

        await page.getByRole("link", { name: /^to the newest\W+press-2023-01$/ }).click();
        await page.getByRole("heading", { name: "Difference from press-2023-01 to regional-page" }).waitFor();
      },
      options,
    ),
  );

browserTest("versions, actions and gaps are those of the API, and what is not published says so", () =>
  visit(server, "?view=strategy", async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    const { data } = await server.ask<{
      strategies: {
        nodes: {
          budgetVersions: { label: string; total: Money | null }[];
          actions: { totalCount: number; nodes: { name: { text: { value: string } } }[] };
          coverageMatrix: { gaps: unknown[]; areas: unknown[]; actions: unknown[]; organizations: unknown[] };
          milestones: { totalCount: number };
          spending: { entries: number; reason: { text: { value: string } } };
          steps: { totalCount: number };
        }[];
      };
    }>(`{ strategies(first: 1) { nodes {
      budgetVersions { label total { cents currency } }
      actions(first: 100) { totalCount nodes { name { text(language: EN) { value } } } }
      coverageMatrix { gaps { areaCode } areas { code } actions { code } organizations { code } }
      milestones(on: "2026-11-29") { totalCount }
      spending { entries reason { text(language: EN) { value } } }
      steps(first: 100) { totalCount }
    } } }`);
    const strategy = data!.strategies.nodes[0]!;
    const versions = await rowsOf(page, "Versions of the budget");
    expect(versions.map((cells) => cells.at(-2))).toEqual(
      strategy.budgetVersions.map(({ total }) => (total === null ? "not published" : euro(total))),
    );
    expect((await rowsOf(page, "Actions")).map(([name]) => name)).toEqual(
      strategy.actions.nodes.map(({ name }) => name.text.value),
    );
    const { gaps, areas, actions, organizations } = strategy.coverageMatrix;
    const matrix = (await rowsOf(page, "Actions by area, with their partners")).flatMap(
      ([, ...cells]) => cells,
    );
    expect(matrix).toHaveLength(areas.length * actions.length);
    expect(matrix.filter((cell) => cell === "no named partner")).toHaveLength(gaps.length);
    await page.getByText(`Partners by area (${organizations.length})`).waitFor();

    expect([strategy.milestones.totalCount, strategy.spending.entries]).toEqual([0, 0]);
    await page.locator("#strategy-milestones").getByText("not published").waitFor();
    const spending = page.locator("#strategy-spending");
    await spending.getByText(strategy.spending.reason.text.value).waitFor();
    const stages = (await rowsOf(page, "Spending")).flatMap(([, , ...cells]) => cells);
    expect(new Set(stages)).toEqual(new Set(["not published"]));
    expect(await page.locator(".steps li").count()).toBe(strategy.steps.totalCount);
  }),
);

browserTest("one request, and each figure opens its source and its query", async () => {
  const asked: string[] = [];
  await visit(
    server,
    "?view=strategy",
    async (page) => {
      const cost = page.locator("#strategy-cost");
      const summary = cost.locator("summary");
      await summary.focus();
      await page.keyboard.press("Enter");
      await cost.getByText("Publisher: Regione Lombardia").waitFor();
      const link = cost.getByRole("link", { name: "This query in the playground" });
      expect(new URLSearchParams((await link.getAttribute("href"))!.split("?")[1]).get("query")).toContain(
        "budgetVersions",
      );
      for (const part of ["difference", "actions", "partners", "spending", "governance", "steps"]) {
        const figures = page.locator(`#strategy-${part}`);
        await figures.locator(".where-from > summary").last().click();
        await figures
          .getByText(/^Publisher: ./)
          .first()
          .waitFor();
        const address = await figures
          .getByRole("link", { name: "This query in the playground" })
          .last()
          .getAttribute("href");
        const parameters = new URLSearchParams(address!.split("?")[1]);
        const { data, errors } = await server.ask(
          parameters.get("query")!,
          JSON.parse(parameters.get("variables")!) as object as Record<string, unknown>,
        );
        expect([part, errors]).toEqual([part, undefined]);
        expect(data).toMatchObject({ strategy: expect.any(Object) });
      }
      expect(asked).toEqual(["Strategy"]);
    },
    {
      intercept: async (_route, url) => {
        const name = new URL(url).searchParams.get("operationName");
        if (new URL(url).pathname.endsWith("/graphql") && name !== null) asked.push(name);
        return false;
      },
    },
  );
});

browserTest("an unknown strategy and an unknown version give a clear message", async () => {
  await visit(server, "?view=strategy&code=nothing", async (page) => {
    await page.getByRole("alert").getByText("No strategy has the code").waitFor();
    await page.getByRole("link", { name: "Strategy", exact: true }).click();
    await page.locator("#strategy-cost").waitFor();
  });
  await visit(server, "?view=strategy&from=nothing&to=regional-page", async (page) => {
    await page.getByRole("alert").getByText("nothing").first().waitFor();
  });
});

browserTest("the footer leads to the accessibility statement, in the language of the page", () =>
  visit(
    server,
    "",
    async (page) => {
      await page
        .getByRole("contentinfo")
        .getByRole("link", { name: "Dichiarazione di accessibilità" })
        .click();
      await page.getByRole("heading", { level: 1, name: "Dichiarazione di accessibilità" }).waitFor();
      await page.getByText("legge 9 gennaio 2004, n. 4").waitFor();
      await page.getByText("non ha ancora indicato un recapito").waitFor();
      await page.getByRole("link", { name: "English" }).click();
      await page.getByRole("heading", { level: 1, name: "Accessibility statement" }).waitFor();
    },
    { locale: "it-IT" },
  ),
);

for (const [screen, options] of screens)
  browserTest(`strategy and statement are accessible and fit on a ${screen}`, async () => {
    for (const search of [
      "?view=strategy",
      "?view=strategy&from=factsheet&to=regional-page",
      "?view=statement",
    ])
      await visit(
        server,
        search,
        async (page) => {
          await page.getByRole("heading", { level: 1 }).waitFor();
          expect([search, await overflows(page), await accessibilityFaults(page)]).toEqual([
            search,
            false,
            [],
          ]);
        },
        options,
      );
  });
