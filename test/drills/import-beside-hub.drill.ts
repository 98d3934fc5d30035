import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { lookAfterMs } from "../../src/storage/snapshots/snapshot-store";
import { ended, type RunningHub, startCommand, startRunningHub } from "../support/running-hub";
import { seededRandom } from "../support/seeded-random";
import { folderWith, populationHeader, populationRow } from "../support/synthetic-city";

export interface DrillOptions {
  /** How many imports, one after the other; every second one is stopped for a while. */
  readonly count: number;
  readonly seed: number;
  /** How long an import is stopped, in milliseconds: longer than the five seconds after which Node closes what is idle. */
  readonly pauseMs: number;
  /** Processes that keep the machine busy meanwhile. */
  readonly burners: number;
  readonly log?: (line: string) => void;
}

/** What one import came to. */
interface ImportDrill {
  readonly code: number | null;
  readonly paused: boolean;
  /** Areas that the map of the running hub ranks, and the value of the first of them. */
  readonly ranked: number;
  readonly value: number | null;
  /** Records that a second import of the same files wrote. */
  readonly writtenAgain: number | null;
}

export interface DrillResult {
  readonly found: ImportDrill;
  readonly expected: ImportDrill;
  /** What the import printed beside its report. */
  readonly said: string;
}

/** Imports synthetic numbers of more and more neighbourhoods beside one running hub on a busy machine. */
export async function importBesideHub(options: DrillOptions): Promise<DrillResult[]> {
  const { count, seed, pauseMs, burners, log = () => undefined } = options;
  const random = seededRandom(seed);
  const dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const hub = await startRunningHub({ VICINATO_DATA_DIR: dataDir, VICINATO_ALLOWANCES: "off" });
  const results: DrillResult[] = [];
  try {
    const known = rankedOf(await askMap(hub));
    let usualMs = 0;
    for (let i = 0; i < count; i++) {
      const areas = Math.ceil((88 * (i + 1)) / count);
      for (const code of codesUpTo(areas)) known.add(code);
      const paused = i % 2 === 1;
      const residents = 2_000 + i;
      const folder = await folderWith({ [fileName]: population(areas, residents) });
      for (let n = 0; n < burners; n++) burn(20_000);
      const stop = paused ? { afterMs: random() * 0.8 * usualMs, forMs: pauseMs } : null;
      const { code, err, workedMs, stopped } = await ingest(folder, dataDir, stop);
      if (!paused) usualMs = workedMs;
      // By so much the hub may be behind another process.
      await new Promise((resolve) => setTimeout(resolve, lookAfterMs));
      const map = await askMap(hub);
      const value =
        map.cells.find((cell) => cell.observation.area.code === "nil:1")?.observation.value ?? null;
      const again = await ingest(folder, dataDir, null);
      const found = { code, paused: stopped, ranked: map.ranked, value, writtenAgain: again.written };
      const expected = { code: 0, paused, ranked: known.size, value: residents, writtenAgain: 0 };
      results.push({ found, expected, said: err });
      log(`${i + 1} ${JSON.stringify(found)} ${Math.round(workedMs / 100) / 10} s`);
      await rm(folder, { recursive: true });
    }
  } finally {
    await hub.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return results;
}

const fileName = "ds205_dati_quartieri_2011_2024_.csv";

const codesUpTo = (areas: number): string[] => Array.from({ length: areas }, (_, i) => `nil:${i + 1}`);

const population = (areas: number, residents: number): string =>
  [
    populationHeader,
    ...codesUpTo(areas).map((code) =>
      populationRow({
        NIL: code.slice(4),
        Totale: `${residents}`,
        Uomini: `${residents - 1_000}`,
        Donne: "1000",
      }),
    ),
    "",
  ].join("\n");

interface IndicatorMap {
  readonly ranked: number;
  readonly cells: readonly {
    readonly observation: { readonly value: number | null; readonly area: { readonly code: string } };
    readonly rank: number | null;
  }[];
}

const askMap = async (hub: RunningHub): Promise<IndicatorMap> =>
  (
    await hub.ask<{ readonly indicator: { readonly map: IndicatorMap } }>(
      `{ indicator(code: "residents") { map(period: "2024") {
        ranked cells { observation { value area { code } } rank }
      } } }`,
    )
  ).indicator.map;

const rankedOf = ({ cells }: IndicatorMap): Set<string> =>
  new Set(cells.filter(({ rank }) => rank !== null).map(({ observation }) => observation.area.code));

/** Imports a folder, and stops the process for a while, so long after it began to work. */
async function ingest(
  folder: string,
  dataDir: string,
  stop: { readonly afterMs: number; readonly forMs: number } | null,
) {
  const json = path.join(folder, "report.json");
  const child = startCommand("ingest.cli", ["--from", folder, "--json", json], {
    VICINATO_DATA_DIR: dataDir,
  });
  const end = ended(child);
  await new Promise((resolve) => {
    child.stderr!.once("data", resolve);
    void end.then(resolve);
  });
  const began = Date.now();
  let stopped = false;
  if (stop !== null) {
    await Promise.race([sleep(stop.afterMs), end]);
    stopped = child.exitCode === null && child.kill("SIGSTOP");
    await sleep(stopped ? stop.forMs : 0);
    child.kill("SIGCONT");
  }
  const { code, err } = await end;
  return { code, err, stopped, workedMs: Date.now() - began, written: await writtenOf(json) };
}

/** Records that a report says were written; `null` where there is no report. */
async function writtenOf(json: string): Promise<number | null> {
  const text = await readFile(json, "utf8").catch(() => "");
  if (text === "") return null;
  const { sources } = JSON.parse(text) as {
    readonly sources: readonly { readonly records: { readonly created: number; readonly changed: number } }[];
  };
  return sources.reduce((sum, { records }) => sum + records.created + records.changed, 0);
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A process that does nothing but work, and ends by itself. */
const burn = (ms: number): void => {
  const work = `const end = Date.now() + ${ms}; while (Date.now() < end);`;
  spawn(process.execPath, ["-e", work], { stdio: "ignore" }).unref();
};

/** `tsx test/drills/import-beside-hub.drill.ts [count] [seed]` */
async function main([count = "20", seed = "1"]: readonly string[]): Promise<void> {
  const options = { count: Number(count), seed: Number(seed), pauseMs: 10_000, burners: 2, log: console.log };
  const results = await importBesideHub(options);
  const wrong = results.filter(({ found, expected }) => JSON.stringify(found) !== JSON.stringify(expected));
  for (const each of wrong) console.error(JSON.stringify(each, null, 2));
  console.log(`${results.length} imports, ${wrong.length} with another end than expected`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

if (require.main === module) void main(process.argv.slice(2));
