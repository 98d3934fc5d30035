import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { envNames } from "../src/app/env";
import { cityFacts } from "./city/facts";
import { buildHub, copyOf, editorKey, loadedCity, startHub } from "./harness/hub";
import { machine } from "./harness/outcome";
import { clientOf } from "./soak/client";
import { editorOf } from "./soak/editor";
import { importerOf } from "./soak/importer";
import { memoryOf } from "./soak/memory";
import { readersOf } from "./soak/readers";
import { Tally } from "./soak/tally";

/**
 * `npm run soak`: one hub as `npm start` runs it, with readers, an editor and imports at the same time. Every answer is checked.
 * Ends with 1 after an error or a wrong answer.
 *
 *   --minutes=10     how long
 *   --readers=8      requests at once
 *   --pause=2000     milliseconds between two imports
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    readers: { type: "string", default: "8" },
    pause: { type: "string", default: "2000" },
  },
});

const say = (text: string): void => console.error(text);
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function main(): Promise<void> {
  const [minutes, readers, pause] = [options.minutes, options.readers, options.pause].map(Number) as [
    ...[number, number, number],
  ];
  if (!(minutes > 0 && readers > 0 && pause >= 0))
    throw new Error("--minutes, --readers and --pause are numbers.");
  const folder = await mkdtemp(path.join(tmpdir(), "vs-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  await buildHub();
  const city = await copyOf(await loadedCity(1), folder);
  const hub = await startHub(city);
  const tally = new Tally(say);
  try {
    const facts = cityFacts(1);
    const client = clientOf(hub.url, tally);
    const env = { [envNames.dataDir]: city.dataDir, [envNames.seedDir]: city.seedDir };
    const editor = editorOf(client, await editorKey(env), tally);
    const importer = importerOf(env, facts.services.length, tally);
    const questions = Object.values(readersOf({ client, editor, importer, facts, tally }));
    const memory = memoryOf(hub, say);

    // What readers ask for is there then.
    await importer.importOnce();
    await sleep(2_000);
    const end = performance.now() + minutes * 60_000;
    const isOver = (): boolean => performance.now() > end;
    const repeated = async (act: (n: number) => Promise<void>, pauseMs: number): Promise<void> => {
      for (let n = 0; !isOver(); n++) {
        await act(n).catch((error: unknown) =>
          tally.error(error instanceof Error ? `${error.stack}` : String(error)),
        );
        if (pauseMs > 0) await sleep(pauseMs);
      }
    };
    await Promise.all([
      ...Array.from({ length: readers }, (_, i) =>
        repeated((n) => questions[(n + i) % questions.length]!(), 0),
      ),
      repeated(() => editor.run(isOver), 0),
      repeated(() => importer.importOnce(), pause),
      repeated(() => memory.sample(), Math.min(30_000, (minutes * 60_000) / 12)),
    ]);
    const { text } = memory.summary();
    console.log(tableOf(tally, text, minutes));
  } finally {
    await hub.stop();
  }
  process.exitCode = tally.errors + tally.wrongAnswers > 0 ? 1 : 0;
}

function tableOf(tally: Tally, memory: string, minutes: number): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ["requests", tally.requests],
    ["requests a second", Math.round(tally.requests / (60 * minutes))],
    ["of them 304", tally.notModified],
    ["of them rejected, as they should", tally.rejected],
    ["of them compressed", tally.gzip],
    ["answers that name no version", tally.unversioned],
    ["answers with an edit after the version that they name", tally.newer],
    ["503 with retry-after", tally.unavailable],
    ["errors", tally.errors],
    ["wrong answers", tally.wrongAnswers],
    ["edits, each visible at its version", tally.edits],
    ["edits of an old version, rejected", tally.staleEdits],
    ["imports", tally.imports],
    ["p50", `${tally.latencyAt(0.5).toFixed(1)} ms`],
    ["p99", `${tally.latencyAt(0.99).toFixed(1)} ms`],
    ["memory", memory],
  ];
  const shown = rows.map(([what, value]) => `| ${what} | ${value.toLocaleString("en")} |`);
  return ["| what | count |", "| --- | --- |", ...shown, "", `${machine()}; ${minutes} minutes`].join("\n");
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
