import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What a message says, in the form of docs/webhooks.md. */
export interface MessageBody {
  readonly type: string;
  readonly timestamp: string;
  readonly data: {
    readonly webhook: string;
    readonly cursor?: string;
    readonly changes?: readonly Readonly<Record<string, unknown>>[];
  };
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Everything that arrived, in order. */
  readonly received: Received[];
  /** How it answers from now on: with a status, or by itself. */
  answer: number | ((response: ServerResponse) => void);
  close(): Promise<void>;
}

export const bodyOf = ({ text }: Received): MessageBody => JSON.parse(text) as MessageBody;

/** A receiver on this machine, which answers 204 at first. */
export async function startReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (data) => {
      text += String(data);
    });
    request.on("end", () => {
      receiver.received.push({ headers: request.headers, text });
      const { answer } = receiver;
      if (typeof answer === "number") response.writeHead(answer).end();
      else answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    ...{ url: `http://127.0.0.1:${port}/changes`, port, received: [], answer: 204 },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
