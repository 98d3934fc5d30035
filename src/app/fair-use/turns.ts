/** Bounds of the work that a process does at once. */
export interface TurnLimits {
  /** Requests at work. */
  readonly atOnce: number;
  /** Of one caller. */
  readonly ofCaller: number;
  /** Units of one caller at work, but for the last request that begins. */
  readonly unitsOfCaller: number;
  /** Requests of one caller that wait. */
  readonly waitingOfCaller: number;
  /** Requests of all callers that wait. */
  readonly waiting: number;
  /** Units that begin before the process looks for requests of others: of requests that are answered without waiting, and of others. */
  readonly unitsAtOnce: number;
  readonly unitsOfRound: number;
}

/**
 * Most requests at work only wait for the store, so places are many; a caller gets an eighth of them, or one operation of the largest
 * cost, because all that wait for the store may go on at the same time. What Apollo reads and checks takes longer for its units than what is
 * answered at once, so a round of it is short.
 */
export const turnLimits: TurnLimits = {
  atOnce: 64,
  ofCaller: 8,
  unitsOfCaller: 20_000,
  waitingOfCaller: 100,
  waiting: 1_000,
  unitsAtOnce: 20_000,
  unitsOfRound: 2_500,
};

/** Callers in memory before those are forgotten that have no request now. */
const mostIdle = 2_000;

interface Waiting {
  /** The request begins in the order of these. */
  readonly start: number;
  readonly units: number;
  readonly ofRound: number;
  readonly begin: () => void;
}

interface OfCaller {
  /** The time at which its next request may begin. */
  finish: number;
  /** Requests and units at work. */
  inside: number;
  units: number;
  waiting: Waiting[];
}

/**
 * Start-time fair queuing of requests by caller, weighted by cost. Each caller has a time of its own, which its requests advance by their
 * units; the request with the earliest time begins. So callers who want more than their share get equal shares of the work, whatever the
 * number and size of their requests; a request of somebody else waits for what has begun, and for nothing else of a greedy caller.
 */
export class Turns {
  readonly #callers = new Map<string, OfCaller>();
  #time = 0;
  #inside = 0;
  #waiting = 0;
  #begun = 0;
  #isRoundPlanned = false;

  constructor(private readonly limits: TurnLimits) {}

  /** Begins at once if nobody has to wait; the caller must not wait for anything before `leave`. */
  enterNow(caller: string, units: number): boolean {
    return this.#enterNow(caller, units, this.limits.unitsAtOnce);
  }

  #enterNow(caller: string, units: number, ofRound: number): boolean {
    if (this.#waiting > 0 || !this.#hasPlace(caller, ofRound)) return false;
    this.#begin(caller, this.#planned(caller, units), units);
    return true;
  }

  /**
   * Waits for the turn of a request.
   * @param ofRound units that may have begun in the round in which it begins.
   * @returns `null` after its turn began; else the bound because of which it cannot wait.
   */
  enter(
    caller: string,
    units: number,
    ofRound = this.limits.unitsOfRound,
  ): Promise<"caller" | "process" | null> {
    if (this.#enterNow(caller, units, ofRound)) return Promise.resolve(null);
    if (this.#waiting >= this.limits.waiting) return Promise.resolve("process");
    const { waiting } = this.#of(caller);
    if (waiting.length >= this.limits.waitingOfCaller) return Promise.resolve("caller");
    const start = this.#planned(caller, units);
    return new Promise((resolve) => {
      waiting.push({ start, units, ofRound, begin: () => resolve(null) });
      this.#waiting += 1;
      this.#planRound();
    });
  }

  /** @param units with which the request entered. */
  leave(caller: string, units: number): void {
    this.#inside -= 1;
    const of = this.#of(caller);
    of.inside -= 1;
    of.units -= units;
    if (this.#inside + this.#waiting === 0) {
      // Nobody has to give anything back to anybody.
      this.#callers.clear();
      this.#time = 0;
    } else if (of.inside === 0 && of.waiting.length === 0 && of.finish <= this.#time)
      this.#callers.delete(caller);
    this.#next();
  }

  /** The start of a request; its caller's time advances by its units. */
  #planned(caller: string, units: number): number {
    const of = this.#of(caller);
    const start = Math.max(this.#time, of.finish);
    of.finish = start + units;
    return start;
  }

  #begin(caller: string, start: number, units: number): void {
    this.#time = Math.max(this.#time, start);
    const of = this.#of(caller);
    of.inside += 1;
    of.units += units;
    this.#inside += 1;
    this.#begun += units;
    this.#planRound();
  }

  #next(): void {
    while (this.#waiting > 0) {
      let first: string | null = null;
      let start = Number.POSITIVE_INFINITY;
      for (const [caller, { waiting }] of this.#callers)
        if (waiting.length > 0 && waiting[0]!.start < start && this.#hasPlace(caller, waiting[0]!.ofRound))
          [first, start] = [caller, waiting[0]!.start];
      if (first === null) return;
      const { units, begin } = this.#of(first).waiting.shift()!;
      this.#waiting -= 1;
      this.#begin(first, start, units);
      begin();
    }
  }

  #hasPlace(caller: string, ofRound: number): boolean {
    const { atOnce, ofCaller, unitsOfCaller } = this.limits;
    const { inside, units } = this.#callers.get(caller) ?? { inside: 0, units: 0 };
    return this.#inside < atOnce && inside < ofCaller && units < unitsOfCaller && this.#begun < ofRound;
  }

  /** After the process has looked for requests that came meanwhile. */
  #planRound(): void {
    if (this.#isRoundPlanned) return;
    this.#isRoundPlanned = true;
    setImmediate(() => {
      this.#isRoundPlanned = false;
      if (this.#callers.size > mostIdle) this.#forgetIdle();
      this.#begun = 0;
      this.#next();
    });
  }

  /** A forgotten caller owes nothing for what it had before. */
  #forgetIdle(): void {
    for (const [caller, { inside, waiting }] of this.#callers)
      if (inside === 0 && waiting.length === 0) this.#callers.delete(caller);
  }

  /** Callers in memory, for a test. */
  get size(): number {
    return this.#callers.size;
  }

  #of(caller: string) {
    const known = this.#callers.get(caller);
    if (known !== undefined) return known;
    const made: OfCaller = { finish: 0, inside: 0, units: 0, waiting: [] };
    this.#callers.set(caller, made);
    return made;
  }
}
