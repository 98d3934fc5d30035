import { drill } from "../support/drill";
import { startEngineServer } from "../support/engine-server";
import { type Fault, startFaultyProxy } from "../support/faulty-proxy";
import { ended } from "../support/running-hub";
import { seededRandom } from "../support/seeded-random";
import { canMountDisk, smallDisk } from "../support/small-disk";
import { disturbedBy, disturbedImports, tableOfOutcomes, well } from "./disturbed-imports";

const { seed, numRuns } = drill(8, 1);
const isLong = numRuns > 1;
const log = (line: string): void => void process.stdout.write(isLong ? `${line}\n` : "");

/** Shares of the calls with a fault; the first one is the short form. */
const bad: readonly (readonly [string, Partial<Record<Fault, number>>])[] = [
  ["throttles 50 %, fails 20 %, loses 10 %", { exceeded: 0.5, failed: 0.1, broken: 0.1, resetAfter: 0.1 }],
  ["throttles 50 %", { exceeded: 0.25, throttled: 0.25 }],
  ["fails 20 %", { failed: 0.1, broken: 0.1 }],
  ["loses 20 % of its answers", { resetAfter: 0.2 }],
];

test("imports on a bad store beside a running hub end in a sentence or as usual, and the next one completes them", async () => {
  const engine = await startEngineServer();
  const proxy = await startFaultyProxy(engine.url);
  const random = seededRandom(seed);
  const outcomes = await disturbedImports({
    hub: { VICINATO_DYNAMODB_ENDPOINT: engine.url },
    imports: { VICINATO_DYNAMODB_ENDPOINT: proxy.url },
    location: { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" },
    count: numRuns,
    async disturb(start, n, usual) {
      const [what, shares] = bad[n % bad.length]!;
      proxy.faultOf = () => faultBy(shares, random());
      const end = await ended(start());
      proxy.faultOf = () => null;
      return disturbedBy(`a store that ${what}`, end, usual);
    },
    log,
  });
  if (isLong) log(tableOfOutcomes(outcomes));
  expect(outcomes).toMatchObject(outcomes.map(() => well));
  expect(outcomes).toHaveLength(numRuns);
  for (const { end, said } of outcomes)
    expect([end, said]).toEqual([expect.stringMatching(/^(?:SAID|AS_USUAL)$/), expect.any(String)]);
  await proxy.close();
  engine.close();
});

function faultBy(shares: Partial<Record<Fault, number>>, chance: number): Fault | null {
  let upTo = 0;
  for (const [fault, share] of Object.entries(shares)) {
    upTo += share;
    if (chance < upTo) return fault as Fault;
  }
  return null;
}

// The command of an import alone: test/entry/disk-full.test.ts.
(isLong && canMountDisk() ? test : test.skip)(
  "an import whose disk fills beside a running hub ends in a sentence, and the next one completes it",
  async () => {
    const disk = await smallDisk(150);
    const environment = { VICINATO_DATA_DIR: disk.folder };
    const outcomes = await disturbedImports({
      ...{ hub: environment, imports: environment, count: 3 },
      location: { engine: { kind: "embedded", dataDir: disk.folder }, tableName: "vicinato" },
      async disturb(start, n, usual) {
        // An import writes more than this.
        const left = 200_000 * (n + 1);
        const makeRoom = await disk.fill(left);
        const end = await ended(start());
        await makeRoom();
        return disturbedBy(`a disk with ${left / 1_000} kB left`, end, usual);
      },
      log,
    });
    log(tableOfOutcomes(outcomes));
    await disk.remove();
    expect(outcomes).toMatchObject(outcomes.map(() => ({ ...well, end: "SAID" })));
    expect(outcomes[0]!.said).toMatch(/disk of the store is full/);
  },
);
