import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { envNames } from "../src/app/env";
import { ended, startCommand, startRunningHub } from "../test/support/running-hub";
import { folderWith, populationHeader, populationRow } from "../test/support/synthetic-city";

/**
 * `npm run bench:beside -- --years 14`: how long a small request takes while an import writes through the socket of the hub, as
 * a multiple of before; and the memory of the hub. Build the server first (`npm run build:server`). 14 years are 19,000 records.
 */
const { values: options } = parseArgs({ options: { years: { type: "string", default: "14" } } });
const pauseMs = 20;

/** SYNTHETIC: people of 88 neighbourhoods in a year. */
const rowsOf = (year: number): string[] =>
  Array.from({ length: 88 }, (_, i) => {
    const people = 2_000 + 10 * i + year;
    const cells = { Totale: `${people}`, Uomini: `${people - 1_000}`, Donne: "1000" };
    return populationRow({ ...cells, Anno: `${year}`, NIL: `${i + 1}` });
  });

const at = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)]!;

async function main(): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), "vicinato-beside-"));
  const years = Array.from({ length: Number(options.years) }, (_, i) => 2024 - i);
  const rows = [populationHeader, ...years.flatMap(rowsOf), ""].join("\n");
  const folder = await folderWith({ "ds205_dati_quartieri_2011_2024_.csv": rows });
  const environment = { [envNames.dataDir]: path.join(data, "data") };
  const hub = await startRunningHub(environment);
  const times: Record<"before" | "during", number[]> = { before: [], during: [] };
  let peak = 0;
  const ask = async (into: number[]): Promise<void> => {
    const start = performance.now();
    await hub.ask('{ area(code: "nil:1") { name } }');
    into.push(performance.now() - start);
    const [, resident] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${hub.pid}/status`, "utf8")) ?? [];
    peak = Math.max(peak, Number(resident) / 1024);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  };
  try {
    for (let i = 0; i < 150; i++) await ask(i < 50 ? [] : times.before);
    let working = true;
    const start = performance.now();
    const end = ended(startCommand("ingest.cli", ["--from", folder], environment)).finally(() => {
      working = false;
    });
    while (working) await ask(times.during);
    const seconds = Math.round((performance.now() - start) / 1_000);
    const { code, err } = await end;
    if (code !== 0) throw new Error(err);
    for (const share of [0.5, 0.95]) {
      const [before, during] = [at(times.before, share), at(times.during, share)];
      console.log(
        `p${share * 100}: ${before.toFixed(1)} ms before, ${during.toFixed(1)} ms during, ${(during / before).toFixed(1)} times`,
      );
    }
    console.log(
      `${times.during.length} requests in ${seconds} s of an import; peak of the hub: ${Math.round(peak)} MB.`,
    );
  } finally {
    await hub.stop();
    await Promise.all([data, folder].map((each) => rm(each, { recursive: true, force: true })));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
