import type { MiddlewareHandler } from "hono";
import { HubError } from "../../domain/kit/errors";
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
  (authenticate: Authenticate): MiddlewareHandler =>
  async (c, next) => {
    const authorization = c.req.header("authorization");
    if (authorization === undefined) return next();
    try {
      c.set("caller", await authenticate(authorization));
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== "UNAUTHENTICATED") return problemOf(error);
      return c.req.path === "/graphql" ? refusal(401, error, challenge) : problemOf(error, challenge);
    }
    return next();
  };
