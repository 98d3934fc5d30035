import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";

/** Counts calls and capacity of the table, for tests, benchmarks and logs. */
export interface Meter {
  /** Calls by verb: `{ Query: 2, BatchGet: 1 }`. */
  readonly calls: Readonly<Record<string, number>>;
  /** Read and write units as the engine reports them. */
  readonly readUnits: number;
  readonly writeUnits: number;
  /** All calls of all verbs. */
  total(): number;
  reset(): void;
  read(verb: string, consumed: Consumed): void;
  wrote(verb: string, consumed: Consumed): void;
}

type Consumed = ConsumedCapacity | ConsumedCapacity[] | undefined;

export const unitsOf = (consumed: Consumed): number =>
  [consumed ?? []].flat().reduce((sum, part) => sum + (part.CapacityUnits ?? 0), 0);

export function meter(): Meter {
  const calls: Record<string, number> = {};
  const count = (verb: string) => {
    calls[verb] = (calls[verb] ?? 0) + 1;
  };
  return {
    calls,
    readUnits: 0,
    writeUnits: 0,
    total: () => Object.values(calls).reduce((sum, n) => sum + n, 0),
    reset() {
      for (const verb of Object.keys(calls)) delete calls[verb];
      Object.assign(this, { readUnits: 0, writeUnits: 0 });
    },
    read(verb, consumed) {
      count(verb);
      Object.assign(this, { readUnits: this.readUnits + unitsOf(consumed) });
    },
    wrote(verb, consumed) {
      count(verb);
      Object.assign(this, { writeUnits: this.writeUnits + unitsOf(consumed) });
    },
  };
}
