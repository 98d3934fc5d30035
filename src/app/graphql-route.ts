import { type ApolloServer, type BaseContext, HeaderMap } from "@apollo/server";
import type { Context as HonoContext } from "hono";
import { HubError } from "../domain/kit/errors";
import { RequestWork } from "../storage/engine/request-work";
import { answer } from "./answer";
import type { Answers } from "./answers/answers";
import { refusal } from "./refusal";
import { requestLimits } from "./request-limits";

/** The facts from which the context of a request is built. */
export interface RequestFacts {
  readonly requestId: string;
  /** The header of that name; `null` if absent. */
  readonly authorization: string | null;
  readonly work: RequestWork;
}

export type ContextOf<C> = (request: RequestFacts) => C | Promise<C>;

/** GraphQL over HTTP on any server that runs Hono: passes the request to Apollo and returns its answer. */
export const graphqlRoute =
  <C extends BaseContext>(
    server: ApolloServer<C>,
    contextOf: ContextOf<C>,
    deadlineMs: number,
    answers: Answers | null,
  ) =>
  async (c: HonoContext): Promise<Response> => {
    // Checked first: Apollo would report forged requests before this.
    if (!methods.includes(c.req.method)) return wrongMethod(c.req.method);
    const received = await bodyOf(c);
    if (received instanceof Response) return received;
    const address = searchOf(c.req.url);
    const asked = (await answers?.ask(c, received, address)) ?? { body: received, search: address };
    if (asked instanceof Response) return asked;
    const { body, search } = asked;
    const headers = new HeaderMap();
    for (const [name, value] of c.req.raw.headers) headers.set(name, value);
    const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: deadlineMs });
    const facts = {
      requestId: c.get("requestId"),
      authorization: c.req.header("authorization") ?? null,
      work,
    };
    const result = await work
      .run(() =>
        server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: c.req.method === "POST" ? "POST" : "GET", headers, search, body },
          context: async () => contextOf(facts),
        }),
      )
      .finally(() => work.end());
    if (result.body.kind !== "complete") throw new Error("Incremental delivery is not offered.");
    const size = Buffer.byteLength(result.body.string);
    if (size > requestLimits.answerBytes)
      return refusal(
        413,
        new HubError("LIMIT_EXCEEDED", "answerBytes", { size, most: requestLimits.answerBytes }),
      );
    const text = result.body.string;
    const status = result.status ?? 200;
    return "answered" in asked
      ? asked.answered(text, status, result.headers, work)
      : answer(text, status, [...result.headers]);
  };

/** A HEAD is answered as a GET whose content the server leaves out. */
const methods: readonly string[] = ["GET", "HEAD", "POST"];

const wrongMethod = (method: string): Response =>
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
