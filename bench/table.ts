import "../src/entry/quiet-sdk";
import { rmSync } from "node:fs";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildHub } from "./harness/hub";
import { markdownOf, type Outcome, skipped } from "./harness/outcome";
import { counts, many, map, nested } from "./works/answers";
import { startBench, type Work } from "./works/bench";
import { edit } from "./works/edit";
import { growth } from "./works/growth";
import { identical } from "./works/identical";
import { importing } from "./works/import";
import { memory } from "./works/memory";
import { start } from "./works/start";

/**
 * `npm run bench`: the hub beside its peers, as a Markdown table. All figures are ratios of loads that alternate within one run,
 * because one machine does both. It never fails on a missed goal, and goes on without a peer that is missing.
 *
 *   --quick              seconds instead of minutes: rough figures
 *   --only=map,edit      some works; their names are below
 *   --scales=1,20        how many times the data of the city; the hub loads a large one once, in minutes
 *   --requests=200000    varied requests for the memory
 *   --services=1000,100000  of the small and the large city whose cost is compared
 */
const works: Readonly<Record<string, Work>> = {
  ...{ map, counts, nested, many, identical },
  ...{ start, import: importing, edit, memory, growth },
};

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: Object.keys(works).join(",") },
    scales: { type: "string" },
    requests: { type: "string" },
    services: { type: "string" },
  },
});

async function main(): Promise<void> {
  const { quick } = options;
  const scales = (options.scales ?? (quick ? "1" : "1,20")).split(",").map(Number);
  if (scales.some((scale) => !Number.isInteger(scale) || scale < 1))
    throw new Error("--scales needs whole numbers.");
  const names = options.only.split(",");
  const unknown = names.find((name) => works[name] === undefined);
  if (unknown !== undefined)
    throw new Error(`--only knows ${Object.keys(works).join(", ")}; not ${unknown}.`);
  // Short, because the path of a socket is limited; and PostgreSQL's own user enters it.
  const folder = await mkdtemp(path.join(tmpdir(), "vb-"));
  await chmod(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const say = (text: string): void => console.error(text);
  const requests = Number(options.requests ?? (quick ? 2_000 : 200_000));
  const services = (options.services ?? (quick ? "1000,10000" : "1000,100000")).split(",").map(Number);
  const [few, many] = services;
  if (!few || !many || services.length !== 2) throw new Error("--services needs two numbers.");
  const bench = startBench(folder, { scales, quick, requests, services: [few, many] }, say);
  const outcomes: Outcome[] = [];
  const report = (outcome: Outcome): void => {
    outcomes.push(outcome);
    say([outcome.work, outcome.peer, outcome.result, outcome.note ?? ""].join(" | "));
  };
  try {
    await buildHub();
    for (const name of names)
      await works[name]!(bench, report).catch((error: unknown) => report(skipped(name, "-", "-", error)));
  } finally {
    await bench.stop();
  }
  const { rounds, seconds } = bench.pace;
  console.log(markdownOf(outcomes, `medians of ${rounds} pairs of ${seconds} s${quick ? ", rough" : ""}`));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
