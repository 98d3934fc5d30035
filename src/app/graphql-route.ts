import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import type { Context as HonoContext } from "hono";
import { HubError } from "../domain/kit/errors";
import { RequestWork } from "../storage/engine/request-work";
import { answer } from "./answer";
import { extensionsOf } from "./format-error";
import { requestLimits } from "./request-limits";

/** The facts from which the context of a request is built. */
export interface RequestFacts {
  readonly requestId: string;
  /** The header of that name; `null` if absent. */
  readonly authorization: string | null;
  readonly work: RequestWork;
}

export type ContextOf<C> = (request: RequestFacts) => C | Promise<C>;

/** An answer with status 200, and the work that it took. */
interface Ready {
  readonly text: string;
  readonly headers: HeaderMap;
  readonly work: RequestWork;
}

/** A GraphQL request over HTTP. */
export interface HttpRequest {
  readonly method: string;
  readonly headers: HeaderMap;
  /** Of the address, from the question mark on. */
  readonly search: string;
  readonly body: unknown;
}

/** What may answer in place of Apollo, with the same bytes. */
export interface Compiled<C> {
  answer(
    request: HttpRequest,
    contextOf: ContextOf<C>,
    facts: Omit<RequestFacts, "work">,
  ): Promise<Ready | null>;
  /** Notes the headers of an answer of Apollo. */
  answered(request: HttpRequest, response: { readonly status?: number; readonly headers: HeaderMap }): void;
}

/** GraphQL over HTTP on any server that runs Hono: passes the request to Apollo and returns its answer. */
export const graphqlRoute =
  <C extends BaseContext>(
    server: ApolloServer<C>,
    contextOf: ContextOf<C>,
    deadlineMs: number,
    compiled?: Compiled<C>,
  ) =>
  async (c: HonoContext): Promise<Response> => {
    // Checked first: Apollo would report forged requests before this.
    if (c.req.method !== "GET" && c.req.method !== "POST") return wrongMethod(c.req.method);
    const body = await bodyOf(c);
    if (body instanceof Response) return body;
    const headers = new HeaderMap();
    for (const [name, value] of c.req.raw.headers) headers.set(name, value);
    const facts = { requestId: c.get("requestId"), authorization: c.req.header("authorization") ?? null };
    const request = { method: c.req.method, headers, search: searchOf(c.req.url), body };
    const ready = await compiled?.answer(request, contextOf, facts);
    if (ready) return withinSize(ready.text, 200, ready.headers);
    const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
    const result = await work
      .run(() =>
        server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: request,
          context: async () => contextOf({ ...facts, work }),
        }),
      )
      .finally(() => work.end());
    compiled?.answered(request, result);
    if (result.body.kind !== "complete") throw new Error("Incremental delivery is not offered.");
    return withinSize(result.body.string, result.status ?? 200, result.headers);
  };

function withinSize(text: string, status: number, headers: HeaderMap): Response {
  const size = Buffer.byteLength(text);
  if (size > requestLimits.answerBytes)
    return refusal(
      413,
      new HubError("LIMIT_EXCEEDED", "answerBytes", { size, most: requestLimits.answerBytes }),
    );
  return answer(text, status, [...headers]);
}

const wrongMethod = (method: string): Response =>
  refusal(405, new HubError("BAD_REQUEST", "method", { method }), { allow: "GET, POST" });

/** The parsed JSON of the request body; `undefined` if there is none; a response if it cannot be read. */
async function bodyOf(c: HonoContext): Promise<unknown> {
  const [type = "", ...parameters] = (c.req.header("content-type") ?? "").toLowerCase().split(";");
  if (c.req.method !== "POST" || type.trim() !== "application/json") return undefined;
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith("charset="));
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) {
    return refusal(415, new HubError("BAD_REQUEST", "charset", { charset }));
  }
  const text = await c.req.text();
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return refusal(400, new HubError("BAD_REQUEST", "json"));
  }
}

/** A rejection before GraphQL begins, in the shape of GraphQL, so that clients can read it. */
export const refusal = (
  status: number,
  error: HubError,
  headers: Readonly<Record<string, string>> = {},
): Response =>
  answer(JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }] }), status, {
    "cache-control": "no-store",
    "content-type": "application/json; charset=utf-8",
    ...headers,
  });

/** Everything from the question mark on, without trusting the host or the path of the address. */
const searchOf = (url: string): string => {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
};
