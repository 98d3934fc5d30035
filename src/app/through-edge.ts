import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { HubError } from "../domain/kit/errors";
import { edgeHeaders } from "./env";
import { problemOf } from "./problem-of";

/**
 * Accepts what comes through the edge, which adds a secret to each request: past it there are neither its caches nor its limits, and the
 * address of the client would be what the client says.
 * @param secrets of which each is good: while one is replaced, both are.
 */
export function throughEdge(secrets: readonly string[]): MiddlewareHandler {
  const known = secrets.map(digestOf);
  return async (c, next) => {
    const given = digestOf(c.req.header(edgeHeaders.secret) ?? "");
    // All are compared, and digests have one length: the time says nothing about a secret.
    const matches = known.filter((secret) => timingSafeEqual(secret, given));
    return matches.length > 0 ? next() : problemOf(new HubError("FORBIDDEN", "notThroughEdge"));
  };
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
