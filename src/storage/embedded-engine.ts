import { mkdir, unlink } from "node:fs/promises";
import { createServer, get, Agent as HttpAgent, type RequestListener, type Server } from "node:http";
import path from "node:path";
import { json } from "node:stream/consumers";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { createDynaliteEngine, type Engine } from "./dynalite-engine";

/** What the SDK client needs to reach the engine, and how to let go of it. */
export interface EmbeddedEngine {
  readonly requestHandler: Pick<NodeHttpHandler, "handle" | "destroy">;
  close(): Promise<void>;
}

export interface EmbeddedEngineOptions {
  /** Folder that keeps the data; `null` keeps it in memory. */
  readonly dataDir: string | null;
  /**
   * A server shares: another process of the same user can then work on the same data through a socket
   * in the folder. A command does not: a second one waits until it has finished.
   */
  readonly share: boolean;
  /** How long to wait for a command that holds the folder, in milliseconds; default ten minutes. */
  readonly waitMs?: number;
}

/**
 * DynamoDB in this process (dynalite on LevelDB): no port, nothing to install. The SDK talks to it through its
 * own `requestHandler`, so that there is one client code path for this engine, another one and AWS.
 *
 * LevelDB allows one process. Whoever listens on the socket in the folder owns the data, which survives SIGKILL:
 * the socket of a dead owner refuses connections and is replaced.
 * @throws Error when another command holds the folder for longer than `waitMs`.
 */
export async function openEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const { dataDir, share, waitMs = 600_000 } = options;
  if (dataDir === null) return inProcess(await createDynaliteEngine(null));
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const socket = socketPath(dataDir);
  const deadline = Date.now() + waitMs;
  for (;;) {
    const owner = await probe(socket);
    if (owner === "sharing") return throughSocket(socket);
    const owned = owner === "nobody" ? await own(socket, dataDir, share) : null;
    if (owned) return owned;
    if (Date.now() > deadline) {
      throw new Error(`Another command is using ${dataDir}. Wait until it has finished, then try again.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export const inProcess = (engine: Engine): EmbeddedEngine => ({
  requestHandler: {
    async handle(request) {
      const operation = operationOf(request.headers["x-amz-target"]);
      const { status, body } = await engine.execute(
        operation,
        JSON.parse(new TextDecoder().decode(request.body)),
      );
      const headers = { "content-type": "application/x-amz-json-1.0" };
      const answer = { statusCode: status, headers, body: Buffer.from(JSON.stringify(body)) };
      return { response: answer } as unknown as Awaited<ReturnType<NodeHttpHandler["handle"]>>;
    },
    destroy: () => undefined,
  },
  close: engine.close,
});

function throughSocket(socket: string): EmbeddedEngine {
  const options: ConstructorParameters<typeof HttpAgent>[0] & { socketPath: string } = {
    keepAlive: true,
    socketPath: socket,
  };
  const requestHandler = new NodeHttpHandler({ httpAgent: new HttpAgent(options) });
  return { requestHandler, close: async () => requestHandler.destroy() };
}

/** `null` when another process was quicker. */
async function own(socket: string, dataDir: string, share: boolean): Promise<EmbeddedEngine | null> {
  let engine: Engine | null = null;
  const busy: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    if (share && engine) serve(engine)(request, response);
    else busy(request, response);
  });
  if (!(await listen(server, socket))) return null;
  server.unref();
  engine = await createDynaliteEngine(path.join(dataDir, "dynamodb"));
  const { requestHandler, close } = inProcess(engine);
  return {
    requestHandler,
    async close() {
      await close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The engine for other processes of the same user; a GET only asks whether it is there. */
const serve =
  (engine: Engine): RequestListener =>
  async (request, response) => {
    try {
      if (request.method === "GET") {
        response.end();
        return;
      }
      const operation = operationOf(request.headers["x-amz-target"]);
      const { status, body } = await engine.execute(operation, await json(request));
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(body));
    } catch {
      response.writeHead(500).end();
    }
  };

const operationOf = (target: unknown): string => String(target).split(".")[1] ?? "";

/** A path that fits the 104 bytes that some systems allow for a socket, relative where that is shorter. */
function socketPath(dataDir: string): string {
  const absolute = path.resolve(dataDir, "engine.sock");
  if (process.platform === "win32") return path.join("\\\\?\\pipe", absolute);
  const relative = path.relative(process.cwd(), absolute);
  const shortest = relative.length < absolute.length ? relative : absolute;
  if (Buffer.byteLength(shortest) > 103) {
    throw new Error(`The path of the data folder ${dataDir} is too long for a socket: choose a shorter one.`);
  }
  return shortest;
}

/** Who owns the data: nobody, a server that shares it, or a command that is busy with it. */
function probe(socket: string): Promise<"nobody" | "sharing" | "busy"> {
  return new Promise((resolve) => {
    get({ socketPath: socket, path: "/", timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? "sharing" : "busy");
    }).on("error", async (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") await unlink(socket).catch(() => undefined);
      resolve(error.code === "ENOENT" || error.code === "ECONNREFUSED" ? "nobody" : "busy");
    });
  });
}

const listen = (server: Server, socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(socket, () => resolve(true));
  });
