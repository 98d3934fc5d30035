/** Everything that differs between the stages, as plain data. */
export interface StageSettings {
  /** Requests per second of all clients together. */
  readonly rateLimit: number;
  /** Requests that may arrive at once. */
  readonly burstLimit: number;
  /** Concurrent instances of the function of the API; `null` for the quota of the account. */
  readonly reservedConcurrency: number | null;
  /** Concurrent instances of the function of files and HSDS; `null` for the quota of the account. */
  readonly dataConcurrency: number | null;
  /** Concurrent instances of the function of uploads; `null` for the quota of the account. */
  readonly uploadConcurrency: number | null;
  /** Concurrent instances of the function that imports; `null` for the quota of the account. */
  readonly ingestConcurrency: number | null;
  /** Read units per second of the table, and of each index, above which DynamoDB throttles. */
  readonly maxReadUnits: number;
  /** Write units per second of the table, and of each index, above which DynamoDB throttles. */
  readonly maxWriteUnits: number;
  /** Bytes that may leave the hub in five minutes before an alarm rings. A gigabyte costs about 0.10 EUR. */
  readonly maxBytes: number;
  readonly terminationProtection: boolean;
}

/**
 * The caps limit the bill, not the traffic: a city's dashboard costs a few units, so 100 requests per second stay far
 * below 2,000. An import of ten thousand rows at 500 units takes well under a minute.
 */
export const stages = {
  dev: {
    rateLimit: 20,
    burstLimit: 40,
    // A new account may run 10 functions at once, and then accepts no reservation.
    reservedConcurrency: null,
    dataConcurrency: null,
    uploadConcurrency: null,
    ingestConcurrency: null,
    maxReadUnits: 500,
    maxWriteUnits: 200,
    maxBytes: 300_000_000,
    terminationProtection: false,
  },
  prod: {
    rateLimit: 100,
    burstLimit: 100,
    // As many as the burst: the gateway (429) then rejects a flood, not the function (503).
    reservedConcurrency: 100,
    // Files are large and cached: a few instances serve them, and never keep the API waiting.
    dataConcurrency: 20,
    // One upload writes at a time; the others wait for it, or are dry runs.
    uploadConcurrency: 5,
    // One imports at a time; the other finds that and waits, without an instance.
    ingestConcurrency: 2,
    maxReadUnits: 2000,
    maxWriteUnits: 500,
    // Ten times what 100 requests a second need: about 80 EUR a day.
    maxBytes: 3_000_000_000,
    terminationProtection: true,
  },
} as const satisfies Record<string, StageSettings>;

export type StageName = keyof typeof stages;

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
