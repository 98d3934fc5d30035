import type { RequestWork } from "../storage/engine/request-work";

/**
 * The instant at which a request arrived, which notices that it is read: the answer then depends on the time. A class, because
 * Apollo copies the own properties of a context, which would read a getter among them.
 */
class RequestTime {
  constructor(
    private readonly arrivedAt: string,
    readonly work: RequestWork,
  ) {}

  get receivedAt(): string {
    this.work.readClock();
    return this.arrivedAt;
  }
}

/** A context with `receivedAt` beside its other parts. @param arrivedAt ISO 8601 UTC with milliseconds. */
export const withTime = <Parts extends { readonly work: RequestWork }>(
  parts: Parts,
  arrivedAt: string,
): Parts & { readonly receivedAt: string } => Object.assign(new RequestTime(arrivedAt, parts.work), parts);
