import type { Page } from "playwright-core";
import { startHub } from "./hub";
import { builtWeb, mostWaitMs, serveWeb, type Visit, visit, type WebServer } from "./web-visit";

export type PlaygroundServer = WebServer;

/** The playground that was built before the suites, on the real hub with its starter data. */
export const startPlayground = async (): Promise<PlaygroundServer> =>
  serveWeb(await startHub({ starter: true, playgroundDir: builtWeb("playground") }));

/** Opens the playground as `visit` opens any page. */
export const withPage = (
  server: PlaygroundServer,
  search: string,
  use: (page: Page) => Promise<void>,
  options?: Visit,
): Promise<void> => visit(server, `playground${search}`, use, options);

export async function run(page: Page): Promise<void> {
  // GraphiQL draws the button before there is an editor to run.
  await page.getByLabel("Result Window").locator(".monaco-editor").first().waitFor();
  await page.getByRole("button", { name: /^Execute query/ }).click();
  // A document with several operations asks which one first.
  const choice = page.getByRole("menuitem", { name: "B", exact: true });
  if (await choice.isVisible()) await choice.click();
}

export const tabNames = (page: Page): Promise<string[]> => page.getByRole("tab").allInnerTexts();

/** The editor draws only lines in view, with no-break spaces, and with a delay. */
export async function expectText(page: Page, label: string, pattern: RegExp): Promise<void> {
  const pane = page.getByLabel(label, { exact: true }).first();
  const deadline = Date.now() + mostWaitMs;
  let text = "";
  while (Date.now() < deadline) {
    text = (await pane.textContent())?.replaceAll("\u00a0", " ") ?? "";
    if (pattern.test(text)) return;
    await page.waitForTimeout(50);
  }
  expect(text).toMatch(pattern);
}
