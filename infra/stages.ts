/** Requests a minute that the edge lets pass. */
export interface EdgeLimits {
  /** From one address. */
  readonly perAddress: number;
  /** From all together, cached answers included. */
  readonly together: number;
}

/** Everything that differs between the stages, as plain data. */
export interface StageSettings {
  /** Requests per second of all clients together. */
  readonly rateLimit: number;
  /** Requests that may arrive at once. */
  readonly burstLimit: number;
  /** Whether callers with a key may change records and upload files. */
  readonly editing: boolean;
  /**
   * Functions that the account may run at once: its Lambda quota "Concurrent executions". A new account has 10, too few for any
   * reservation: then the functions share them. Raise it here after AWS has raised the quota.
   */
  readonly accountConcurrency: number;
  /** Concurrent instances of the function of the API. These numbers are reservations, see `reservations`. */
  readonly reservedConcurrency: number;
  /** Concurrent instances of the function of files and HSDS. */
  readonly dataConcurrency: number;
  /** Concurrent instances of the function of uploads. */
  readonly uploadConcurrency: number;
  /** Concurrent instances of the function that publishes. */
  readonly streamConcurrency: number;
  /** Concurrent instances of the function that imports. */
  readonly ingestConcurrency: number;
  /** Read units per second of the table, and of each index, above which DynamoDB throttles. */
  readonly maxReadUnits: number;
  /** Write units per second of the table, and of each index, above which DynamoDB throttles. */
  readonly maxWriteUnits: number;
  /** Bytes that may leave the hub in five minutes before an alarm rings. A gigabyte costs about 0.10 EUR. */
  readonly maxBytes: number;
  readonly terminationProtection: boolean;
  /** How requests come to a new version: 10 % of them first, or all at once. */
  readonly release: "AT_ONCE" | "CANARY";
  /** Number of the secret between edge and functions: raise it by one and deploy, to replace it. */
  readonly originSecret: number;
  readonly edge: EdgeLimits;
  /** What is left of them when the brake is on. */
  readonly edgeBraked: EdgeLimits;
  /** Gigabytes that the edge may send in five minutes before the brake is on: a million pages of the city are 60. */
  readonly floodGigabytes: number;
  /** US dollars a month, in which AWS counts. At half and at 80 % people are warned; with the last one the brake is on. */
  readonly monthlyBudget: number;
}

/** A visitor of the page sends some dozens of requests; a school or an office behind one address sends those of all its people. */
const slowest: EdgeLimits = { perAddress: 30, together: 120 };

/**
 * The caps limit the bill, not the traffic: a city's dashboard costs a few units, so 100 requests per second stay far
 * below 2,000. An import of ten thousand rows at 500 units takes well under a minute.
 */
export const stages = {
  dev: {
    rateLimit: 20,
    burstLimit: 40,
    editing: true,
    accountConcurrency: 10,
    reservedConcurrency: 20,
    dataConcurrency: 5,
    uploadConcurrency: 2,
    streamConcurrency: 1,
    ingestConcurrency: 1,
    maxReadUnits: 500,
    maxWriteUnits: 200,
    maxBytes: 300_000_000,
    terminationProtection: false,
    release: "AT_ONCE",
    originSecret: 1,
    edge: { perAddress: 600, together: 3_000 },
    edgeBraked: slowest,
    floodGigabytes: 1,
    monthlyBudget: 50,
  },
  prod: {
    rateLimit: 100,
    burstLimit: 100,
    editing: true,
    accountConcurrency: 10,
    // As many as the burst: the gateway (429) then rejects a flood, not the function (503).
    reservedConcurrency: 100,
    // Files are large and cached: a few instances serve them, and never keep the API waiting.
    dataConcurrency: 20,
    // One upload writes at a time; the others wait for it, or are dry runs.
    uploadConcurrency: 5,
    // One publisher of the stream: its shards wait for each other, and none publishes against another.
    streamConcurrency: 1,
    // One imports at a time; the other finds that and waits, without an instance.
    ingestConcurrency: 2,
    maxReadUnits: 2000,
    maxWriteUnits: 500,
    // Ten times what 100 requests a second need: about 80 EUR a day.
    maxBytes: 3_000_000_000,
    terminationProtection: true,
    release: "CANARY",
    originSecret: 1,
    // A quarter of what the gateway passes, and five times that for all, because the edge answers most from its cache.
    edge: { perAddress: 1_500, together: 30_000 },
    edgeBraked: slowest,
    floodGigabytes: 5,
    monthlyBudget: 300,
  },
} as const satisfies Record<string, StageSettings>;

export type StageName = keyof typeof stages;

const reserved = [
  "reservedConcurrency",
  "dataConcurrency",
  "uploadConcurrency",
  "streamConcurrency",
  "ingestConcurrency",
] as const;

/** AWS keeps so many executions of an account for functions without a reservation. */
const keptForOthers = 100;

/** What each function reserves; `null` for all if the quota of the account does not allow that. */
export function reservations(
  settings: Pick<StageSettings, (typeof reserved)[number] | "accountConcurrency">,
): Readonly<Record<(typeof reserved)[number], number | null>> {
  const wanted = reserved.reduce((sum, name) => sum + settings[name], 0);
  const isEnough = wanted + keptForOthers <= settings.accountConcurrency;
  return {
    reservedConcurrency: isEnough ? settings.reservedConcurrency : null,
    dataConcurrency: isEnough ? settings.dataConcurrency : null,
    uploadConcurrency: isEnough ? settings.uploadConcurrency : null,
    streamConcurrency: isEnough ? settings.streamConcurrency : null,
    ingestConcurrency: isEnough ? settings.ingestConcurrency : null,
  };
}

/**
 * Narrows the `stage` of the CDK context.
 * @throws Error that names the wrong value, so that a typing error never creates a third stage.
 */
export function stageName(value: unknown): StageName {
  if (typeof value === "string" && Object.hasOwn(stages, value)) return value as StageName;
  throw new Error(`Stage ${JSON.stringify(value)} is unknown: use one of ${Object.keys(stages).join(", ")}.`);
}

/** The regions of AWS in member states of the European Union: London and Zurich are not. */
const euRegions = [
  "eu-central-1",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-3",
  "eusc-de-east-1",
] as const;

/**
 * Narrows the `region` of the CDK context.
 * @throws Error unless it is in the European Union: records of a city's people stay there, and without a region the CDK takes
 * us-east-1.
 */
export function euRegion(value: unknown): (typeof euRegions)[number] {
  const found = euRegions.find((region) => region === value);
  if (found !== undefined) return found;
  throw new Error(
    `Region ${JSON.stringify(value ?? null)} is not in the European Union: set "region" in the context of cdk.json, or -c region=…, to one of ${euRegions.join(", ")}.`,
  );
}
