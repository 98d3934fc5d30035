import { unlink } from "node:fs/promises";
import { createServer, get, type RequestListener, type Server } from "node:http";
import path from "node:path";
import { json } from "node:stream/consumers";
import type { NodeHttpHandler } from "@smithy/node-http-handler";
import { HubError } from "../../domain/kit/errors";
import { engineFolder, missingFile } from "./data-folder";
import { createDynaliteEngine } from "./dynalite-engine";
import type { Engine } from "./engine";
import { dataFolderUnusable } from "./store-error";

/** How the SDK client reaches the engine, and how to close it. */
export interface EmbeddedEngine {
  readonly requestHandler: Pick<NodeHttpHandler, "handle" | "destroy">;
  close(): Promise<void>;
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
 * Owns the data, if no other process does, and serves it to others of the same user if shared. The lock of LevelDB
 * decides: only its holder touches the socket, so that of two processes with a dead owner one replaces it.
 * @returns `null` if another process was faster.
 */
export async function own(socket: string, dataDir: string, share: boolean): Promise<EmbeddedEngine | null> {
  const engine = await openUnlessInUse(dataDir);
  if (engine === null) return null;
  let served = share ? serve(engine) : null;
  const server = createServer(noLimits, (request, response) => {
    if (served === null) response.writeHead(busyStatus).end();
    else served(request, response);
  });
  await listen(server, socket).catch(async (error: Error) => {
    await engine.close();
    throw dataFolderUnusable(dataDir, error);
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

/** @throws HubError STORE_REFUSED for a damaged folder, before anything in it is touched. */
async function openUnlessInUse(dataDir: string): Promise<Engine | null> {
  const folder = engineFolder(dataDir);
  const file = await missingFile(folder).catch((error: Error) => {
    throw dataFolderUnusable(dataDir, error);
  });
  if (file !== null) throw new HubError("STORE_REFUSED", "folderDamaged", { dataDir, file });
  try {
    return await createDynaliteEngine(folder);
  } catch (error) {
    // LevelDB gives the reason in the cause.
    const { cause = error } = error as { readonly cause?: unknown };
    if ((cause as NodeJS.ErrnoException).code === "LEVEL_LOCKED") return null;
    throw dataFolderUnusable(dataDir, cause, error);
  }
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

const contentType = { "content-type": "application/x-amz-json-1.0" };

async function executed({ execute }: Engine, headers: Readonly<Record<string, unknown>>, input: unknown) {
  const operation = String(headers["x-amz-target"]).split(".")[1] ?? "";
  const { status, body } = await execute(operation, input);
  return { status, text: JSON.stringify(body) };
}

/** A path within the 104 bytes that some systems allow for a socket, relative if that is shorter. */
export function socketPath(dataDir: string): string {
  const absolute = path.resolve(dataDir, "engine.sock");
  if (process.platform === "win32") return path.join("\\\\?\\pipe", absolute);
  const relative = path.relative(process.cwd(), absolute);
  const shortest = relative.length < absolute.length ? relative : absolute;
  if (Buffer.byteLength(shortest) > 103) throw new HubError("STORE_REFUSED", "pathTooLong", { dataDir });
  return shortest;
}

/** An owner that does not answer within this time counts as busy. */
const probeMs = 2_000;

/** The owner of the data: nobody, a server that shares it, or a busy process. */
export function probe(socket: string): Promise<"nobody" | "sharing" | "busy"> {
  return new Promise((resolve) => {
    const request = get({ socketPath: socket, path: "/", timeout: probeMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? "sharing" : "busy");
    });
    request.on("timeout", () => request.destroy());
    request.on("error", ({ code }: NodeJS.ErrnoException) =>
      resolve(code === "ENOENT" || code === "ECONNREFUSED" ? "nobody" : "busy"),
    );
  });
}

/** Replaces the socket of a dead owner, if there is one. Only the holder of the data may call it. */
async function listen(server: Server, socket: string): Promise<void> {
  await unlink(socket).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socket, resolve);
  });
}
