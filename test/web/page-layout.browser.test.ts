import { browserTest, hasChromium } from "../support/chromium";
import { accessibilityFaults, overflows, type PageServer, screens, startPage } from "../support/front-page";
import { visit } from "../support/web-visit";

let server: PageServer;

beforeAll(async () => {
  if (hasChromium) server = await startPage();
});

afterAll(() => server?.close());

for (const [screen, options] of screens)
  browserTest(`opens the first view on a ${screen}`, () =>
    visit(
      server,
      "",
      async (page) => {
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.getByRole("img").first().waitFor();
        expect(await overflows(page)).toBe(false);
        expect(await accessibilityFaults(page)).toEqual([]);
      },
      options,
    ),
  );

browserTest("the language is that of the browser until somebody chooses another, which stays", () =>
  visit(
    server,
    "",
    async (page) => {
      const language = () => page.evaluate(() => document.documentElement.lang);
      expect(await language()).toBe("it");
      await page.getByRole("link", { name: "English" }).click();
      await page.getByRole("navigation", { name: "Views of the page" }).waitFor();
      expect([await language(), new URL(page.url()).search]).toEqual(["en", "?lang=en"]);
      await page.goBack();
      await page.getByRole("navigation", { name: "Sezioni della pagina" }).waitFor();
      expect(await language()).toBe("it");
    },
    { locale: "it-IT" },
  ),
);

browserTest("an unknown view says so and leads on", () =>
  visit(server, "?view=nothing", async (page) => {
    await page.getByRole("heading", { name: "There is no view “nothing” here." }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "City" }).click();
    await page.getByRole("img").first().waitFor();
    expect(new URL(page.url()).search).toBe("?view=city");
  }),
);

browserTest("nothing moves for visitors who asked for less motion", () =>
  visit(
    server,
    "",
    async (page) => {
      await page.getByRole("img").first().waitFor();
      for (const view of ["City", "Neighbourhood", "Find a service", "Strategy"]) {
        await page.getByRole("navigation").getByRole("link", { name: view, exact: true }).click();
        await page.locator(".answered:not(.is-loading)").first().waitFor();
        const moving = await page.evaluate(() => {
          const longest = (times: string) =>
            Math.max(...times.split(",").map((time) => Number.parseFloat(time)));
          return [...document.querySelectorAll("*")].flatMap((element) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
            const isMoving =
              (animationName !== "none" && longest(animationDuration) > 0.01) ||
              longest(transitionDuration) > 0.01;
            return isMoving ? [`${element.tagName}.${element.className}`] : [];
          });
        });
        expect([view, moving]).toEqual([view, []]);
      }
    },
    { reducedMotion: "reduce" },
  ),
);

browserTest("the first stop of the keyboard skips the header", () =>
  visit(server, "", async (page) => {
    await page.getByRole("img").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  }),
);

browserTest("without the hub the page says so and tries again", async () => {
  let isDown = true;
  await visit(
    server,
    "",
    async (page) => {
      await page.getByRole("alert").getByText("The hub cannot be reached").waitFor();
      isDown = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("img").first().waitFor();
    },
    {
      intercept: async (route, url) => {
        if (!isDown || !url.includes("/graphql")) return false;
        await route.abort("connectionrefused");
        return true;
      },
      expected: /ERR_CONNECTION_REFUSED/,
    },
  );
});
