import * as axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { hubOver, type TestHub } from "./hub";
import { cloneTable } from "./starter-table";
import { builtWeb, serveWeb, type WebServer } from "./web-visit";

export interface PageServer extends WebServer, Pick<TestHub, "ask"> {}

/** The built page on the real hub with all that a fresh clone has. */
export async function startPage(): Promise<PageServer> {
  const hub = hubOver(await cloneTable(), { pageDir: builtWeb("page") });
  return { ...(await serveWeb(hub)), ask: hub.ask };
}

const small = { viewport: { width: 390, height: 844 }, hasTouch: true } as const;

export const phone: BrowserContextOptions = { locale: "en-GB", ...small };

/** How people look at the page: every view is checked in both. Italian has the longer texts, so it is on the smaller screen. */
export const screens: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ["desktop, in English", { locale: "en-GB" }],
  ["phone, in Italian", { locale: "it-IT", ...small }],
];

/** What axe finds against WCAG 2.1 A and AA, each with the place; empty if nothing. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // As a script of the test and not of the page, whose policy allows its own alone.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  });
}

/** Whether something is wider than the screen. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Addresses of the requests for data from now on. */
export function graphqlRequests(page: Page): readonly string[] {
  const addresses: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/graphql")) addresses.push(request.url());
  });
  return addresses;
}

interface Shift extends PerformanceEntry {
  readonly value: number;
}

/** How much of what was visible has moved without anybody's doing since the page was opened (CLS: 0.1 is said to be good). */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as Shift[]) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 100));
      }),
  );
