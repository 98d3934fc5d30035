import { buildHubSchema } from "../../src/graphql/schema";
import type { TestHub } from "./hub";
import { knownCodes } from "./known-codes";
import { randomOperation } from "./random-operations";
import { seededRandom } from "./seeded-random";

/** An operation that the hub accepted, with what its answer says about its work. */
export interface RandomRun {
  readonly query: string;
  readonly status: number;
  /** CPU time of this process meanwhile. */
  readonly milliseconds: number;
  readonly bytes: number;
  readonly units: number;
  readonly estimated: number;
  readonly errors: readonly string[];
}

interface Answer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly cost?: { readonly units: number; readonly estimated: number } };
}

/** Rejected before they run: too long, too deep or too costly. */
const refusals = ["LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"];

/**
 * Asks random operations until the hub has accepted `wanted` of them.
 * @throws Error if it rejects one for another reason: then the operations are not what the schema says.
 */
export async function randomRuns(hub: TestHub, wanted: number, seed: number): Promise<RandomRun[]> {
  const codes = await knownCodes(hub);
  const random = seededRandom(seed);
  const schema = buildHubSchema();
  const runs: RandomRun[] = [];
  while (runs.length < wanted) {
    const query = randomOperation({ schema, random, codes });
    const before = process.cpuUsage();
    const response = await hub.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    const { user, system } = process.cpuUsage(before);
    const { errors = [], extensions } = JSON.parse(text) as Answer;
    const codesOfErrors = errors.map(({ extensions: { code } }) => code);
    // Nothing was answered, because a part of it needs a key.
    if (response.status === 401 && codesOfErrors.includes("UNAUTHENTICATED")) continue;
    if (response.status === 400) {
      if (!codesOfErrors.every((code) => refusals.includes(code))) throw new Error(`${text}\n${query}`);
      continue;
    }
    const { units = 0, estimated = 0 } = extensions?.cost ?? {};
    const milliseconds = (user + system) / 1_000;
    const bytes = Buffer.byteLength(text);
    runs.push({
      query,
      status: response.status,
      milliseconds,
      bytes,
      units,
      estimated,
      errors: codesOfErrors,
    });
  }
  return runs;
}
