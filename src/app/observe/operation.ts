import type { Context as HonoContext } from "hono";
import type { RequestWork } from "../../storage/engine/request-work";
import type { Metrics } from "./metrics";

/** What those who answer a request note of it for its line in the log. */
export class Operation {
  isFromCache = false;
  /** A 5xx that the hub means: the caller comes too early, or sends too much at once. */
  isMeant = false;
  #faults = 0;

  /** Notes what became of an operation of GraphQL, whose status is 200 even if the store is dead. */
  ended({ faults, stopped }: Pick<RequestWork, "faults" | "stopped">): void {
    this.#faults += faults;
    if (stopped?.code === "DEADLINE_EXCEEDED") this.#faults += 1;
  }

  isFault(status: number): boolean {
    return this.#faults > 0 || (status >= 500 && !this.isMeant);
  }
}

/** That of a request; without a log nobody reads it. */
export const operationOf = (c: HonoContext): Operation => c.get("operation") ?? new Operation();

/**
 * The numbers of a request behind the gateway. Its answer is put together for that, which the gateway needs anyway.
 * @param spent by the caller.
 */
export async function metricsOf(c: HonoContext, milliseconds: number, spent: number): Promise<Metrics> {
  const operation = operationOf(c);
  return {
    Requests: 1,
    Faults: operation.isFault(c.res.status) ? 1 : 0,
    Milliseconds: milliseconds,
    AnswerBytes: await answerBytes(c),
    CostPoints: spent,
    CacheHits: operation.isFromCache || c.res.status === 304 ? 1 : 0,
  };
}

async function answerBytes(c: HonoContext): Promise<number> {
  if (c.res.body === null) return 0;
  const content = await c.res.arrayBuffer();
  c.res = new Response(content, c.res);
  return content.byteLength;
}
