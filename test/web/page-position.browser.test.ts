import type { Page } from "playwright-core";
import { browserTest, hasChromium } from "../support/chromium";
import { graphqlRequests, type PageServer, startPage } from "../support/front-page";
import { visit } from "../support/web-visit";

// The position of a visitor, as the browser gives or refuses it.

let server: PageServer;

beforeAll(async () => {
  if (hasChromium) server = await startPage();
});

afterAll(() => server?.close());

/** Via Boifava 17, with more digits than the page may send. */
const here = { latitude: 45.427461234, longitude: 9.174779321 };
const granted = { permissions: ["geolocation"], geolocation: here };

const button = (page: Page) => page.getByRole("button", { name: "My position" });

const variablesOf = (requests: readonly string[]): string[] =>
  requests.map((url) => new URL(url).searchParams.get("variables") ?? "");

browserTest("finds what is near the visitor, and sends the position only when asked and rounded", () =>
  visit(
    server,
    "?view=find",
    async (page) => {
      const requests = graphqlRequests(page);
      await page.getByRole("region", { name: /^Places/ }).waitFor();
      expect(variablesOf(requests).join()).not.toContain("45.42");
      await button(page).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Within 1,500 m of My position" }).waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get("near"), searchParams.get("area")]).toEqual(["45.4275,9.1748", "nil:42"]);
      const sent = variablesOf(requests).filter((variables) => variables.includes("45.42"));
      expect(sent).toHaveLength(2);
      for (const variables of sent) {
        expect(variables).toContain('"point":{"latitude":45.4275,"longitude":9.1748}');
        expect(variables).not.toContain("45.42746");
      }
      await page.getByRole("region", { name: /^Services within 1,500 m/ }).waitFor();
      await page.getByText("it goes to this hub as the point of the question").waitFor();
    },
    granted,
  ),
);

browserTest("shows the area of the visitor on the map, without the position in the address", () =>
  visit(
    server,
    "?level=DISTRICT",
    async (page) => {
      await button(page).click();
      await page.locator(".readout").getByText("STADERA - CHIESA ROSSA").waitFor();
      expect(new URL(page.url()).search).toBe("?level=NEIGHBOURHOOD&area=nil%3A42");
    },
    granted,
  ),
);

browserTest("a refused position is explained in both languages, and nothing is sent", async () => {
  for (const [locale, name, message] of [
    ["en-GB", "My position", /^The browser did not give the position: you, or its settings, refused it\./],
    ["it-IT", "La mia posizione", /^Il browser non ha fornito la posizione: è stata negata/],
  ] as const)
    for (const view of ["find", "city"])
      await visit(
        server,
        `?view=${view}`,
        async (page) => {
          // Nobody answers the question of a browser without a screen: this is the answer "no".
          const session = await page.context().newCDPSession(page);
          await session.send("Browser.setPermission", {
            origin: server.origin,
            permission: { name: "geolocation" },
            setting: "denied",
          });
          await page.locator(".answered:not(.is-loading)").first().waitFor();
          const requests = graphqlRequests(page);
          const before = page.url();
          await page.getByRole("button", { name }).click();
          await page.getByText(message).waitFor();
          expect([requests, page.url()]).toEqual([[], before]);
        },
        { locale },
      );
});

browserTest("a position outside of all areas gets the message of the hub", () =>
  visit(
    server,
    "?view=find",
    async (page) => {
      await button(page).click();
      await page.locator(".my-position").getByText("outside").waitFor();
      expect(new URL(page.url()).searchParams.get("near")).toBeNull();
    },
    {
      permissions: ["geolocation"],
      geolocation: { latitude: 41.9, longitude: 12.5 },
      expected: /status of 400/,
    },
  ),
);

browserTest("in the frame of another site nobody is asked for a position", () =>
  visit(server, "embed", async (page) => {
    await page.locator(".area-map .area").first().waitFor();
    expect(await button(page).count()).toBe(0);
  }),
);
