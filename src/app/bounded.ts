import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { HubError } from "../domain/kit/errors";
import { problemOf } from "./problem-of";
import { requestLimits } from "./request-limits";

/** Notes that the answer is a file that this process sends in parts: of functions it never is, because they redirect to it. */
export const sentInParts = (c: HonoContext): void => c.set("sentInParts", true);

/**
 * Counts the bytes of every answer before it is compressed. One beyond the limit becomes an error that names it, on this machine as in a
 * function: the gateway would answer without a word, and only to clients that do not accept compression.
 */
export const bounded: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.body === null || c.get("sentInParts") === true) return;
  const size = await sizeOf(c);
  const most = requestLimits.answerBytes;
  if (size <= most) return;
  const error = new HubError("ANSWER_TOO_LARGE", "whole", { size, most });
  // Emptied first: the headers of what is not sent would stay.
  c.res = undefined;
  c.res = problemOf(error);
};

/** Most answers state their length; the others are in memory already. */
async function sizeOf(c: HonoContext): Promise<number> {
  const stated = c.res.headers.get("content-length");
  if (stated !== null) return Number(stated);
  const bytes = await c.res.arrayBuffer();
  const { status, headers } = c.res;
  c.res = undefined;
  c.res = new Response(bytes, { status, headers });
  c.res.headers.set("content-length", String(bytes.byteLength));
  return bytes.byteLength;
}
