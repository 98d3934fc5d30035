import path from "node:path";
import { createHub } from "../../src/app/create-hub";
import { openTable } from "../../src/app/open-table";
import { Table } from "../../src/storage/engine/table";
import { tableDefinition } from "../../src/storage/engine/table-definition";
import { type LoadedCity, loadedCity, type RunningHub, startHub } from "../harness/hub";
import { atMost, rounded, skipped } from "../harness/outcome";
import { median } from "../harness/pairs";
import type { Bench, Work } from "./bench";
import { growthQuestions } from "./questions-growth";

const servicesAtOneTime = 4_400;
const goals = { cpu: 2, reads: 1 };

/** Of a process that has nothing in memory. */
interface Reads {
  readonly calls: number;
  readonly units: number;
  /** As the answer reports it in `extensions.cost`. */
  readonly cost: number;
}

type Answer = {
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: { readonly cost?: { readonly units?: number } };
};

/** The same questions to a city with few services and to one with many: their cost should be the same. */
export const growth: Work = async (bench, report) => {
  await bench.stop();
  const [few, many] = bench.services;
  const cities: LoadedCity[] = [];
  for (const services of [few, many]) cities.push(await loadedCity(services / servicesAtOneTime, true));
  const [small, large] = cities as [LoadedCity, LoadedCity];
  const [readsOfSmall, readsOfLarge] = [await readsOf(small), await readsOf(large)];
  const hubs = [await startHub(small), await startHub(large)] as const;
  try {
    for (const [name, query] of Object.entries(growthQuestions)) {
      const work = `${name}: ${many.toLocaleString("en")} services over ${few.toLocaleString("en")}`;
      const [a, b] = [readsOfSmall.get(name)!, readsOfLarge.get(name)!];
      const refused = [a, b].find((each) => each instanceof Error);
      if (refused) {
        report(skipped(work, "-", `at most ${goals.cpu}`, refused));
        continue;
      }
      const [before, after] = [a as Reads, b as Reads];
      const { ratio, milliseconds } = await cpuRatio(bench, hubs, query);
      const note = `${milliseconds.map(rounded).join(" / ")} ms CPU; calls of a cold process ${before.calls} / ${after.calls}, read units ${before.units} / ${after.units}; reported cost ${before.cost} / ${after.cost}`;
      report(atMost(work, "its own CPU, not cached", ratio, { goal: goals.cpu }, note));
    }
  } finally {
    for (const hub of hubs) await hub.stop();
  }
};

/** What each question reads when nothing is in memory. */
async function readsOf({ dataDir }: LoadedCity): Promise<Map<string, Error | Reads>> {
  const opened = await openTable(
    {
      engine: { kind: "embedded", dataDir: path.resolve(dataDir) },
      tableName: tableDefinition.defaultName,
    },
    { share: false },
  );
  const { name: tableName, client } = opened.table;
  const found = new Map<string, Error | Reads>();
  try {
    for (const [name, query] of Object.entries(growthQuestions)) {
      const table = new Table(tableName, client);
      const { http } = createHub({ table, log: () => undefined });
      const response = await http.request("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      const { errors, extensions } = (await response.json()) as Answer;
      const { meter } = table;
      found.set(
        name,
        errors === undefined
          ? { calls: meter.total(), units: meter.readUnits, cost: extensions?.cost?.units ?? Number.NaN }
          : new Error(errors[0]!.message),
      );
    }
  } finally {
    await opened.close();
  }
  return found;
}

/** CPU of a request, by turns; the median of the rounds. */
async function cpuRatio(bench: Bench, hubs: readonly [RunningHub, RunningHub], query: string) {
  const warmUp = bench.quick ? 20 : 100;
  for (const hub of hubs) await cpuOf(hub, query, warmUp);
  const pairs: { readonly ratio: number; readonly own: readonly number[] }[] = [];
  for (let round = 0; round < (bench.quick ? 3 : 7); round++) {
    const own = [0, 0];
    for (const i of round % 2 === 0 ? [0, 1] : [1, 0])
      own[i] = await cpuOf(hubs[i]!, query, bench.quick ? 30 : 100);
    pairs.push({ ratio: own[1]! / own[0]!, own });
  }
  return {
    ratio: median(pairs.map(({ ratio }) => ratio)),
    milliseconds: [0, 1].map((i) => median(pairs.map(({ own }) => own[i]!))),
  };
}

let counted = 0;

/** Milliseconds of CPU of a request. The variable that nobody uses makes caches of whole answers miss. */
async function cpuOf(hub: RunningHub, query: string, requests: number): Promise<number> {
  const { cpuMs: before } = await hub.used("now");
  for (let i = 0; i < requests; i++) {
    const response = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables: { n: counted++ } }),
    });
    await response.arrayBuffer();
  }
  const { cpuMs: after } = await hub.used("now");
  return (after - before) / requests;
}
