import { createRequire } from "node:module";
import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb";
import type { Callback, Store } from "dynalite/db/index.js";
import { withAtomicWrites } from "./atomic-writes";
import type { Engine, EngineAnswer } from "./engine";
import { withKnownTables } from "./known-tables";
import { hasRoom, reopeningEngine } from "./reopening-engine";
import { type Action, type Check, transactWrite } from "./transact-write";

/**
 * dynalite without its HTTP server.
 * @param folder of the LevelDB data; `null` for memory.
 */
export const createDynaliteEngine = async (folder: string | null): Promise<Engine> => {
  const open = async (): Promise<Engine> => engineOver(await openStore(folder));
  return folder === null ? open() : reopeningEngine(open, () => hasRoom(folder));
};

/**
 * LevelDB maps the files that it reads into memory, 2 MB each, and keeps so many. With its own bound of 1,000 the memory of a
 * hub grows with its data folder.
 */
const maxOpenFiles = 128;

/**
 * dynalite is loaded on demand, so that a process with another engine does not pay for it. Whole paths: Node does not
 * import folders, only tsx does.
 */
export async function openStore(folder: string | null): Promise<Store> {
  const { default: db } = await import("dynalite/db/index.js");
  const store = db.create({ createTableMs: 0, ...(folder !== null && { path: folder }) });
  closeIterators(store);
  await store.db.open({ maxOpenFiles });
  return store;
}

/**
 * dynalite ends an iterator by `return()`, which iterators of LevelDB no longer have: each query left one open, with a snapshot that
 * kept replaced files and their pages in memory until the hub ended.
 */
function closeIterators({ db }: Store): void {
  for (const kind of ["keys", "values"] as const) {
    const make = db[kind].bind(db);
    db[kind] = (options) => {
      const iterator = make(options);
      return Object.assign(iterator, { return: () => iterator.close() });
    };
  }
}

export async function engineOver(bare: Store): Promise<Engine> {
  const { default: dynalite } = await import("dynalite/db/index.js");
  const { default: validations } = await import("dynalite/validations/index.js");
  const load = createRequire(__filename);
  const underWay = new Set<Promise<EngineAnswer>>();
  const store = withKnownTables(bare);

  const check: Check = (name, input) => {
    const { types, custom } = load(`dynalite/validations/${name}`);
    const data = validations.checkTypes(input, types);
    validations.checkValidations(data, types, custom, store);
    return data as ReturnType<Check>;
  };

  async function run(operation: string, input: unknown): Promise<EngineAnswer> {
    if (!/^[A-Z][A-Za-z]+$/.test(operation)) return unknownOperation;
    const name = validations.toLowerFirst(operation);
    try {
      if (operation === "TransactWriteItems") {
        const update: Action = load("dynalite/actions/updateItem");
        return { status: 200, body: await transactWrite(store, dynalite, { check, update }, input) };
      }
      const action: Action = load(`dynalite/actions/${name}`);
      const data = check(name, input);
      let ofIndexes = 0;
      const atomic = withAtomicWrites(store, dynalite, (units) => {
        ofIndexes += units;
      });
      const body = await new Promise((resolve, reject) => {
        const done: Callback = (error, result) => (error ? reject(error) : resolve(result));
        action(writes.has(name) ? atomic : store, data, done);
      });
      return { status: 200, body: withUnits(body, ofIndexes) };
    } catch (error) {
      return answerOf(error);
    }
  }

  const idle = async (): Promise<void> => {
    await Promise.all(underWay);
  };

  return {
    execute(operation, input) {
      const answer = run(operation, input);
      underWay.add(answer);
      return answer.finally(() => underWay.delete(answer));
    },
    idle,
    async close() {
      await idle();
      await store.lifecycleManager.gracefulClose();
    },
  };
}

const writes: ReadonlySet<string> = new Set(["batchWriteItem", "deleteItem", "putItem", "updateItem"]);

interface Counted {
  readonly ConsumedCapacity?: ConsumedCapacity | readonly ConsumedCapacity[];
}

/** An answer with the write units of indexes added to those of the table, as AWS reports them. All writes are to one table. */
function withUnits(body: unknown, units: number): unknown {
  const consumed = [(body as Counted | undefined)?.ConsumedCapacity ?? []].flat()[0];
  if (units > 0 && consumed !== undefined)
    Object.assign(consumed, { CapacityUnits: (consumed.CapacityUnits ?? 0) + units });
  return body;
}

const unknownOperation: EngineAnswer = {
  status: 400,
  body: { __type: "com.amazon.coral.service#UnknownOperationException" },
};

/**
 * dynalite throws protocol errors in their wire format. Any other error is a fault of the engine or its disk, and gets
 * the answer that DynamoDB gives to its own faults.
 */
function answerOf(error: unknown): EngineAnswer {
  const { statusCode, body, code } = error as { statusCode?: number; body?: unknown; code?: string };
  if (statusCode !== undefined) return { status: statusCode, body };
  if (code === "MODULE_NOT_FOUND") return unknownOperation;
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: { __type: "com.amazonaws.dynamodb.v20120810#InternalServerError", message } };
}
