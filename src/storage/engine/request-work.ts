import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { HubError } from "../../domain/kit/errors";
import { workUnits } from "../../domain/kit/limits";

export interface WorkBudget {
  readonly units: number;
  readonly milliseconds: number;
}

const endless: WorkBudget = { units: Number.POSITIVE_INFINITY, milliseconds: Number.POSITIVE_INFINITY };

/** The clock is read after so many fields: the timer of the deadline cannot fire while fields are computed. */
const fieldsBetweenLooks = 1_000;

/** On whose behalf code runs. */
interface Running {
  readonly work: RequestWork | null;
  /** Whether it reads a published version. */
  readonly isPublished: boolean;
}

const current = new AsyncLocalStorage<Running>();

/** How many runs are not over. Node 20 follows every asynchronous step of the process until the storage is disabled. */
let running = 0;

async function runAs<T>(own: Running, run: () => Promise<T>): Promise<T> {
  running += 1;
  try {
    return await current.run(own, run);
  } finally {
    running -= 1;
    if (running === 0) current.disable();
  }
}

/** Runs reads of what a published version consists of: they are for all requests, and no request causes or ends them. */
export const ofPublished = <T>(read: () => Promise<T>): Promise<T> =>
  runAs({ work: null, isPublished: true }, read);

/** Runs what the hub does for itself while it answers a request, whose work it is not. */
export const apartFromRequests = <T>(run: () => Promise<T>): Promise<T> =>
  runAs({ work: null, isPublished: false }, run);

/** Waits for what others wait for too, but not longer than the request may last in which the caller runs. */
export const waitedFor = <T>(shared: Promise<T>): Promise<T> => currentWork()?.during(() => shared) ?? shared;

/** The work that a request causes, in counted units. It ends at its budget or at its deadline, whichever is first. */
export class RequestWork {
  fields = 0;
  /** Items that the store returned. */
  items = 0;
  calls = 0;
  readUnits = 0;
  /** Units of fields whose computation costs more than a plain field. */
  computed = 0;
  /** Errors of the hub itself, which its answer does not explain. */
  faults = 0;
  private reason: HubError | null = null;
  private budget: WorkBudget;
  private isLive = false;
  private isTimed = false;
  private readonly started = performance.now();
  /** Made for the first call of the store: many requests have none. */
  private stopping: AbortController | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(budget: WorkBudget) {
    this.budget = budget;
    this.timer = setTimeout(() => this.late(), budget.milliseconds);
    this.timer.unref();
  }

  get units(): number {
    return this.fields + this.computed + this.calls * workUnits.storeCall + this.items * workUnits.storeItem;
  }

  /** The error that ended the work; `null` while it may go on. */
  get stopped(): HubError | null {
    return this.reason;
  }

  /** How long an answer from this work holds: as the published version, until the end of the minute, or not at all. */
  get holds(): "NOT" | "MINUTE" | "VERSION" {
    return this.isLive ? "NOT" : this.isTimed ? "MINUTE" : "VERSION";
  }

  /** The answer depends on the time of the request. */
  readClock(): void {
    this.isTimed = true;
  }

  /** The answer is for one caller. */
  readCaller(): void {
    this.isLive = true;
  }

  /** @param units of the computation; 0 for a plain field. */
  field(units: number): void {
    this.fields += 1;
    this.computed += units;
    if (this.fields % fieldsBetweenLooks === 0 && this.isLate()) this.late();
    this.check();
  }

  /** Plain fields of one object, counted at once. */
  manyFields(count: number): void {
    const before = this.fields % fieldsBetweenLooks;
    this.fields += count;
    if (before + count >= fieldsBetweenLooks && this.isLate()) this.late();
    this.check();
  }

  /** Units of a computation, beside its field. */
  computes(units: number): void {
    this.computed += units;
    this.check();
  }

  /** Pairs of points and centres that a question about access compared. */
  compared(pairs: number): void {
    this.computes(Math.round(pairs * workUnits.pair));
  }

  read(items: number, readUnits: number): void {
    this.calls += 1;
    this.items += items;
    this.readUnits += readUnits;
    if (current.getStore()?.isPublished !== true) this.isLive = true;
    this.check();
  }

  /** A change is never interrupted: half of it would be written. */
  doNotStop(): void {
    this.isLive = true;
    this.budget = endless;
    clearTimeout(this.timer);
  }

  end(): void {
    clearTimeout(this.timer);
  }

  /** Runs a function whose calls of the store belong to this work. */
  run<T>(of: () => Promise<T>): Promise<T> {
    return runAs({ work: this, isPublished: current.getStore()?.isPublished === true }, of);
  }

  /** Waits for a call of the store, but not longer than the work may last. */
  async during<T>(call: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T> {
    this.check();
    if (this.stopping === null) {
      this.stopping = new AbortController();
      setMaxListeners(0, this.stopping.signal);
    }
    const { signal } = this.stopping;
    let stop = (): void => undefined;
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(this.reason);
      signal.addEventListener("abort", stop);
    });
    try {
      return await Promise.race([call({ abortSignal: signal }), stopped]);
    } catch (error) {
      throw this.reason ?? error;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  private isLate(): boolean {
    return performance.now() - this.started > this.budget.milliseconds;
  }

  private late(): void {
    this.stop(new HubError("DEADLINE_EXCEEDED", "deadline", { milliseconds: this.budget.milliseconds }));
  }

  private check(): void {
    if (this.units > this.budget.units)
      this.stop(new HubError("LIMIT_EXCEEDED", "work", { most: this.budget.units }));
    if (this.reason !== null) throw this.reason;
  }

  private stop(reason: HubError): void {
    if (this.reason !== null) return;
    this.reason = reason;
    this.stopping?.abort(reason);
  }
}

/** The work of the request in which the caller runs; `null` outside requests, as in an import. */
export const currentWork = (): RequestWork | null => current.getStore()?.work ?? null;
