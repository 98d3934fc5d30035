import "../src/entry/quiet-sdk";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContext } from "playwright-core";
import { envNames } from "../src/app/env";
import { launchChromium } from "../test/support/chromium";
import { buildHub, root } from "./harness/hub";
import { machine } from "./harness/outcome";
import { freePort, startServer } from "./harness/processes";

/**
 * `npm run bench:page -- --runs 7`: how long each view of the page takes in Chromium, as a multiple of the first paint of a page with one line.
 * A first visit has nothing in the cache, a second one what the first left there. Pairs are interleaved, and the middle of their ratios counts.
 */
const { values: options } = parseArgs({ options: { runs: { type: "string", default: "7" } } });
const views = ["city", "neighbourhood", "find", "strategy", "statement"];

/** Of one visit, in milliseconds from the beginning of the navigation. */
interface Visit {
  readonly painted: number;
  /** When the answer is drawn; the first paint of a page that asks nothing. */
  readonly answered: number;
  /** Cumulative layout shift, 0 to 1 and more. */
  readonly shift: number;
  readonly requests: number;
  /** Bytes over the network. */
  readonly bytes: number;
}

/** An answer of the hub that stands in the view. */
const drawn = '.answered[aria-busy="false"]';

async function visit(context: BrowserContext, url: string, asks: boolean): Promise<Visit> {
  const page = await context.newPage();
  try {
    await page.addInitScript(`
      window.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      new MutationObserver(() => {
        if (document.querySelector('${drawn}')) window.answered ??= performance.now();
      }).observe(document, { attributes: true, childList: true, subtree: true });`);
    await page.goto(url);
    if (asks) await page.waitForSelector(drawn, { state: "attached" });
    const paints = 'performance.getEntriesByName("first-contentful-paint")';
    while (!(await page.evaluate(`${paints}.length`))) await page.waitForTimeout(5);
    return (await page.evaluate(`({
      painted: ${paints}[0].startTime,
      answered: window.answered ?? ${paints}[0].startTime,
      shift: window.shift,
      requests: performance.getEntriesByType("resource").length + 1,
      bytes: [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
        .reduce((sum, { transferSize }) => sum + transferSize, 0),
    })`)) as Visit;
  } finally {
    await page.close();
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const bareHtml = '<!doctype html><html lang="en"><title>Bare</title><h1>Vicinato</h1></html>';

async function main(): Promise<void> {
  await buildHub();
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-page-"));
  const port = await freePort();
  const hubUrl = `http://127.0.0.1:${port}`;
  const bare = createServer((_, response) => response.setHeader("content-type", "text/html").end(bareHtml));
  await new Promise<void>((listening) => bare.listen(0, "127.0.0.1", listening));
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;
  const hub = await startServer({
    command: process.execPath,
    args: [path.join(root, "dist/server/local.js")],
    env: { [envNames.dataDir]: folder, [envNames.port]: String(port) },
    answers: async () => (await fetch(`${hubUrl}/status`)).ok,
    signal: "SIGINT",
  });
  const browser = await launchChromium();
  const withContext = async <T>(use: (context: BrowserContext) => Promise<T>): Promise<T> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    return use(context).finally(() => context.close());
  };
  try {
    const lines: string[] = [];
    for (const view of views) {
      const asks = view !== "statement";
      const runs: { readonly bare: Visit; readonly first: Visit; readonly second: Visit }[] = [];
      // The first round fills the caches of the hub, as somebody's visit before did.
      for (let run = 0; run <= Number(options.runs); run++) {
        const peer = await withContext((context) => visit(context, bareUrl, false));
        const url = `${hubUrl}/?view=${view}`;
        const [first, second] = await withContext(async (context) => [
          await visit(context, url, asks),
          await visit(context, url, asks),
        ]);
        if (run > 0) runs.push({ bare: peer, first: first!, second: second! });
      }
      const ratio = (of: (run: (typeof runs)[number]) => number): string =>
        median(runs.map((run) => of(run) / run.bare.painted)).toFixed(1);
      const { requests, bytes } = runs[0]!.first;
      lines.push(
        `| ${[
          view,
          ratio(({ first }) => first.painted),
          ratio(({ first }) => first.answered),
          ratio(({ second }) => second.answered),
          requests,
          `${Math.round(bytes / 1_000)} kB`,
          Math.max(...runs.map(({ first }) => first.shift)).toFixed(3),
        ].join(" | ")} |`,
      );
    }
    console.log(`${machine()}

| view | first paint / bare | answer / bare | second visit / bare | requests | first visit | layout shift |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}`);
  } finally {
    await browser.close();
    bare.close();
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
