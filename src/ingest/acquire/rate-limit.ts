import type { Rate } from "../kit/origin";

/** For a host that states no limit: no more than a person with a browser. */
export const usualRate: Rate = { most: 120, seconds: 60 };

export interface RateLimits {
  /** Waits until the host accepts another request, and counts it. */
  take(host: string, rate: Rate): Promise<void>;
  /** The host accepts no request for that time. */
  block(host: string, ms: number): void;
}

interface Host {
  /** Instants of the last requests. */
  asked: number[];
  blockedUntil: number;
  /** Waiting requests form a queue, so that no two take the same slot. */
  line: Promise<void>;
}

/** Counts the requests to each host within a sliding window. */
export function createRateLimits({
  now,
  sleep,
}: {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}): RateLimits {
  const hosts = new Map<string, Host>();
  const hostOf = (name: string): Host => {
    const known = hosts.get(name) ?? { asked: [], blockedUntil: 0, line: Promise.resolve() };
    hosts.set(name, known);
    return known;
  };
  const wait = async (host: Host, { most, seconds }: Rate): Promise<void> => {
    const oldest = host.asked.at(-most);
    const free = oldest === undefined ? 0 : oldest + seconds * 1_000;
    const ms = Math.max(free, host.blockedUntil) - now();
    if (ms > 0) await sleep(ms);
    host.asked = [...host.asked.slice(1 - most), now()].slice(-most);
  };
  return {
    take(name, rate) {
      const host = hostOf(name);
      host.line = host.line.then(() => wait(host, rate));
      return host.line;
    },
    block(name, ms) {
      const host = hostOf(name);
      host.blockedUntil = Math.max(host.blockedUntil, now() + ms);
    },
  };
}
