import "../src/entry/quiet-sdk";
import { startPreparedHub } from "../test/support/prepared-hub";
import { type RandomRun, randomRuns } from "../test/support/random-runs";

/**
 * `npm run bench:random`: the ten of 2,000 random accepted operations on all published files that take most CPU, with their counted work,
 * the estimate before they ran and the size of their answers. `test/drills/random-operations.test.ts` asserts the counts of other 2,000.
 */
async function main(): Promise<void> {
  const runs = await randomRuns(await startPreparedHub(), 2_000, Number(process.env.SEED ?? 1));
  const all = runs.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(`${runs.length} operations, ${(all / runs.length).toFixed(1)} ms of CPU each`);
  console.log("CPU ms    units  estimated    bytes  operation");
  const worst = runs.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 10);
  for (const each of worst) console.log(lineOf(each));
}

const lineOf = ({ milliseconds, units, estimated, bytes, query }: RandomRun): string =>
  [
    milliseconds.toFixed(0).padStart(6),
    String(units).padStart(8),
    String(estimated).padStart(10),
    String(bytes).padStart(8),
    ` ${query.replaceAll("__typename ", "").slice(0, 200)}`,
  ].join(" ");

void main();
