import { unlink } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import { json } from "node:stream/consumers";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import { createDynaliteEngine } from "./dynalite-engine";
import type { Engine } from "./engine";

/** How the SDK client reaches the engine, and how to close it. */
export interface EmbeddedEngine {
  readonly requestHandler: Pick<NodeHttpHandler, "handle" | "destroy">;
  close(): Promise<void>;
}

/** Which data is held, and where other processes ask for it. */
export interface Place {
  readonly socket: string;
  /** Of LevelDB. */
  readonly folder: string;
  readonly share: boolean;
}

/** The engine in this process, without a socket. */
export const inProcess = (engine: Engine): EmbeddedEngine => ({
  requestHandler: {
    async handle({ headers, body }) {
      const input: unknown = JSON.parse(new TextDecoder().decode(body));
      const { status, text } = await executed(engine, headers, input);
      const answer = { statusCode: status, headers: contentType, body: Buffer.from(text) };
      return { response: answer } as unknown as Awaited<ReturnType<NodeHttpHandler["handle"]>>;
    },
    destroy: () => undefined,
  },
  close: engine.close,
});

/** The data is not available now: the caller must look for the owner again. */
export const busyStatus = 503;

/**
 * A connection stays open as long as its client wants. A client that computes or is stopped for longer than any limit
 * would otherwise write its next request into a connection that this side has closed.
 */
const noLimits = { headersTimeout: 0, keepAliveTimeout: 0, requestTimeout: 0 };

/**
 * Opens the data and listens on the socket. The lock of LevelDB decides: only its holder touches the socket, so that of two
 * processes with a dead owner one replaces it.
 * @throws Error with the code LEVEL_LOCKED in its cause if another process holds the data.
 */
export async function hold({ socket, folder, share }: Place): Promise<EmbeddedEngine> {
  const engine = await createDynaliteEngine(folder);
  let served = share ? serve(engine) : null;
  const server = createServer(noLimits, (request, response) => {
    if (served === null) response.writeHead(busyStatus).end();
    else served(request, response);
  });
  await listen(server, socket).catch(async (error: Error) => {
    await engine.close();
    throw error;
  });
  server.unref();
  const { requestHandler } = inProcess(engine);
  return {
    requestHandler,
    async close() {
      served = null;
      await engine.idle();
      // A last answer is sent before its connection ends.
      await new Promise((resolve) => setImmediate(resolve));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await engine.close();
    },
  };
}

/** The engine for other processes of the same user; a GET only checks that it is there. */
const serve =
  (engine: Engine): RequestListener =>
  async (request, response) => {
    try {
      if (request.method === "GET") {
        response.end();
        return;
      }
      const { status, text } = await executed(engine, request.headers, await json(request));
      response.writeHead(status, contentType).end(text);
    } catch {
      // An aborted request: nobody waits for its answer.
      response.destroy();
    }
  };

export const contentType = { "content-type": "application/x-amz-json-1.0" };

async function executed({ execute }: Engine, headers: Readonly<Record<string, unknown>>, input: unknown) {
  const operation = String(headers["x-amz-target"]).split(".")[1] ?? "";
  const { status, body } = await execute(operation, input);
  return { status, text: JSON.stringify(body) };
}

/** Replaces the socket of a dead owner, if there is one. Only the holder of the data may call it. */
async function listen(server: Server, socket: string): Promise<void> {
  await unlink(socket).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
}
