import { mkdir } from "node:fs/promises";
import { Agent as HttpAgent } from "node:http";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { HubError } from "../../domain/kit/errors";
import { createDynaliteEngine } from "./dynalite-engine";
import { busyStatus, type EmbeddedEngine, inProcess } from "./engine-holder";
import { own, probe, socketPath } from "./engine-owner";
import type { EngineThread } from "./engine-thread";
import { dataFolderUnusable } from "./store-error";

export type { EmbeddedEngine } from "./engine-holder";

export interface EmbeddedEngineOptions {
  /** Folder of the data; `null` keeps it in memory. */
  readonly dataDir: string | null;
  /**
   * A server shares: another process of the same user can then work on the same data through a socket in the folder. A
   * command does not: a second one waits until it has finished.
   */
  readonly share: boolean;
  /**
   * Holds the data, so that neither the commands nor a long query delay this one. Without it the data is held in the thread of
   * the caller.
   */
  readonly thread?: EngineThread;
  /** How long to wait for a command that uses the folder, in milliseconds; default ten minutes. */
  readonly waitMs?: number;
}

/**
 * DynamoDB within this process (dynalite on LevelDB): no port, nothing to install. The SDK reaches it through its own
 * `requestHandler`, so that this engine, another one and AWS share one code path of the client.
 *
 * LevelDB allows one process. The process that listens on the socket in the folder owns the data, which survives
 * SIGKILL: the socket of a dead owner rejects connections and is replaced. A process that loses the socket of its owner
 * looks again: either a restarted hub owns the data, or nobody does, and it becomes the owner.
 * @throws HubError SERVICE_UNAVAILABLE if another command uses the folder for longer than `waitMs`, and if the folder
 * cannot be used.
 */
export async function openEmbeddedEngine(options: EmbeddedEngineOptions): Promise<EmbeddedEngine> {
  const { dataDir, share, thread = null, waitMs = 600_000 } = options;
  if (dataDir === null) return inProcess(await createDynaliteEngine(null));
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch((cause: Error) => {
    throw dataFolderUnusable(dataDir, cause);
  });
  const socket = socketPath(dataDir);
  const first = await reach(socket, { dataDir, share, thread, waitMs });
  // The process that replaces a hub shares as the hub did: a restarted hub can work at once.
  return following(first, () => reach(socket, { dataDir, share: true, thread, waitMs }));
}

interface Reach {
  readonly dataDir: string;
  readonly share: boolean;
  readonly thread: EngineThread | null;
  readonly waitMs: number;
}

async function reach(socket: string, { dataDir, share, thread, waitMs }: Reach): Promise<EmbeddedEngine> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const owner = await probe(socket);
    if (owner === "sharing") return throughSocket(socket);
    const owned = owner === "nobody" ? await own(socket, dataDir, share, thread) : null;
    if (owned) return owned;
    if (Date.now() > deadline) throw new HubError("SERVICE_UNAVAILABLE", "folderInUse", { dataDir });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * The engine, wherever it is. If the owner is gone, the request fails as on a broken connection. The SDK repeats it,
 * and the repetition goes to the next owner.
 */
function following(first: EmbeddedEngine, reachNext: () => Promise<EmbeddedEngine>): EmbeddedEngine {
  let current = Promise.resolve(first);
  return {
    requestHandler: {
      async handle(...request) {
        const asked = current;
        const { requestHandler } = await asked;
        try {
          return await requestHandler.handle(...request);
        } catch (error) {
          if (!isGone(error)) throw error;
          if (asked === current) {
            requestHandler.destroy();
            current = reachNext();
            // The next request gets its error.
            current.catch(() => undefined);
          }
          throw Object.assign(error, { $retryable: {} });
        }
      },
      destroy: () => undefined,
    },
    close: () =>
      current.then(
        ({ close }) => close(),
        () => undefined,
      ),
  };
}

/** An owner without an answer for so long is stopped or broken. */
const requestTimeout = 60_000;

function throughSocket(socket: string): EmbeddedEngine {
  const options: ConstructorParameters<typeof HttpAgent>[0] & { socketPath: string } = {
    keepAlive: true,
    socketPath: socket,
  };
  const httpAgent = new HttpAgent(options);
  const http = new NodeHttpHandler({ httpAgent, requestTimeout, throwOnRequestTimeout: true });
  return {
    requestHandler: {
      async handle(...request) {
        const answer = await http.handle(...request);
        if (answer.response.statusCode !== busyStatus) return answer;
        throw Object.assign(new Error("The process that owns the data is about to end."), { code: "EPIPE" });
      },
      destroy: () => http.destroy(),
    },
    close: async () => http.destroy(),
  };
}

const lost: ReadonlySet<string | undefined> = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"]);

const isGone = (error: unknown): error is Error =>
  error instanceof Error && lost.has((error as NodeJS.ErrnoException).code);
