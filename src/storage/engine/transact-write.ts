import type { Callback, Operation, Store, StoredEntry, StoredTable } from "dynalite/db/index.js";
import { replacement } from "./atomic-writes";
import { indexUnits } from "./write-units";

type Dynalite = typeof import("dynalite/db/index.js");

/** The operation of the engine with the same input: a check is a deletion that does not take place. */
const operations: Readonly<Record<string, string>> = {
  Put: "putItem",
  Update: "updateItem",
  Delete: "deleteItem",
  ConditionCheck: "deleteItem",
};

interface Write {
  readonly verb?: string;
  readonly TableName: string;
  readonly Item?: StoredEntry;
  readonly Key?: StoredEntry;
}

/** Checks the input of an operation. */
export type Check = (operation: string, input: unknown) => Write;

/** What the engine does for an operation whose input was checked. */
export type Action = (store: Store, data: unknown, done: Callback) => void;

interface Input {
  readonly TransactItems?: readonly Readonly<Record<string, unknown>>[];
  readonly ReturnConsumedCapacity?: string;
}

const most = 100;

/**
 * TransactWriteItems for puts, updates, deletes and checks in one table, which dynalite lacks: one batch of LevelDB, written whole or
 * not at all. Errors have the form of dynalite.
 * @param update the action of dynalite for a single update.
 */
export async function transactWrite(
  store: Store,
  dynalite: Dynalite,
  { check, update }: { readonly check: Check; readonly update: Action },
  input: unknown,
) {
  const { TransactItems = [], ReturnConsumedCapacity } = input as Input;
  if (TransactItems.length === 0 || TransactItems.length > most)
    throw dynalite.validationError(`A transaction has 1 to ${most} writes.`);
  const writes = TransactItems.map((one): Write => {
    const [verb = "", ...others] = Object.keys(one);
    const operation = operations[verb];
    if (operation === undefined || others.length > 0)
      throw dynalite.validationError(
        "This engine has transactions of puts, updates, deletes and checks only.",
      );
    return { ...check(operation, one[verb]), verb };
  });
  const name = writes[0]!.TableName;
  if (writes.some(({ TableName }) => TableName !== name))
    throw dynalite.validationError("This engine has transactions in one table only.");
  const table = await called<StoredTable>((done) => store.getTable(name, done));
  const keys = writes.map(({ Item, Key }) => keyOf(dynalite, table, Item, Key));
  if (new Set(keys).size < keys.length)
    throw dynalite.validationError("Transaction request cannot include multiple operations on one item");
  const items = store.getItemDb(name);
  const release = await new Promise<() => void>((resolve) => {
    items.lock(keys, (released) => resolve(released(() => undefined)));
  });
  try {
    const found = await Promise.all(
      keys.map((key) => called<StoredEntry | null | undefined>((done) => items.get(key, done)).catch(absent)),
    );
    const failures = writes.map(
      (write, i) => dynalite.checkConditional(write, found[i] ?? undefined) ?? null,
    );
    if (failures.some((failure) => failure !== null)) throw cancelled(failures);
    const batch: Operation[] = [];
    let units = 0;
    for (const [i, write] of writes.entries()) {
      const before = found[i] ?? null;
      const after = await afterOf(write, before, store, update);
      units += unitsPerWrite * Math.max(...[before, after].map((entry) => dynalite.capacityUnits(entry)));
      if (write.verb === "ConditionCheck") continue;
      batch.push(...replacement(dynalite, table, keys[i]!, before, after));
      // Entries of indexes follow the transaction: they are written once.
      units += indexUnits(dynalite, table, before, after);
    }
    await store.db.batch(batch);
    return ReturnConsumedCapacity === "TOTAL"
      ? { ConsumedCapacity: [{ TableName: name, CapacityUnits: units }] }
      : {};
  } finally {
    release();
  }
}

/** A write or a check in a transaction costs twice as much as another write: it is prepared, and then done. */
const unitsPerWrite = 2;

/** The item after a write; `null` for none. */
async function afterOf(
  write: Write,
  before: StoredEntry | null,
  store: Store,
  update: Action,
): Promise<StoredEntry | null> {
  if (write.verb === "ConditionCheck") return before;
  if (write.verb !== "Update") return write.Item ?? null;
  // dynalite applies it to a store that has this item alone, and only notes what is put.
  let after: StoredEntry | null = null;
  const item: ReturnType<Store["getItemDb"]> = {
    lock: (_, locked) => locked((done) => done),
    get: (_, done) => done(null, before ?? undefined),
    put: (_, entry, done) => {
      after = entry;
      done(null);
    },
    del: (_, done) => done(null),
  };
  const ofIndexes = { ...item, put: (_: string, __: StoredEntry, done: Callback) => done(null) };
  const alone: Store = { ...store, getItemDb: () => item, getIndexDb: () => ofIndexes };
  await called((done) => update(alone, write, done));
  return after;
}

function keyOf(dynalite: Dynalite, table: StoredTable, item: StoredEntry | undefined, key: StoredEntry = {}) {
  const invalid = item === undefined ? dynalite.validateKey(key, table) : dynalite.validateItem(item, table);
  if (invalid) throw invalid;
  return dynalite.createKey(item ?? key, table);
}

const called = <T>(call: (done: Callback<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    call((error, found) => (error ? reject(error) : resolve(found as T)));
  });

function absent(error: { readonly name?: string }): null {
  if (error.name === "NotFoundError") return null;
  throw error;
}

/** In the order of the writes; DynamoDB says of each whether its condition failed. */
function cancelled(failures: readonly (object | null)[]): Error {
  const CancellationReasons = failures.map((failure) =>
    failure === null
      ? { Code: "None" }
      : { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
  );
  const codes = CancellationReasons.map(({ Code }) => Code).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  const __type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
  return Object.assign(new Error(message), {
    statusCode: 400,
    body: { __type, message, CancellationReasons },
  });
}
