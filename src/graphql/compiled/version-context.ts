import type { Context } from "../kit/context";

/**
 * The context of all compiled operations over one version. It stands for the request that is answered now: a result that is
 * kept for later requests may hold a function that looks into it, and must then see theirs.
 */
export class VersionContext implements Context {
  /** How often something was read that belongs to one request alone. */
  ownReads = 0;
  readonly records: Context["records"];
  readonly repositories: Context["repositories"];
  private request: Context | null = null;

  constructor({ records, repositories }: Context) {
    this.records = records;
    this.repositories = repositories;
  }

  /** Runs a synchronous function for a request. */
  during<T>(request: Context, run: () => T): T {
    this.request = request;
    try {
      return run();
    } finally {
      this.request = null;
    }
  }

  get work(): Context["work"] {
    return this.request!.work;
  }

  get editing(): Context["editing"] {
    return this.ofRequest().editing;
  }

  get caller(): Context["caller"] {
    return this.ofRequest().caller;
  }

  get proposals(): Context["proposals"] {
    return this.ofRequest().proposals;
  }

  get checkErased(): Context["checkErased"] {
    return this.ofRequest().checkErased;
  }

  get keys(): Context["keys"] {
    return this.ofRequest().keys;
  }

  get allowance(): Context["allowance"] {
    return this.ofRequest().allowance;
  }

  get live(): Context["live"] {
    return this.ofRequest().live;
  }

  get receivedAt(): Context["receivedAt"] {
    return this.ofRequest().receivedAt;
  }

  get requestId(): Context["requestId"] {
    return this.ofRequest().requestId;
  }

  get webhooks(): Context["webhooks"] {
    return this.ofRequest().webhooks;
  }

  readTable(): void {
    this.ofRequest().readTable();
  }

  private ofRequest(): Context {
    this.ownReads += 1;
    return this.request!;
  }
}
