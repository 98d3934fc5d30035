import type { RunningHub } from "../harness/hub";
import { median } from "../harness/pairs";

interface Sample {
  readonly minutes: number;
  readonly heapMB: number;
  readonly rssMB: number;
}

/** The most that the last third may hold over the second: the first one fills caches. */
const flatRatio = 1.1;

/** Heap of a hub after full collections of garbage, from time to time. */
export function memoryOf(hub: RunningHub, say: (text: string) => void) {
  const samples: Sample[] = [];
  const start = performance.now();
  const mb = (bytes: number): number => bytes / 2 ** 20;

  return {
    async sample(): Promise<void> {
      const { heapUsed, rss } = await hub.used("collect");
      const minutes = (performance.now() - start) / 60_000;
      samples.push({ minutes, heapMB: mb(heapUsed), rssMB: mb(rss) });
      say(`${minutes.toFixed(1)} min: heap ${mb(heapUsed).toFixed(1)} MB, resident ${mb(rss).toFixed(0)} MB`);
    },

    /** `isFlat` is `null` with too few samples for thirds. */
    summary(): { readonly text: string; readonly isFlat: boolean | null } {
      const [first, last] = [samples[0], samples.at(-1)];
      if (!first || !last || samples.length < 6)
        return { text: `only ${samples.length} samples`, isFlat: null };
      const third = Math.floor(samples.length / 3);
      const heapOf = (some: readonly Sample[]): number => median(some.map(({ heapMB }) => heapMB));
      const [second, end] = [heapOf(samples.slice(third, -third)), heapOf(samples.slice(-third))];
      const isFlat = end <= flatRatio * second;
      const thirds = `second third ${second.toFixed(1)}, last ${end.toFixed(1)}`;
      const from = `${first.heapMB.toFixed(1)} to ${last.heapMB.toFixed(1)} MB of heap`;
      const slope = `${slopeOf(samples.slice(third)).toFixed(2)} MB a minute after the first third`;
      return { text: `${from}, ${slope}; ${thirds}: ${isFlat ? "flat" : "NOT FLAT"}`, isFlat };
    },
  };
}

/** Of the line nearest to the samples. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, each) => sum + of(each), 0) / samples.length;
  const [x, y] = [mean(({ minutes }) => minutes), mean(({ heapMB }) => heapMB)];
  const square = mean(({ minutes }) => (minutes - x) ** 2);
  return mean(({ minutes, heapMB }) => (minutes - x) * (heapMB - y)) / square;
}
