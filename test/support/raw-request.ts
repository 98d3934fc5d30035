import { type IncomingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders & Readonly<Record<string, string | string[] | undefined>>;
  /** As it was sent: `fetch` would decompress it. */
  readonly body: Buffer;
}

/** A request with exactly these headers, beside host and length. */
export const rawRequest = (
  url: string,
  {
    method,
    path,
    headers = {},
    body,
  }: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
  },
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request(new URL(path, url), { method, headers: { ...length, ...headers } }, (response) => {
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode!, headers: response.headers, body: bytes }),
        reject,
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
