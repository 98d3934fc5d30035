import { cors } from "hono/cors";

/**
 * Public reads without cookies: every site may read, with equal rights. A header decides nothing here except
 * `authorization`, which no page can send for its visitor, so every header is allowed. `*` does not cover
 * `authorization`, and browsers from before 2022 do not know it: for them the headers of clients and tracers are named.
 */
export const openToEveryOrigin = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST"],
  allowHeaders: [
    "*",
    "accept",
    "apollo-require-preflight",
    "apollographql-client-name",
    "apollographql-client-version",
    "authorization",
    "b3",
    "baggage",
    "cache-control",
    "content-type",
    "graphql-client-name",
    "graphql-client-version",
    "if-none-match",
    "if-range",
    "newrelic",
    "range",
    "sentry-trace",
    "traceparent",
    "tracestate",
    "x-apollo-operation-id",
    "x-apollo-operation-name",
    "x-b3-flags",
    "x-b3-parentspanid",
    "x-b3-sampled",
    "x-b3-spanid",
    "x-b3-traceid",
    "x-correlation-id",
    "x-datadog-origin",
    "x-datadog-parent-id",
    "x-datadog-sampling-priority",
    "x-datadog-trace-id",
    "x-request-id",
    "x-requested-with",
  ],
  // Of the headers that an answer may have, those that a page cannot read otherwise.
  exposeHeaders: [
    "accept-ranges",
    "allow",
    "content-disposition",
    "content-range",
    "etag",
    "ratelimit",
    "ratelimit-policy",
    "repr-digest",
    "retry-after",
    "x-changes-cursor",
    "x-changes-more",
    "x-data-version",
    "x-request-id",
  ],
  maxAge: 86_400,
});
