/** What AWS asks for, in USD. */
export interface Prices {
  readonly region: string;
  readonly asOf: string;
  readonly source: string;
  readonly eurPerUsd: number;
  readonly usd: {
    readonly cloudFrontRequestsPerMillion: number;
    /** Each up to so many gigabytes a month; the last without a bound. */
    readonly cloudFrontGigabytes: readonly { readonly upTo: number | null; readonly each: number }[];
    readonly firewallPerMonth: number;
    readonly firewallRequestsPerMillion: number;
    readonly gatewayRequestsPerMillion: number;
    readonly lambdaRequestsPerMillion: number;
    readonly lambdaGigabyteSecond: number;
    readonly readUnitsPerMillion: number;
    readonly logGigabyte: number;
    readonly tracesPerMillion: number;
    readonly alarmPerMonth: number;
    readonly metricPerMonth: number;
    readonly tableGigabyteMonth: number;
  };
}

/** What one request needs of the hub, on average over the operations that were measured. */
export interface Needs {
  readonly measuredOn: string;
  readonly operations: number;
  /** Of the answer with its headers, compressed. */
  readonly bytes: number;
  readonly cpuMs: number;
  readonly readUnits: number;
  /** Lines of the function and of the gateway. */
  readonly logBytes: number;
  /** To start an instance, and to read what it keeps in memory. */
  readonly start: { readonly cpuMs: number; readonly readUnits: number };
  readonly memoryMb: number;
  readonly alarms: number;
  readonly metrics: number;
  readonly tableGigabytes: number;
}

/** Seconds of a month of 730 hours. */
const month = 2_628_000;
/** Megabytes with which Lambda gives one whole processor. */
const wholeProcessorMb = 1769;
/** An instance is ended after some hours, and one that waits earlier: so many requests it answers at least. */
const requestsOfInstance = 1000;
/** What X-Ray takes of Lambda: one a second, and of the others one in twenty. */
const sampled = { everySecond: 1, share: 0.05 };

/** The parts of the bill, in the order of the sheet. */
export const parts = [
  "CloudFront: requests",
  "CloudFront: bytes",
  "Firewall",
  "Gateway",
  "Lambda",
  "DynamoDB: reads",
  "Logs and traces",
  "Alarms, metrics and storage",
] as const;
export type Part = (typeof parts)[number];

/**
 * EUR of a month.
 * @param rate requests per second, day and night.
 * @param cached share of them that CloudFront answers by itself, 0 to 1.
 */
export function costOfMonth(
  needs: Needs,
  { usd, eurPerUsd }: Prices,
  { rate, cached }: { readonly rate: number; readonly cached: number },
): Readonly<Record<Part, number>> {
  const requests = rate * month;
  const asked = requests * (1 - cached);
  const starts = asked / requestsOfInstance;
  const millions = (count: number, each: number): number => (count / 1e6) * each;
  const cpuMs = asked * needs.cpuMs + starts * needs.start.cpuMs;
  // A share of a processor takes longer for the same work, and Lambda bills the time.
  const seconds = cpuMs / 1000 / Math.min(1, needs.memoryMb / wholeProcessorMb);
  const traces = Math.min(asked, month * sampled.everySecond + asked * sampled.share);
  const dollars: Record<Part, number> = {
    "CloudFront: requests": millions(requests, usd.cloudFrontRequestsPerMillion),
    "CloudFront: bytes": tiered((requests * needs.bytes) / 1e9, usd.cloudFrontGigabytes),
    Firewall: usd.firewallPerMonth + millions(requests, usd.firewallRequestsPerMillion),
    Gateway: millions(asked, usd.gatewayRequestsPerMillion),
    Lambda:
      millions(asked, usd.lambdaRequestsPerMillion) +
      seconds * (needs.memoryMb / 1024) * usd.lambdaGigabyteSecond,
    "DynamoDB: reads": millions(
      asked * needs.readUnits + starts * needs.start.readUnits,
      usd.readUnitsPerMillion,
    ),
    "Logs and traces":
      ((asked * needs.logBytes) / 1e9) * usd.logGigabyte + millions(traces, usd.tracesPerMillion),
    "Alarms, metrics and storage":
      needs.alarms * usd.alarmPerMonth +
      needs.metrics * usd.metricPerMonth +
      needs.tableGigabytes * usd.tableGigabyteMonth,
  };
  return Object.fromEntries(parts.map((part) => [part, dollars[part] * eurPerUsd])) as Record<Part, number>;
}

export const totalOf = (cost: Readonly<Record<Part, number>>): number =>
  parts.reduce((sum, part) => sum + cost[part], 0);

function tiered(gigabytes: number, tiers: Prices["usd"]["cloudFrontGigabytes"]): number {
  let [below, cost] = [0, 0];
  for (const { upTo, each } of tiers) {
    const top = Math.min(gigabytes, upTo ?? gigabytes);
    cost += Math.max(0, top - below) * each;
    below = Math.max(below, top);
  }
  return cost;
}
