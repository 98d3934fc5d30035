import type { GraphiQLProps } from "graphiql";
import { type Outage, outage } from "./connection";
import { language } from "./language";
import { operationNameIn } from "./operation-name";
import { texts } from "./texts";

/** Relative to the page, so that the hub may live under any prefix. */
const endpoint = "../graphql";

/** Statuses of a gateway whose hub is down or too busy. */
const gatewayStatuses: readonly number[] = [502, 503, 504];

/** Sends one operation to the hub that serves this page. */
export const fetcher: GraphiQLProps["fetcher"] = async (params, options) => {
  const operationName = operationNameIn(params.query, params.operationName);
  const request = fetch(endpoint, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...options?.headers,
    },
    body: JSON.stringify({ ...params, operationName }),
  });
  const response = await request.catch(() => null);
  const text = await response?.text().catch(() => null);
  if (response === null || text == null) return noAnswer({ status: null });
  try {
    const answer = JSON.parse(text);
    outage.set(null);
    return answer;
  } catch {
    if (gatewayStatuses.includes(response.status)) return noAnswer({ status: response.status });
    // A gateway answered, not the hub: its words are all there is to show.
    throw new Error(`HTTP ${response.status} ${response.statusText}: ${text.slice(0, 500)}`);
  }
};

/** The sentence about an outage, in the language of the page. */
export function outageText({ status }: Outage, current = language.get()): string {
  const { unreachable, unavailable } = texts[current];
  return status === null ? unreachable(location.host) : unavailable(location.host, status);
}

/** An answer and not an exception: GraphiQL would show the stack of one. */
function noAnswer(met: Outage) {
  outage.set(met);
  return { errors: [{ message: outageText(met), extensions: { hint: texts[language.get()].remedy } }] };
}
