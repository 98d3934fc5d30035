import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { cityFacts } from "../city/facts";
import { type LoadedCity, loadedCity, type RunningHub, startHub } from "../harness/hub";
import type { Outcome } from "../harness/outcome";
import type { Pace } from "../harness/pairs";
import { type Peer, startPostGraphile } from "../harness/peers";
import { type Postgres, startPostgres } from "../harness/postgres";

export interface BenchOptions {
  /** Of the city, from small to large. */
  readonly scales: readonly number[];
  /** Seconds instead of minutes: the figures are rough. */
  readonly quick: boolean;
  /** Of two cities, few and many: whole tens. */
  readonly services: readonly [number, number];
  /** Varied requests for the memory. */
  readonly requests: number;
}

/** What several works share: each is started once, when the first asks for it. */
export interface Bench extends BenchOptions {
  /** For files; removed at the end. */
  readonly folder: string;
  readonly pace: Pace;
  city(scale: number): Promise<LoadedCity>;
  hub(scale: number): Promise<RunningHub>;
  postGraphile(scale: number): Promise<Peer>;
  /** Of the city at one time. Works that measure their own processes stop those first. */
  stop(): Promise<void>;
}

/** Prints an outcome as soon as it is known. */
export type Report = (outcome: Outcome) => void;
export type Work = (bench: Bench, report: Report) => Promise<void>;

export function startBench(folder: string, options: BenchOptions, say: (text: string) => void): Bench {
  const started: { stop(): Promise<void> }[] = [];
  const stoppable = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const one = await starting;
    started.push(one);
    return one;
  };
  const once = <T>(make: (scale: number) => Promise<T>) => {
    const made = new Map<number, Promise<T>>();
    const get = (scale: number): Promise<T> => {
      const known = made.get(scale) ?? make(scale);
      made.set(scale, known);
      return known;
    };
    return Object.assign(get, { forget: () => made.clear() });
  };
  const city = once((scale) => {
    say(`The hub has or loads the city at ${scale} times its data …`);
    return loadedCity(scale);
  });
  const hub = once(async (scale) => stoppable(startHub(await city(scale))));
  const postgres = once(async () => {
    const own = path.join(folder, "pg");
    await mkdir(own);
    return stoppable<Postgres>(startPostgres(own));
  });
  const database = once(async (scale) => {
    const server = await postgres(1);
    await server.load(scale, cityFacts(scale));
    return server.url(scale);
  });
  const postGraphile = once(async (scale) => stoppable(startPostGraphile(await database(scale))));
  return {
    ...options,
    folder,
    pace: {
      folder,
      ...(options.quick ? { rounds: 2, seconds: 1, longest: 12 } : { rounds: 6, seconds: 5, longest: 20 }),
    },
    city,
    hub,
    postGraphile,
    async stop() {
      for (const one of started.splice(0).reverse()) await one.stop();
      for (const each of [hub, postgres, database, postGraphile]) each.forget();
    },
  };
}

/** A file of the bench. @returns its path. */
export async function fileWith(bench: Bench, name: string, text: string): Promise<string> {
  const file = path.join(bench.folder, name);
  await writeFile(file, text);
  return file;
}
