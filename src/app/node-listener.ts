import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { anonymous } from "../domain/identity/caller";
import type { Answers } from "./answers/answers";
import type { HeaderList, Sent } from "./answers/stored-answer";
import { sharedHeaders } from "./base-app";
import type { FairUse } from "./fair-use/fair-use";
import type { RequestAllowance } from "./fair-use/request-allowance";
import type { Log } from "./log";
import { requestLimits } from "./request-limits";

interface ListenerOptions {
  /** Answers every request; takes a request body that was read from `rawBody`. */
  readonly application: RequestListener;
  readonly answers: Answers;
  /** Nobody is limited without it. */
  readonly fairUse?: FairUse | undefined;
  readonly log: Log;
}

/**
 * The application behind a server of Node. An anonymous request whose answer is kept, or written by a compiled operation, gets it
 * here, before objects of the Fetch API are made for it. All others go to the application.
 */
export async function nodeListener({
  application,
  answers,
  fairUse,
  log,
}: ListenerOptions): Promise<RequestListener> {
  const shared = await sharedHeaders();
  const heads = new WeakMap<HeaderList, string[]>();

  const line = (
    { method = "" }: IncomingMessage,
    requestId: string,
    status: number,
    start: number,
    client: string | null,
  ): void =>
    log({
      level: "info",
      message: "request",
      requestId,
      method,
      path,
      status,
      ms: Math.round(performance.now() - start),
      client,
    });
  const allowanceOf = ({ headers, socket }: IncomingMessage): RequestAllowance | null =>
    fairUse?.of(anonymous, {
      socketAddress: socket.remoteAddress,
      header: (name) => headers[name]?.toString(),
    }) ?? null;

  function send(outgoing: ServerResponse, sent: Sent, requestId: string): void {
    const { status, headers, own, bytes, length } = sent;
    let head = heads.get(headers);
    if (head === undefined) {
      head = [...shared, ...headers, ["x-request-id", ""] as const].flat();
      if (length !== undefined) head.unshift("content-length", "");
      heads.set(headers, head);
    }
    // The list is written out before it is used again.
    head[head.length - 1] = requestId;
    if (length !== undefined) head[1] = String(length);
    outgoing.writeHead(status, own === undefined ? head : [...head, ...own.flat()]);
    if (bytes === null) outgoing.end();
    else outgoing.end(bytes);
  }

  /** The answer, if there is one without the application. */
  function answerTo(
    { method = "", headers }: IncomingMessage,
    search: string,
    text: string,
    allowance: RequestAllowance | null,
  ): Sent | Promise<Sent | null> | null {
    const question = {
      method,
      search,
      text,
      accept: headers.accept,
      contentType: headers["content-type"],
      acceptEncoding: headers["accept-encoding"] as string | undefined,
      ifNoneMatch: headers["if-none-match"],
    };
    return answers.now(question, allowance);
  }

  return (incoming, outgoing) => {
    const start = performance.now();
    const search = searchOf(incoming);
    if (search === null) return void application(incoming, outgoing);

    const allowance = allowanceOf(incoming);
    function end(answer: Sent): void {
      const requestId = randomUUID();
      send(outgoing, answer, requestId);
      line(incoming, requestId, answer.status, start, allowance?.pseudonym ?? null);
    }

    function answer(body: Buffer | null): void {
      const found = answerTo(incoming, search!, body === null ? "" : body.toString(), allowance);
      // The application takes it instead of the stream.
      const passOn = (): void => void application(Object.assign(incoming, { rawBody: body }), outgoing);
      const endOrPassOn = (sent: Sent | null): void => (sent === null ? passOn() : end(sent));
      // A caller that may not wait gets its reason from the application.
      if (found instanceof Promise) found.then(endOrPassOn, passOn);
      else endOrPassOn(found);
    }

    if (incoming.method !== "POST") return answer(null);
    readAll(incoming, (body) => {
      if (body === null) line(incoming, randomUUID(), clientGone, start, allowance?.pseudonym ?? null);
      else answer(body);
    });
  };
}

/** In the log only, for a client that went away before its request was complete. */
const clientGone = 499;

const path = "/graphql";

/** The query string, or nothing, of a request that may be answered here; `null` for any other. */
function searchOf({ method, url = "", headers }: IncomingMessage): string | null {
  if (!url.startsWith(path)) return null;
  if (url.length > path.length && url[path.length] !== "?") return null;
  if (headers.authorization !== undefined) return null;
  if (method === "GET" || method === "HEAD") return url.slice(path.length);
  if (method !== "POST" || headers["content-encoding"] !== undefined) return null;
  // The application reads a request body without a length, and rejects one that is too long.
  const length = headers["transfer-encoding"] === undefined ? headers["content-length"] : undefined;
  return length !== undefined && Number(length) <= requestLimits.bodyBytes ? url.slice(path.length) : null;
}

/** Reads a whole request body; `null` if the client goes away before its end. */
function readAll(incoming: IncomingMessage, done: (body: Buffer | null) => void): void {
  const parts: Buffer[] = [];
  let isOver = false;
  const end = (body: Buffer | null): void => {
    if (isOver) return;
    isOver = true;
    done(body);
  };
  incoming.on("data", (part: Buffer) => parts.push(part));
  incoming.on("end", () => end(parts.length === 1 ? parts[0]! : Buffer.concat(parts)));
  incoming.on("error", () => end(null));
  incoming.on("close", () => end(null));
}
