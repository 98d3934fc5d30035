import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What Lambda lets through at most, in bytes of JSON. */
export const payloadBytes = { event: 6_291_456, answer: 6_291_556 } as const;

/** One call of a function. */
interface Invocation {
  readonly id: string;
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}

/** What a call came to: the answer of the handler, or why there is none. */
export type Result =
  | { readonly payload: string }
  | { readonly errorType: string; readonly errorMessage: string };

export interface RuntimeApi {
  /** Host and port. */
  readonly address: string;
  /** Settles when the function asks for its first event; `null`, or the error of its start. */
  readonly started: Promise<Result | null>;
  /** Hands over an event. A function has one at a time. */
  invoke(invocation: Invocation): Promise<Result>;
  close(): void;
}

/**
 * What a function finds under `AWS_LAMBDA_RUNTIME_API`: a real server that hands out one event after the other, and takes one answer for
 * each, if it is not too large.
 */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  const [started, startedWith] = deferred<Result | null>();
  let waiting: ((invocation: Invocation) => void) | null = null;
  let given: Invocation | null = null;
  let finish: (result: Result) => void = () => undefined;

  const next = (response: ServerResponse): void => {
    startedWith(null);
    const hand = (invocation: Invocation): void => {
      waiting = null;
      response
        .writeHead(200, {
          "content-type": "application/json",
          "lambda-runtime-aws-request-id": invocation.id,
          "lambda-runtime-deadline-ms": String(invocation.deadline),
          "lambda-runtime-invoked-function-arn": "arn:aws:lambda:eu-south-1:123456789012:function:local",
          "lambda-runtime-trace-id": `Root=1-${invocation.id.slice(0, 8)}-000000000000000000000000;Sampled=1`,
        })
        .end(invocation.event);
    };
    if (given === null) waiting = hand;
    else hand(given);
  };
  const answered = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const url = request.url!;
    const accept = (result: Result, status = 202): void => {
      response.writeHead(status, { "content-type": "application/json" }).end('{"status":"OK"}');
      given = null;
      finish(result);
    };
    if (url.endsWith("/init/error")) {
      startedWith(failureIn(body));
      response.writeHead(202).end();
    } else if (url.endsWith("/error")) accept(failureIn(body));
    else if (Buffer.byteLength(body) > payloadBytes.answer) accept(tooLarge, 413);
    else accept({ payload: body });
  };
  const server = createServer((request, response) => {
    if (request.method === "GET") next(response);
    else void answered(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    started,
    invoke(invocation) {
      const [result, settle] = deferred<Result>();
      [given, finish] = [invocation, settle];
      waiting?.(invocation);
      return result;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const tooLarge: Result = {
  errorType: "Function.ResponseSizeTooLarge",
  errorMessage: `Response payload size exceeded maximum allowed payload size (${payloadBytes.answer} bytes).`,
};

function failureIn(body: string): Result {
  const { errorType, errorMessage } = JSON.parse(body) as { errorType: string; errorMessage: string };
  return { errorType, errorMessage };
}

function deferred<T>(): [Promise<T>, (value: T) => void] {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return [promise, settle];
}
