import type { GraphiQLProps } from "graphiql";

/** Relative to the page, so that the hub may live under any prefix. */
const endpoint = "../graphql";

/** Sends one operation to the hub that serves this page. */
export const fetcher: GraphiQLProps["fetcher"] = async (params, options) => {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // A gateway answered, not the hub: its words are all there is to show.
    throw new Error(`HTTP ${response.status} ${response.statusText}: ${text.slice(0, 500)}`);
  }
};
