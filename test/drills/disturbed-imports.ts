import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { openTable, type TableLocation } from "../../src/app/open-table";
import { alignedTable } from "../../src/ingest/kit/aligned-table";
import { verify } from "../../src/projections/refresh";
import { keys } from "../../src/storage/records/keys";
import { type Ended, ended, startCommand, startRunningHub } from "../support/running-hub";
import { feedFollower } from "./feed-follower";
import { differencesOf, editions, factsOf } from "./two-editions";

/** How an import ended that was disturbed. SAID: with an exit code for its user and a sentence, no stack. */
export interface Disturbed {
  readonly what: string;
  readonly end: "KILLED" | "SAID" | "AS_USUAL" | "OTHERWISE";
  readonly said: string;
}

/** One disturbed import beside a running hub, and what came after it. */
export interface Outcome extends Disturbed {
  /** Whether the import that follows ends as one that nobody disturbed, and what it said if not. */
  readonly rerun: "AS_USUAL" | "OTHERWISE";
  readonly rerunSaid: string;
  /** Facts that differ from those of an undisturbed import. */
  readonly differences: readonly string[];
  /** Differences that `verify` finds. */
  readonly drifts: number;
  /** What a follower of the feed saw that is not there, or missed, or would see otherwise from the beginning. */
  readonly ghosts: readonly string[];
  /** Answers of the hub meanwhile, and parts of them that were of neither edition. */
  readonly answers: number;
  readonly wrongAnswers: readonly string[];
}

/** What every outcome must have; `expect(outcomes).toMatchObject(outcomes.map(() => well))`. */
export const well = {
  ...{ rerun: "AS_USUAL", rerunSaid: "", differences: [], drifts: 0, ghosts: [], wrongAnswers: [] },
};

interface Drill {
  /** The environment of the hub, that of the imports, and where the table is without any fault. */
  readonly hub: Environment;
  readonly imports: Environment;
  readonly location: TableLocation;
  /** How many imports must really have been disturbed. */
  readonly count: number;
  /** @returns `null` if the import ended before it was disturbed: it does not count, and another one is tried. */
  disturb(start: () => ChildProcess, n: number, usual: Usual): Promise<Disturbed | null>;
  readonly log?: (line: string) => void;
}

type Environment = Readonly<Record<string, string>>;

/** How an import ends, and how long it takes, when nobody disturbs it. */
interface Usual {
  readonly code: number | null;
  readonly ms: number;
}

const query = `{ indicator(code: "residents") { map(period: "2024") { cells { observation { value area { code } } } } } }`;
interface Answer {
  readonly indicator: { readonly map: { readonly cells: readonly unknown[] } };
}
const partsOf = ({ indicator }: Answer): string[] => indicator.map.cells.map((cell) => JSON.stringify(cell));

/**
 * Imports two editions in turn beside one running hub. Each import is disturbed, then run again to its end. Meanwhile the hub is
 * asked without a pause, and a follower reads the feed of changes.
 */
export async function disturbedImports(drill: Drill): Promise<Outcome[]> {
  const { location, count, log = () => undefined } = drill;
  const { folders, facts } = await editions();
  const hub = await startRunningHub({ ...drill.hub, VICINATO_ALLOWANCES: "off" });
  const { table, close } = await openTable(location, { share: false, patient: true });
  const follower = feedFollower(hub);
  const start = (folder: string): ChildProcess =>
    startCommand("ingest.cli", ["--from", folder], drill.imports);
  const outcomes: Outcome[] = [];
  try {
    const known = new Set<string>();
    const usual: Usual[] = [];
    for (const folder of folders) {
      const began = Date.now();
      const { code } = await ended(start(folder));
      usual.push({ code, ms: Date.now() - began });
      for (const part of partsOf(await hub.ask<Answer>(query))) known.add(part);
    }
    // Some are too late; too many of them are a fault of the drill.
    for (let n = 0; outcomes.length < count && n < 3 * count + 3; n++) {
      const [folder, expected, own] = [folders[n % 2]!, facts[n % 2]!, usual[n % 2]!];
      const asking = askWithoutPause(() => hub.ask<Answer>(query).then(partsOf), known);
      const following = follower.followWithoutPause();
      const disturbed = await drill.disturb(() => start(folder), outcomes.length, own);
      // A dead holder keeps the lease for a minute: nobody waits for that fifty times.
      await table.update(keys.importLease(), { set: { expiresAt: "2026-01-01T00:00:00.000Z" } });
      const { code, err } = await ended(start(folder));
      const isUsual = code === own.code;
      const { answers, wrong } = await asking.stop();
      await following.stop();
      if (disturbed === null) continue;
      const outcome: Outcome = {
        ...disturbed,
        ...{ rerun: isUsual ? "AS_USUAL" : "OTHERWISE", rerunSaid: isUsual ? "" : err },
        differences: differencesOf(expected, await factsOf(table)),
        drifts: (await verify(table)).drifts.length,
        ghosts: await follower.ghosts(table),
        ...{ answers, wrongAnswers: wrong },
      };
      outcomes.push(outcome);
      log(`${outcomes.length} ${JSON.stringify(outcome)}`);
    }
  } finally {
    await close();
    await hub.stop();
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  }
  return outcomes;
}

/** What a command says to its user: sentences, and no stack. */
export const disturbedBy = (what: string, { code, err }: Ended, usual: Usual): Disturbed => ({
  what,
  end: code === usual.code ? "AS_USUAL" : code === 4 && !/\n {4}at /.test(err) ? "SAID" : "OTHERWISE",
  said: /^The [\s\S]*/m.exec(err)?.[0] ?? err,
});

/** The table of a drill for people. */
export const tableOfOutcomes = (outcomes: readonly Outcome[]): string => {
  const rows = outcomes.map(({ what, end, rerun, differences, drifts, ghosts, answers, wrongAnswers }) =>
    [what, end, rerun, differences.length, drifts, ghosts.length, answers, wrongAnswers.length].map(String),
  );
  const header = ["disturbed", "end", "rerun", "differences", "verify", "ghosts", "answers", "wrong"];
  return alignedTable([header, ...rows], 3);
};

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
