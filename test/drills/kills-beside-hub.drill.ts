import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openTable } from "../../src/app/open-table";
import { verify } from "../../src/projections/refresh";
import type { Table } from "../../src/storage/engine/table";
import { keys } from "../../src/storage/records/keys";
import { ended, startCommand, startRunningHub } from "../support/running-hub";
import { seededRandom } from "../support/seeded-random";
import { stateOf } from "../support/table-state";
import { feedFollower } from "./feed-follower";

/** One kill of an import beside a running hub, and what came after it. */
export interface Kill {
  readonly where: "ANYWHERE" | "MID_SOURCE";
  /** The source that was being read; `null` if the import had ended before. */
  readonly source: string | null;
  /** Whether the import that follows ends as one that nobody disturbed, and what it said if not. */
  readonly rerun: "AS_USUAL" | "OTHERWISE";
  readonly said: string;
  /** Facts that differ from those of an undisturbed import. */
  readonly differences: readonly string[];
  /** Differences that `verify` finds. */
  readonly drifts: number;
  /** What a follower of the feed saw that is not there, or missed. */
  readonly ghosts: readonly string[];
  /** Answers of the hub meanwhile, and those that were of neither edition. */
  readonly answers: number;
  readonly wrongAnswers: readonly string[];
}

interface KillDrill {
  readonly seed: number;
  /** How many kills at any moment, and how many in the middle of a source. */
  readonly anywhere: number;
  readonly midSource: number;
  /** Two folders with the same files in two editions. */
  readonly editions: readonly [string, string];
  /** The facts after each edition, by an import that nobody disturbed. */
  readonly facts: readonly [Facts, Facts];
  /** A question whose answer differs between the editions, and the parts of an answer. */
  readonly query: string;
  readonly partsOf: (answer: never) => readonly unknown[];
  readonly log?: (line: string) => void;
}

type Facts = Readonly<Record<string, unknown>>;

/** Without the sources and the first moments of issues: they say when a file was read, here by more than one process. */
export const factsOf = async (table: Table): Promise<Facts> =>
  Object.fromEntries(
    Object.entries(await stateOf(table))
      .filter(([key]) => !key.startsWith("SourceRef#"))
      .map(([key, fact]) => [key, key.startsWith("DataQualityIssue#") ? withoutMoments(fact) : fact]),
  );

const withoutMoments = (fact: unknown): unknown => {
  const {
    contentHash: _,
    record,
    ...rest
  } = fact as { readonly contentHash: string; readonly record: object };
  return { ...rest, record: { ...record, firstSeen: null } };
};

/**
 * Imports two editions in turn beside one running hub. Each import is killed (SIGKILL), then run again to its end. Meanwhile the
 * hub is asked without a pause, and a follower reads the feed of changes.
 */
export async function killsBesideHub(options: KillDrill): Promise<Kill[]> {
  const { seed, anywhere, midSource, editions, facts, log = () => undefined } = options;
  const random = seededRandom(seed);
  const dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const hub = await startRunningHub(dataDir);
  // Through the socket of the hub.
  const location = { engine: { kind: "embedded", dataDir }, tableName: "vicinato" } as const;
  const { table, close } = await openTable(location, { share: false, patient: true });
  const follower = feedFollower(hub);
  const kills: Kill[] = [];
  try {
    const textsOf = (answer: unknown) => options.partsOf(answer as never).map((part) => JSON.stringify(part));
    const known = new Set<string>();
    const usual: (number | null)[] = [];
    for (const folder of editions) {
      usual.push((await importWhole(folder, dataDir)).code);
      for (const text of textsOf(await hub.ask(options.query))) known.add(text);
    }
    let usualMs = 2_000;
    for (let i = 0; i < anywhere + midSource; i++) {
      const where =
        i % Math.ceil((anywhere + midSource) / Math.max(1, midSource)) === 0 ? "MID_SOURCE" : "ANYWHERE";
      const [folder, expected] = [editions[i % 2]!, facts[i % 2]!];
      const asking = askWithoutPause(() => hub.ask(options.query).then(textsOf), known);
      const following = follower.followWithoutPause();
      const killed = await killedImport(folder, dataDir, where, random() * usualMs);
      // A dead holder keeps the lease for a minute: nobody waits for that fifty times.
      await table.update(keys.importLease(), { set: { expiresAt: "2026-01-01T00:00:00.000Z" } });
      const began = Date.now();
      const { code, err } = await importWhole(folder, dataDir);
      usualMs = Date.now() - began;
      const { answers, wrong } = await asking.stop();
      await following.stop();
      const kill: Kill = {
        where,
        source: killed,
        rerun: code === usual[i % 2] ? "AS_USUAL" : "OTHERWISE",
        said: code === usual[i % 2] ? "" : err,
        differences: differencesOf(expected, await factsOf(table)),
        drifts: (await verify(table)).drifts.length,
        ghosts: await follower.ghosts(table),
        answers,
        wrongAnswers: wrong,
      };
      kills.push(kill);
      log(`${i + 1} ${JSON.stringify(kill)}`);
    }
  } finally {
    await close();
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return kills;
}

const importWhole = (folder: string, dataDir: string) => ended(startImport(folder, dataDir));

const startImport = (folder: string, dataDir: string) =>
  startCommand("ingest.cli.ts", ["--from", folder], { VICINATO_DATA_DIR: dataDir });

/** @returns the source that was being read when the process died. */
async function killedImport(
  folder: string,
  dataDir: string,
  where: Kill["where"],
  afterMs: number,
): Promise<string | null> {
  const child = startImport(folder, dataDir);
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  const kill = (): void => void child.kill("SIGKILL");
  child.stderr!.on("data", (data) => {
    said += String(data);
    const isReading = where === "ANYWHERE" || /^\w+: reading$/m.test(said);
    // A source of this size is written within some hundred milliseconds.
    if (isReading) timer ??= setTimeout(kill, where === "ANYWHERE" ? afterMs : afterMs % 150);
  });
  await ended(child);
  clearTimeout(timer);
  const [last] = [...said.matchAll(/^([\w-]+): reading$/gm)].slice(-1);
  const isDone = last !== undefined && new RegExp(`^${last[1]}: (?!reading)`, "m").test(said);
  return last === undefined || isDone ? null : last[1]!;
}

/** Asks until it is stopped. Each part of an answer is that of one of the editions, while one replaces the other. */
function askWithoutPause(ask: () => Promise<string[]>, known: ReadonlySet<string>) {
  let isRunning = true;
  let answers = 0;
  const wrong: string[] = [];
  const asking = (async () => {
    while (isRunning) {
      const parts = await ask().catch((error: Error) => [error.message]);
      answers++;
      wrong.push(...parts.filter((part) => !known.has(part)));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await asking;
      return { answers, wrong: [...new Set(wrong)] };
    },
  };
}

const differencesOf = (expected: Facts, found: Facts): string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(found)])].filter(
    (key) => JSON.stringify(expected[key]) !== JSON.stringify(found[key]),
  );
