import { type Load, type Measured, send } from "./load";

export interface Pace {
  /** How many pairs of loads. */
  readonly rounds: number;
  /** Of each load. */
  readonly seconds: number;
  /** Of a load of a server so slow that `seconds` would count only a few requests. */
  readonly longest: number;
  /** For files of the loads. */
  readonly folder: string;
}

export interface Paired {
  /** Requests a second of the hub over those of the peer: the median over the rounds. */
  readonly ratio: number;
  /** The median of the rounds. */
  readonly hub: Measured;
  readonly peer: Measured;
}

/**
 * Hub, peer, peer, hub, hub …: what the machine does beside falls on both, and a slow minute on both of a pair.
 * @throws Error if one of them answers with an error: that would not be the same work.
 */
export async function paired(
  hub: Load,
  peer: Load,
  { rounds, seconds, longest, folder }: Pace,
): Promise<Paired> {
  const sent = async (load: Load, forSeconds: number): Promise<Measured> => {
    const measured = await send(load, forSeconds, folder);
    await settled(load.url);
    return measured;
  };
  const of = async (load: Load): Promise<Measured> => {
    const measured = await sent(load, lasting);
    if (measured.requests === 0) throw new Error(`no answer within ${lasting} s`);
    if (measured.errors > 0) throw new Error(`${measured.errors} of ${measured.requests} requests failed`);
    return measured;
  };
  // Compiles, fills caches, and shows who is so slow that a load must last longer to count something.
  const slowest = Math.min(
    ...(await eachOf([hub, peer], (load) => sent(load, 2))).map((each) => each.perSecond),
  );
  const lasting = Math.min(Math.max(seconds, Math.ceil(fewest / Math.max(slowest, 0.1))), longest);
  const pairs: { readonly hub: Measured; readonly peer: Measured }[] = [];
  for (let round = 0; round < rounds; round++) {
    const hubFirst = round % 2 === 0;
    const first = await of(hubFirst ? hub : peer);
    const second = await of(hubFirst ? peer : hub);
    pairs.push(hubFirst ? { hub: first, peer: second } : { hub: second, peer: first });
  }
  return {
    ratio: median(pairs.map((pair) => pair.hub.perSecond / pair.peer.perSecond)),
    hub: middle(pairs.map((pair) => pair.hub)),
    peer: middle(pairs.map((pair) => pair.peer)),
  };
}

/** Requests that a load should count. */
const fewest = 32;

const eachOf = async <T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (const one of all) results.push(await act(one));
  return results;
};

/** A load ends with requests that a slow server still works on: the next one must not pay for them. */
async function settled(url: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const deadline = performance.now() + 15_000;
  for (let quick = 0; quick < 3 && performance.now() < deadline; ) {
    const start = performance.now();
    const request = { method: "POST", headers, body: '{"query":"{ __typename }"}' };
    await (await fetch(url.replace(/\?.*/, ""), request)).arrayBuffer();
    quick = performance.now() - start < 20 ? quick + 1 : 0;
  }
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

const middle = (all: readonly Measured[]): Measured =>
  [...all].sort((a, b) => a.perSecond - b.perSecond)[all.length >> 1]!;
