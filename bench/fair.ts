import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { envNames } from "../src/app/env";
import { startRunningHub } from "../test/support/running-hub";
import { ask, type Client, clientAt, pause } from "./fair/client";
import { buildHub, enoughForAll } from "./harness/hub";
import { atMost, markdownOf, type Outcome } from "./harness/outcome";
import { median } from "./harness/pairs";

/**
 * `npm run bench:fair`: 99 clients ask different questions at leisure, each from its own address. Then another one joins that asks for all that
 * an operation may cost, on 32 connections and without a pause. Printed is by how much the answers of the 99 take longer: the 95th
 * percentile with the greedy client over that without, of neighbouring halves of each round. Once with the usual allowances, and once with
 * allowances that nobody uses up: then turns alone protect the others.
 */
const clients = 99;
const rounds = 5;
const halfMs = 8_000;
const pauseMs = 1_000;
const goal = 1.5;

let n = 0;
const questions = [
  (i: number) => `{ a${n++}: area(code: "nil:${1 + (i % 88)}") { name level } }`,
  (i: number) =>
    `{ a${n++}: centres(first: 20, filter: { area: "nil:${1 + (i % 88)}" }) { totalCount nodes { code name } } }`,
  (i: number) =>
    `{ a${n++}: area(code: "nil:${1 + (i % 88)}") { observation(indicator: "residents") { value period } } }`,
  () => `{ a${n++}: services(first: 10) { nodes { code name { it } } } }`,
];

async function gentle(client: Client, number: number, until: number): Promise<number[]> {
  const times: number[] = [];
  await pause(Math.random() * pauseMs);
  while (performance.now() < until) {
    const { status, ms } = await ask(client, questions[(number + times.length) % questions.length]!(number));
    if (status !== 200) throw new Error(`A client at leisure was answered ${status}.`);
    times.push(ms);
    await pause(pauseMs * (0.5 + Math.random()));
  }
  return times;
}

async function p95Of(all: readonly Client[]): Promise<number> {
  const until = performance.now() + halfMs;
  const times = (await Promise.all(all.map((client, i) => gentle(client, i, until)))).flat();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
}

/** With a greedy client beside, in a process of its own. @returns what it was answered, by status. */
async function besideGreedy(url: string, run: () => Promise<void>): Promise<Record<string, number>> {
  const args = ["--import", "tsx", path.join(__dirname, "fair/greedy.ts"), url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (part) => {
    out += String(part);
  });
  // It has used up what it may spend at once.
  await pause(3_000);
  try {
    await run();
  } finally {
    child.kill("SIGTERM");
  }
  await once(child, "close");
  return JSON.parse(out) as Record<string, number>;
}

async function measured(work: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-fair-"));
  const hub = await startRunningHub({ [envNames.dataDir]: path.join(folder, "data"), ...env });
  try {
    const all = Array.from({ length: clients }, (_, i) => clientAt(hub.url, `127.1.0.${i + 1}`, 1));
    await p95Of(all);
    const ratios: number[] = [];
    const p95s: string[] = [];
    const answered: Record<string, number> = {};
    for (let round = 0; round < rounds; round += 1) {
      const alone = await p95Of(all);
      let beside = 0;
      const counts = await besideGreedy(hub.url, async () => {
        beside = await p95Of(all);
      });
      for (const [status, count] of Object.entries(counts))
        answered[status] = (answered[status] ?? 0) + count;
      ratios.push(beside / alone);
      p95s.push(`${alone.toFixed(1)} / ${beside.toFixed(1)}`);
    }
    const greedy = Object.entries(answered).map(([status, count]) => `${count} x ${status}`);
    const note = `ms alone / beside: ${p95s.join(", ")}; the greedy client got ${greedy.join(", ")}`;
    return atMost(work, "the same clients alone", median(ratios), { goal }, note);
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  await buildHub();
  const outcomes = [
    await measured("p95 of 99 clients beside a greedy one", {}),
    await measured("the same with turns alone", { [envNames.allowances]: enoughForAll }),
  ];
  console.log(markdownOf(outcomes, `${rounds} rounds of 2 x ${halfMs / 1_000} s; median of the ratios`));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
