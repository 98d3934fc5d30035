import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { drill } from "../support/drill";
import { ended } from "../support/running-hub";
import { seededRandom } from "../support/seeded-random";
import { type Disturbed, disturbedImports, tableOfOutcomes, well } from "./disturbed-imports";

const { seed, numRuns } = drill(50, 1);
/** Of 50 kills 20 are in the middle of a source, spread evenly. */
const midSource = Math.ceil(numRuns * 0.4);
const isMidSource = (n: number): boolean =>
  Math.floor(((n + 1) * midSource) / numRuns) > Math.floor((n * midSource) / numRuns);

/** Killed at a moment of its whole life, from its start on; `null` if it had ended before. */
async function killedAt(child: ChildProcess, afterMs: number): Promise<Disturbed | null> {
  const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
  await ended(child);
  clearTimeout(timer);
  if (child.signalCode !== "SIGKILL") return null;
  return { what: `killed after ${Math.round(afterMs)} ms`, end: "KILLED", said: "" };
}

/** Killed while it reads and writes a source; `null` if that source was finished by then. */
async function killedMidSource(
  child: ChildProcess,
  source: string,
  afterMs: number,
): Promise<Disturbed | null> {
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  child.stderr!.on("data", (data) => {
    said += String(data);
    if (said.includes(`${source}: reading`)) timer ??= setTimeout(() => child.kill("SIGKILL"), afterMs);
  });
  await ended(child);
  clearTimeout(timer);
  const isMid = child.signalCode === "SIGKILL" && !said.includes(`${source}: IMPORTED`);
  return isMid ? { what: `killed in ${source}`, end: "KILLED", said: "" } : null;
}

test("imports that are killed beside a running hub: the next one completes them, the hub answers on, the feed has no ghosts", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-"));
  const random = seededRandom(seed);
  const environment = { VICINATO_DATA_DIR: dataDir };
  const outcomes = await disturbedImports({
    ...{ hub: environment, imports: environment, count: numRuns },
    // Through the socket of the hub.
    location: { engine: { kind: "embedded", dataDir }, tableName: "vicinato" },
    disturb: (start, n, { ms }) =>
      isMidSource(n)
        ? killedMidSource(start(), random() < 0.5 ? "ds205" : "ds3017", random() * 300)
        : killedAt(start(), random() * ms),
    log: (line) => process.stdout.write(numRuns > 1 ? `${line}\n` : ""),
  });
  if (numRuns > 1) process.stdout.write(`${tableOfOutcomes(outcomes)}\n`);
  expect(outcomes).toMatchObject(outcomes.map(() => ({ ...well, end: "KILLED" })));
  expect(outcomes).toHaveLength(numRuns);
  expect(outcomes.filter(({ what }) => what.startsWith("killed in"))).toHaveLength(midSource);
  await rm(dataDir, { recursive: true });
});
