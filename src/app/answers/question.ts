import type { Context as HonoContext } from "hono";
import { type AskedText, noParts, type OperationParts, partsOfSearch, partsOfText } from "./asked-operation";
import type { Encoding } from "./encoding";

/** What of a request decides its answer, if it has no key. */
export interface Question {
  readonly method: string;
  /** From the question mark on. */
  readonly search: string;
  readonly accept: string | undefined;
  readonly contentType: string | undefined;
  /** The request body; empty if there is none. */
  readonly text: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** A request that no other check may reject. */
export interface UsualRequest {
  readonly question: Question;
  /** As it came, for the cache. */
  readonly request: string;
  readonly encoding: Encoding;
  readonly asked: AskedText;
  /** What it asks, for the cache. */
  readonly key: string;
}

export const questionOf = async (c: HonoContext, search: string): Promise<Question> => ({
  method: c.req.method,
  search,
  accept: c.req.header("accept"),
  contentType: c.req.header("content-type"),
  text: c.req.method === "POST" ? await c.req.text() : "",
  acceptEncoding: c.req.header("accept-encoding"),
  ifNoneMatch: c.req.header("if-none-match"),
});

/** Neither an address nor a header contains a line break. */
export const requestKey = ({ method, search, accept = "", contentType = "", text }: Question): string =>
  `${method === "POST" ? "POST" : "GET"} ${search}\n${accept}\n${contentType}\n${text}`;

const jsonType = /^application\/json(; ?charset=utf-8)?$/i;

/** The parts of a request that no other check may reject; none of any other. */
export function usualPartsOf({ method, search, contentType, text }: Question): OperationParts {
  if (method === "GET") return contentType === undefined ? partsOfSearch(search) : noParts;
  return method === "POST" && jsonType.test(contentType ?? "") ? partsOfText(text) : noParts;
}
