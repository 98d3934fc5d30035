import { type MessagePort, Worker } from "node:worker_threads";
import { contentType, type EmbeddedEngine, hold, type Place } from "./engine-holder";

/** To the thread: a request of the SDK as bytes, or the end. */
type ToThread = { readonly id: number; readonly target: unknown; readonly body: unknown } | "close";

type FromThread =
  | "held"
  | "closed"
  | { readonly failed: string; readonly code: string | undefined }
  | { readonly id: number; readonly status: number; readonly body: Uint8Array<ArrayBuffer> };

type Handled = Awaited<ReturnType<EmbeddedEngine["requestHandler"]["handle"]>>;

interface Answer {
  readonly statusCode: number;
  readonly headers: object;
  readonly body: Uint8Array;
}

class Later<T> {
  resolve!: (value: T) => void;
  reject!: (reason: Error) => void;
  readonly promise: Promise<T>;

  constructor() {
    this.promise = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }
}

/** Which code a thread runs that holds data, and what its starter does meanwhile. */
export interface EngineThread {
  /** Calls `serveAsThread`. */
  readonly file: string;
  /** Called once the thread runs: it needs some time until it holds the data. */
  readonly meanwhile?: () => void;
}

/**
 * The data in a thread of its own, with the socket for other processes: what they write, and a long query, take no time of the
 * thread that answers requests.
 * @throws Error as `hold` does.
 */
export async function holdInThread({ file, meanwhile }: EngineThread, place: Place): Promise<EmbeddedEngine> {
  const worker = new Worker(file, { workerData: place });
  const waiting = new Map<number, Later<Answer>>();
  const [held, closed] = [new Later<void>(), new Later<void>()];
  let ended: Error | null = null;
  let requests = 0;

  worker.on("message", (message: FromThread) => {
    if (message === "held") held.resolve();
    else if (message === "closed") closed.resolve();
    else if ("failed" in message) {
      const error = Object.assign(new Error(message.failed), { code: message.code });
      held.reject(error);
      closed.reject(error);
    } else {
      const { status: statusCode, body } = message;
      waiting.get(message.id)?.resolve({ statusCode, headers: contentType, body });
      waiting.delete(message.id);
      if (waiting.size === 0) worker.unref();
    }
  });
  worker.on("error", () => undefined);
  worker.on("exit", () => {
    // As on a broken connection: the caller looks for the data again, and the SDK repeats its request.
    ended = Object.assign(new Error("The thread that holds the data has ended."), { code: "EPIPE" });
    for (const { reject } of [held, closed, ...waiting.values()]) reject(ended);
    waiting.clear();
  });
  closed.promise.catch(() => undefined);
  if (meanwhile !== undefined) setImmediate(meanwhile);
  await held.promise;
  worker.unref();
  return {
    requestHandler: {
      async handle({ headers, body }) {
        if (ended !== null) throw ended;
        const id = requests++;
        const answer = new Later<Answer>();
        waiting.set(id, answer);
        // A process ends only when its requests have been answered.
        worker.ref();
        worker.postMessage({ id, target: headers["x-amz-target"], body } satisfies ToThread);
        return { response: await answer.promise } as unknown as Handled;
      },
      destroy: () => undefined,
    },
    async close() {
      if (ended !== null) return;
      worker.ref();
      worker.postMessage("close" satisfies ToThread);
      await closed.promise;
    },
  };
}

/** The other side: holds the data for the thread that started this one. */
export async function serveAsThread(port: MessagePort, place: Place): Promise<void> {
  const say = (message: FromThread, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  let engine: EmbeddedEngine;
  try {
    engine = await hold(place);
  } catch (error) {
    const { cause = error } = error as { readonly cause?: unknown };
    const { message, code } = cause as NodeJS.ErrnoException;
    say({ failed: message, code });
    port.close();
    return;
  }
  port.on("message", async (message: ToThread) => {
    if (message === "close") {
      await engine.close().then(
        () => say("closed"),
        ({ message }: Error) => say({ failed: message, code: undefined }),
      );
      port.close();
      return;
    }
    const { id, target, body } = message;
    const request = { headers: { "x-amz-target": target }, body };
    const { response } = (await engine.requestHandler.handle(request as never)) as unknown as {
      readonly response: Answer;
    };
    // A copy of its own, which can change hands: small buffers of Node share their memory.
    const bytes = new Uint8Array(response.body);
    say({ id, status: response.statusCode, body: bytes }, [bytes.buffer]);
  });
  say("held");
}
