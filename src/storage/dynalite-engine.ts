import { createRequire } from "node:module";
import type { Store } from "dynalite/db/index.js";

/** One DynamoDB operation in, the answer of the protocol out: a status and a JSON body. */
export interface Engine {
  execute(operation: string, input: unknown): Promise<EngineAnswer>;
  close(): Promise<void>;
}

export interface EngineAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Action = (store: Store, data: unknown, done: (error: unknown, data?: unknown) => void) => void;

/**
 * dynalite without its HTTP server.
 * @param folder where LevelDB keeps the data; `null` for memory.
 */
export const createDynaliteEngine = async (folder: string | null): Promise<Engine> =>
  engineOver(await openStore(folder));

/**
 * dynalite is loaded on demand, so that a process that talks to another engine never pays for it. Whole paths: Node loads no
 * folders by import, and only tsx forgives it.
 */
export async function openStore(folder: string | null): Promise<Store> {
  const { default: db } = await import("dynalite/db/index.js");
  return db.create({ createTableMs: 0, ...(folder !== null && { path: folder }) });
}

export async function engineOver(store: Store): Promise<Engine> {
  const { default: validations } = await import("dynalite/validations/index.js");
  const load = createRequire(__filename);
  return {
    async execute(operation, input) {
      if (!/^[A-Z][A-Za-z]+$/.test(operation)) return unknownOperation;
      const name = validations.toLowerFirst(operation);
      try {
        const { types, custom } = load(`dynalite/validations/${name}`);
        const action: Action = load(`dynalite/actions/${name}`);
        const data = validations.checkTypes(input, types);
        validations.checkValidations(data, types, custom, store);
        const body = await new Promise((resolve, reject) => {
          action(store, data, (error, result) => (error ? reject(error) : resolve(result)));
        });
        return { status: 200, body };
      } catch (error) {
        return answerOf(error);
      }
    },
    close: () => store.lifecycleManager.gracefulClose(),
  };
}

const unknownOperation: EngineAnswer = {
  status: 400,
  body: { __type: "com.amazon.coral.service#UnknownOperationException" },
};

/** dynalite throws its protocol errors as they go over the wire; anything else is a fault of the engine. */
function answerOf(error: unknown): EngineAnswer {
  const { statusCode, body, code } = error as { statusCode?: number; body?: unknown; code?: string };
  if (statusCode !== undefined) return { status: statusCode, body };
  if (code === "MODULE_NOT_FOUND") return unknownOperation;
  throw error;
}
