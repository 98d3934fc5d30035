import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const executablePath = [
  process.env.CHROMIUM_PATH,
  // Without windows and their own pages, it needs two thirds of the time.
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
].find((path) => path !== undefined && existsSync(path));

export const hasChromium = executablePath !== undefined;

const missing = hasChromium ? "" : " (skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium)";

/** A test in the browser of this machine; without one it is skipped, and its name says so. */
export const browserTest = (name: string, run: () => Promise<void>): void =>
  (hasChromium ? test : test.skip)(`${name}${missing}`, run);

/** A new browser with a new profile, which reaches this machine only. */
export function launchChromium(): Promise<Browser> {
  const off = ["background-networking", "component-update", "gpu", "quic", "sync"];
  const args = [
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ...off.map((feature) => `--disable-${feature}`),
  ];
  return chromium.launch({ ...(executablePath !== undefined && { executablePath }), args });
}
