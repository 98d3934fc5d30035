import type { Page } from "playwright-core";

/** Counts what a visitor presses with a mouse or a finger from now on; keys do not count. The page must not load again. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = globalThis as unknown as { clicks: number };
    counted.clicks = 0;
    addEventListener(
      "pointerdown",
      () => {
        counted.clicks += 1;
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { clicks: number }).clicks);
}
