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
 * percentile with the greedy client over that without it just before and after, so that a machine that slows down meanwhile counts on neither
 * side. Once with the usual allowances, and once with allowances that nobody uses up: then turns alone protect the others, and a request
 * waits for what has begun. `npm run bench:fair -- 1` measures one round, to see that it works.
 */
const clients = 99;
const rounds = Number(process.argv[2] ?? 7);
const halfMs = 3_000;
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

async function timesOf(all: readonly Client[]): Promise<number[]> {
  const until = performance.now() + halfMs;
  return (await Promise.all(all.map((client, i) => gentle(client, i, until)))).flat();
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

/** A greedy client in a process of its own, which stands still until it may go on. */
interface Greedy {
  go(): void;
  halt(): void;
  /** @returns what it was answered, by status. */
  end(): Promise<Record<string, number>>;
}

async function startGreedy(url: string): Promise<Greedy> {
  const args = ["--import", "tsx", path.join(__dirname, "fair/greedy.ts"), url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (part) => {
    out += String(part);
  });
  // It uses up what it may spend at once.
  await pause(5_000);
  child.kill("SIGSTOP");
  return {
    go: () => void child.kill("SIGCONT"),
    halt: () => void child.kill("SIGSTOP"),
    async end() {
      const closed = once(child, "close");
      child.kill("SIGTERM");
      child.kill("SIGCONT");
      await closed;
      return JSON.parse(out) as Record<string, number>;
    },
  };
}

async function measured(work: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-fair-"));
  const hub = await startRunningHub({ [envNames.dataDir]: path.join(folder, "data"), ...env });
  const all = Array.from({ length: clients }, (_, i) => clientAt(hub.url, `127.1.0.${i + 1}`, 1));
  try {
    await timesOf(all);
    const greedy = await startGreedy(hub.url);
    const ratios: number[] = [];
    const pooled: Record<"alone" | "beside", number[]> = { alone: [], beside: [] };
    let counts: Record<string, number> = {};
    try {
      let before = await timesOf(all);
      pooled.alone.push(...before);
      for (let round = 0; round < rounds; round += 1) {
        greedy.go();
        const beside = await timesOf(all);
        greedy.halt();
        // Until nothing of it is left in the hub.
        await pause(2_000);
        const after = await timesOf(all);
        ratios.push(p95(beside) / p95([...before, ...after]));
        pooled.alone.push(...after);
        pooled.beside.push(...beside);
        before = after;
      }
    } finally {
      counts = await greedy.end();
    }
    const got = Object.entries(counts).map(([status, count]) => `${count} x ${status}`);
    const note = `p95 of all rounds: ${p95(pooled.alone).toFixed(1)} ms alone, ${p95(pooled.beside).toFixed(1)} ms beside; the greedy client got ${got.join(", ")}`;
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
  console.log(
    markdownOf(outcomes, `${rounds} rounds of ${halfMs / 1_000} s with and without; median of the ratios`),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
