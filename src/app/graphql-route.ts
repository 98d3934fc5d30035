import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import type { Context as HonoContext } from "hono";
import { anonymous, type Caller } from "../domain/identity/caller";
import { HubError } from "../domain/kit/errors";
import { RequestWork } from "../storage/engine/request-work";
import { answer } from "./answer";
import type { Answers } from "./answers/answers";
import { allowanceOf } from "./fair-use/limited";
import { type RequestAllowance, statusOfLimit } from "./fair-use/request-allowance";
import { operationOf } from "./observe/operation";
import { refusal } from "./refusal";
import { requestLimits } from "./request-limits";

/** The facts from which the context of a request is built. */
export interface RequestFacts {
  readonly requestId: string;
  readonly caller: Caller;
  readonly work: RequestWork;
  /** Absent where the hub limits nobody. */
  readonly allowance?: RequestAllowance | null;
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

/** Who may answer before Apollo does; Apollo's own tests know nothing of it. */
export interface Shortcuts<C> {
  readonly answers?: Answers;
  readonly compiled?: Compiled<C>;
}

/** GraphQL over HTTP on any server that runs Hono: passes the request to Apollo and returns its answer. */
export const graphqlRoute =
  <C extends BaseContext>(
    server: ApolloServer<C>,
    contextOf: ContextOf<C>,
    deadlineMs: number,
    { answers, compiled }: Shortcuts<C>,
  ) =>
  async (c: HonoContext): Promise<Response> => {
    // Checked first: Apollo would report forged requests before this.
    const methods = answers ? withHead : withoutHead;
    if (!methods.includes(c.req.method)) return wrongMethod(c.req.method, methods);
    const received = await bodyOf(c);
    if (received instanceof Response) return received;
    const address = searchOf(c.req.url);
    const asked = (await answers?.ask(c, received, address)) ?? { body: received, search: address };
    if (asked instanceof Response) return asked;
    const headers = new HeaderMap();
    for (const [name, value] of c.req.raw.headers) headers.set(name, value);
    const method = c.req.method === "POST" ? "POST" : "GET";
    const request = { method, headers, search: asked.search, body: asked.body };
    const allowance = allowanceOf(c);
    const facts = { requestId: c.get("requestId"), caller: c.get("caller") ?? anonymous, allowance };
    let ready: Ready | null | undefined;
    try {
      await allowance?.reserve(requestLimits.requestUnits);
      ready = await compiled?.answer(request, contextOf, facts);
    } catch (error) {
      return limitReached(error);
    }
    const made = ready ? { ...ready, status: 200 } : await byApollo(request, facts);
    operationOf(c).ended(made.work);
    const size = Buffer.byteLength(made.text);
    if (size > requestLimits.answerBytes)
      return refusal(
        413,
        new HubError("ANSWER_TOO_LARGE", "graphql", { size, most: requestLimits.answerBytes }),
      );
    return "answered" in asked
      ? asked.answered(made.text, made.status, made.headers, made.work)
      : answer(made.text, made.status, [...made.headers]);

    async function byApollo(httpGraphQLRequest: HttpRequest, facts: Omit<RequestFacts, "work">) {
      const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
      const context = async () => contextOf({ ...facts, work });
      const result = await work
        .run(() => server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }))
        .finally(() => work.end());
      compiled?.answered(httpGraphQLRequest, result);
      if (result.body.kind !== "complete") throw new Error("Incremental delivery is not offered.");
      return { text: result.body.string, status: result.status ?? 200, headers: result.headers, work };
    }
  };

/** @throws what is no limit of a caller. */
function limitReached(error: unknown): Response {
  const status = statusOfLimit(error);
  if (status === null) throw error;
  return refusal(status, error as HubError);
}

/** A HEAD is answered as a GET whose content the server leaves out; Apollo alone rejects it. */
const withHead: readonly string[] = ["GET", "HEAD", "POST"];
const withoutHead: readonly string[] = ["GET", "POST"];

const wrongMethod = (method: string, methods: readonly string[]): Response =>
  refusal(405, new HubError("BAD_REQUEST", "method", { method }), { allow: methods.join(", ") });

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

/** Everything from the question mark on, without trusting the host or the path of the address. */
const searchOf = (url: string): string => {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at);
};
