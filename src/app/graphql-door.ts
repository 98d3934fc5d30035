import type { MiddlewareHandler } from "hono";
import { HubError } from "../domain/kit/errors";
import { refusal } from "./refusal";

/**
 * Accepts only a request body that a page of another site cannot send unannounced: a browser sends JSON across sites
 * only after a preflight. So a form on another site changes nothing, although GET is open to everybody.
 */
export const jsonBodies: MiddlewareHandler = async (c, next) => {
  const encoding = (c.req.header("content-encoding") ?? "identity").trim().toLowerCase();
  if (encoding !== "identity")
    return refusal(415, new HubError("BAD_REQUEST", "contentEncoding", { type: encoding }));
  const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (c.req.method !== "POST" || type === "application/json") return next();
  const error =
    type === ""
      ? new HubError("BAD_REQUEST", "noContentType")
      : new HubError("BAD_REQUEST", "contentType", { type });
  return refusal(415, error);
};

/** A person who opens the address without a query wants the playground; the place is relative, as a prefix may precede it. */
export const playgroundForPeople: MiddlewareHandler = async (c, next) => {
  const accepted = c.req.header("accept") ?? "";
  const isQuery = c.req.query("query") !== undefined || c.req.query("extensions") !== undefined;
  if (c.req.method !== "GET" || isQuery || !/\btext\/html\b/i.test(accepted)) return next();
  return c.redirect("playground/", 303);
};
