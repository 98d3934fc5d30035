import type { MiddlewareHandler } from "hono";
import { anonymous } from "../../domain/identity/caller";
import { HubError } from "../../domain/kit/errors";
import type { FairUse } from "../fair-use/fair-use";
import { originOf } from "../fair-use/limited";
import { problemOf } from "../problem-of";
import { refusal } from "../refusal";
import type { Authenticate } from "./authenticate";

/** RFC 6750: what a client may send instead. */
const challenge = { "www-authenticate": 'Bearer realm="vicinato", error="invalid_token"' };

/**
 * Notes who sends a request. A wrong key is rejected, and never treated as none: its owner would take what is public for
 * everything. A request without the header costs nothing here.
 */
export const identified =
  (authenticate: Authenticate, fairUse?: FairUse): MiddlewareHandler =>
  async (c, next) => {
    const authorization = c.req.header("authorization");
    if (authorization === undefined) return next();
    try {
      c.set("caller", await authenticate(authorization));
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== "UNAUTHENTICATED") return problemOf(error);
      // So that the log names the client.
      if (fairUse !== undefined) c.set("allowance", fairUse.of(anonymous, originOf(c)));
      const tooMany = (await fairUse?.wrongKey(authorization, originOf(c))) ?? null;
      if (tooMany !== null) await fairUse?.pause(tooMany.retryAfter);
      const reason = tooMany?.error ?? error;
      const headers = tooMany ? { "retry-after": String(tooMany.retryAfter) } : challenge;
      const isGraphql = c.req.path === "/graphql";
      return isGraphql ? refusal(tooMany ? 429 : 401, reason, headers) : problemOf(reason, headers);
    }
    await next();
    // What is public for everybody stays in the cache of this client, and out of shared ones.
    const cacheControl = c.res.headers.get("cache-control");
    if (cacheControl?.includes("public"))
      c.header("cache-control", cacheControl.replace("public", "private"));
  };
