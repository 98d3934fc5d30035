import { isDeepStrictEqual } from "node:util";
import { ask } from "../harness/hub";
import { type Load, varied } from "../harness/load";
import { atMost, ratioOutcome, rounded, skipped } from "../harness/outcome";
import { type Paired, paired } from "../harness/pairs";
import { startFinished } from "../harness/peers";
import { type Bench, fileWith, type Report, type Work } from "./bench";
import { countsOfDatabase, countsOfHub, mapOfDatabase, mapOfHub, type Question } from "./questions";
import { manyOfHub, nestedOfDatabase, nestedOfHub } from "./questions-nested";

const notCached = (url: string, { query, variables }: Question): Load => ({
  ...{ url, method: "POST" },
  bodies: [varied(query, variables)],
});

const noteOf = ({ hub, peer }: Paired): string =>
  `${rounded(hub.perSecond)} / ${rounded(peer.perSecond)} requests a second; p99 / p50 ${rounded(hub.p99 / hub.p50)} / ${rounded(peer.p99 / peer.p50)}`;

const atScale = (scale: number): string => (scale === 1 ? "" : `, at ${scale}x data`);

/** The same work of a peer over PostgreSQL. @returns what was measured; `null` when a peer is missing or the hub refuses. */
async function besideDatabase(
  bench: Bench,
  report: Report,
  {
    work,
    peer,
    goal,
    hubAsks,
    peerAsks,
    scale = 1,
  }: {
    readonly work: string;
    readonly peer: string;
    readonly goal: number;
    readonly hubAsks: Question;
    readonly peerAsks: Question;
    readonly scale?: number;
  },
): Promise<Paired | null> {
  const named = `${work}${atScale(scale)}`;
  try {
    const hub = await bench.hub(scale);
    const postGraphile = await bench.postGraphile(scale);
    const own = hubAsks.facts(await ask<never>(hub.url, hubAsks.query, hubAsks.variables));
    const its = peerAsks.facts(await ask<never>(postGraphile.url, peerAsks.query, peerAsks.variables));
    if (!isDeepStrictEqual(own, its)) throw new Error(`other facts: ${firstDifference(own, its)}`);
    const both = await paired(notCached(hub.url, hubAsks), notCached(postGraphile.url, peerAsks), bench.pace);
    report(ratioOutcome(named, peer, both.ratio, goal, noteOf(both)));
    return both;
  } catch (error) {
    report(skipped(named, peer, String(goal), error));
    return null;
  }
}

function firstDifference(own: unknown, its: unknown): string {
  const [a, b] = [JSON.stringify(own), JSON.stringify(its)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return `hub ${a.slice(Math.max(0, at - 60), at + 60)}, peer ${b.slice(Math.max(0, at - 60), at + 60)}`;
}

/** The same work of a peer that has the finished answers as objects in memory. */
async function besideFinished(
  bench: Bench,
  report: Report,
  {
    work,
    peer,
    goal,
    name,
    asks,
  }: {
    readonly work: string;
    readonly peer: "apollo" | "mercurius";
    readonly goal: number;
    readonly name: string;
    readonly asks: Question;
  },
): Promise<void> {
  const names = {
    apollo: "Apollo Server, finished answers",
    mercurius: "Mercurius with jit, finished answers",
  };
  try {
    const hub = await bench.hub(1);
    const answer = await ask<object>(hub.url, asks.query, asks.variables);
    const file = await fileWith(bench, `${peer}-${name}.json`, JSON.stringify({ [name]: answer }));
    const finished = await startFinished(peer, file);
    try {
      if (!isDeepStrictEqual(answer, await ask(finished.url, asks.query, asks.variables)))
        throw new Error("another answer");
      const both = await paired(notCached(hub.url, asks), notCached(finished.url, asks), bench.pace);
      report(ratioOutcome(work, names[peer], both.ratio, goal, noteOf(both)));
    } finally {
      await finished.stop();
    }
  } catch (error) {
    report(skipped(work, names[peer], String(goal), error));
  }
}

export const map: Work = async (bench, report) => {
  const work = "map of 88 areas, not cached";
  const live = await besideDatabase(bench, report, {
    ...{ work, peer: "PostGraphile, computed live", goal: 8 },
    ...{ hubAsks: mapOfHub, peerAsks: mapOfDatabase("") },
  });
  await besideDatabase(bench, report, {
    ...{ work, peer: "PostGraphile, materialised view", goal: 6 },
    ...{ hubAsks: mapOfHub, peerAsks: mapOfDatabase("Ready") },
  });
  await besideFinished(bench, report, { work, peer: "mercurius", goal: 1.2, name: "map", asks: mapOfHub });
  if (live === null) return;
  const { p50, p99 } = live.hub;
  const note = `${rounded(p50)} and ${rounded(p99)} ms of the map; the peer ${rounded(live.peer.p99 / live.peer.p50)}`;
  report(atMost("p99 / p50", "-", p99 / p50, { goal: 6 }, note));
};

export const counts: Work = async (bench, report) => {
  for (const scale of bench.scales)
    await besideDatabase(bench, report, {
      ...{
        work: "centres and services by area",
        peer: "PostGraphile, counted live",
        goal: scale === 1 ? 8 : 30,
        scale,
      },
      ...{ hubAsks: countsOfHub, peerAsks: countsOfDatabase },
    });
};

export const nested: Work = async (bench, report) => {
  for (const scale of bench.scales)
    await besideDatabase(bench, report, {
      ...{
        work: "areas, centres, services, organisations: 213 records",
        peer: "PostGraphile",
        goal: 6,
        scale,
      },
      ...{ hubAsks: nestedOfHub, peerAsks: nestedOfDatabase },
    });
};

export const many: Work = async (bench, report) => {
  const same = { work: "2,121 objects", name: "many", asks: manyOfHub };
  await besideFinished(bench, report, { ...same, peer: "mercurius", goal: 1 });
  await besideFinished(bench, report, { ...same, peer: "apollo", goal: 10 });
};
