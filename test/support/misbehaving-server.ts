import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createHttp, type Http, type HttpLimits } from "../../src/ingest/acquire/http";

/** What one request was answered with; the n-th request, from 0, gets the n-th answer, later ones the last. */
export type AnswerTo = (
  request: IncomingMessage & { readonly body: string },
  response: ServerResponse,
) => void;

export interface TestServer {
  readonly url: string;
  /** `<method> <path>` of each request, in order. */
  readonly asked: readonly string[];
  readonly headers: readonly IncomingMessage["headers"][];
  answer(...answers: AnswerTo[]): void;
  close(): Promise<void>;
}

/** A real HTTP server on this machine that answers as a test says, well or badly. */
export async function startServer(): Promise<TestServer> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  let answers: readonly AnswerTo[] = [];
  const server = createServer(async (request, response) => {
    const nth = Math.min(asked.length, answers.length - 1);
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    let body = "";
    for await (const chunk of request) body += chunk;
    answers[nth]!(Object.assign(request, { body }), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    answer(...given) {
      asked.length = 0;
      headers.length = 0;
      answers = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const sends =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): AnswerTo =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

export const sendsJson = (value: unknown, status = 200): AnswerTo =>
  sends(JSON.stringify(value), { "content-type": "application/json" }, status);

/** All headers, and only the first bytes of the content: then the connection breaks, once the client has them. */
export const breaksAfter =
  (bytes: number, body: string, headers: Record<string, string> = {}, isReceived = () => true): AnswerTo =>
  (_request, response) => {
    response.writeHead(200, { "content-length": String(Buffer.byteLength(body)), ...headers });
    const end = (): unknown => (isReceived() ? response.destroy() : setTimeout(end, 20));
    response.write(body.slice(0, bytes), () => setTimeout(end, 20));
  };

/** A well-behaved file: Range, If-Range, If-None-Match and If-Modified-Since. */
export const servesFile =
  (body: string, headers: { readonly etag?: string; readonly "last-modified"?: string }): AnswerTo =>
  (request, response) => {
    const { range, "if-range": ifRange, "if-none-match": ifNoneMatch } = request.headers;
    if (headers.etag !== undefined && ifNoneMatch === headers.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const validators = [headers.etag, headers["last-modified"]];
    if (start === 0 || !validators.includes(String(ifRange))) {
      response.writeHead(200, { ...headers, "content-length": String(body.length) }).end(body);
      return;
    }
    const rest = body.slice(start);
    const contentRange = `bytes ${start}-${body.length - 1}/${body.length}`;
    response.writeHead(206, {
      ...headers,
      "content-range": contentRange,
      "content-length": String(rest.length),
    });
    response.end(rest);
  };

export interface TestHttp extends Http {
  /** Milliseconds of each wait that was asked for. */
  readonly slept: readonly number[];
  /** Moves the clock. */
  pass(ms: number): void;
}

const quick: HttpLimits = {
  headersMs: 600_000,
  idleMs: 600_000,
  wholeMs: 600_000,
  fileBytes: 100_000,
  pageBytes: 20_000,
  pages: 50,
  redirects: 3,
  attempts: 4,
  firstDelayMs: 1_000,
  longestDelayMs: 30_000,
  longestRetryAfterMs: 120_000,
};

/** Real requests; waiting only moves the clock. */
export function testHttp(limits: Partial<HttpLimits> = {}): TestHttp {
  let now = Date.parse("2026-11-22T02:00:00Z");
  const slept: number[] = [];
  const pass = (ms: number): void => {
    now += ms;
  };
  const sleep = async (ms: number): Promise<void> => {
    slept.push(ms);
    pass(ms);
  };
  const http = createHttp({ now: () => now, sleep, random: () => 0.5, limits: { ...quick, ...limits } });
  return { ...http, slept, pass };
}
