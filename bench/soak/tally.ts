/** What a soak counts. */
export class Tally {
  requests = 0;
  notModified = 0;
  gzip = 0;
  /** Rejected, as they should be. */
  rejected = 0;
  /** Answers with edits after their `x-data-version`, beside everything up to it. */
  newer = 0;
  /** Answers without `x-data-version`. */
  unversioned = 0;
  /** Answers with 503 and `retry-after`. */
  unavailable = 0;
  edits = 0;
  staleEdits = 0;
  imports = 0;
  errors = 0;
  wrongAnswers = 0;
  /** Of each answer, in milliseconds. */
  readonly latencies: number[] = [];

  /** @param say for the first ones: a fault that repeats fills no screen. */
  constructor(private readonly say: (text: string) => void) {}

  error(what: string): void {
    this.errors += 1;
    if (this.errors <= mostSaid) this.say(`ERROR ${what}`);
  }

  wrong(what: string): void {
    this.wrongAnswers += 1;
    if (this.wrongAnswers <= mostSaid) this.say(`WRONG ${what}`);
  }

  /** @returns whether it holds. */
  expect(holds: boolean, what: () => string): boolean {
    if (!holds) this.wrong(what());
    return holds;
  }

  /** Milliseconds below which so large a share of the answers came. */
  latencyAt(share: number): number {
    const sorted = Float64Array.from(this.latencies).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  }
}

const mostSaid = 20;
