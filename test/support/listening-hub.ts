import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { nodeListener } from "../../src/app/node-listener";
import { startHub, type TestHub } from "./hub";

export interface ListeningHub extends Pick<TestHub, "ask"> {
  /** Without a slash at the end. */
  readonly url: string;
  /** The methods of the requests so far; a test may clear it. */
  readonly methods: Set<string>;
  close(): Promise<void>;
}

/** A hub with the starter data that listens on a port of this machine, as `npm start` does. */
export const startListeningHub = async (): Promise<ListeningHub> =>
  listening(await startHub({ starter: true }));

/** A hub that listens, whose data is published already. */
export async function listening({ hub, ask }: Pick<TestHub, "ask" | "hub">): Promise<ListeningHub> {
  const methods = new Set<string>();
  const seen = (request: Request) => {
    methods.add(request.method);
    return hub.http.fetch(request);
  };
  const listener = await nodeListener({
    application: getRequestListener(seen),
    answers: hub.answers,
    log: () => undefined,
  });
  return new Promise((resolve) => {
    const server = createServer(listener).listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const close = () => new Promise<void>((done) => void server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${port}`, ask, methods, close });
    });
  });
}
