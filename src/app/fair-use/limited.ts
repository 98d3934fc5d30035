import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { anonymous } from "../../domain/identity/caller";
import type { Origin } from "./client-address";
import type { FairUse } from "./fair-use";
import { rateHeaders } from "./rate-headers";
import type { RequestAllowance } from "./request-allowance";

/** What servers add to a request of Hono: API Gateway its context, that of Node the incoming message. */
export interface ServerBindings {
  readonly requestContext?: { readonly requestId?: string; readonly http?: { readonly sourceIp?: string } };
  /** As text, the gateway has replaced what is not UTF-8. */
  readonly event?: { readonly isBase64Encoded?: boolean };
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

export function originOf(c: HonoContext): Origin {
  const { requestContext, incoming } = (c.env ?? {}) as ServerBindings;
  return {
    socketAddress: requestContext?.http?.sourceIp ?? incoming?.socket?.remoteAddress,
    header: (name) => c.req.header(name),
  };
}

/** The allowance of a request; `null` where the hub limits nobody. */
export const allowanceOf = (c: HonoContext): RequestAllowance | null => c.get("allowance") ?? null;

/**
 * Puts the allowance of its caller beside each request. Whoever answers pays with it, because only there the cost is known; what comes from a
 * cache costs nothing.
 */
export const limited =
  (fairUse: FairUse): MiddlewareHandler =>
  async (c, next) => {
    const allowance = fairUse.of(c.get("caller") ?? anonymous, originOf(c));
    c.set("allowance", allowance);
    try {
      await next();
    } finally {
      allowance.end();
    }
    if (!allowance.isUsed) return;
    const { headers, status } = c.res;
    const { retryAfter } = allowance;
    if (retryAfter !== null && (status === 429 || status === 503)) {
      c.header("retry-after", String(retryAfter));
      if (status === 429) await fairUse.pause(retryAfter);
    }
    // Shared caches would give everybody the allowance of the first caller.
    if (headers.get("cache-control")?.includes("public")) return;
    for (const [name, value] of rateHeaders(allowance.state())) c.header(name, value);
  };
