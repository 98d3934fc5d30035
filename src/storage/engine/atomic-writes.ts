import type { Callback, Operation, Store, StoredTable } from "dynalite/db/index.js";
import { indexUnits } from "./write-units";

type Dynalite = typeof import("dynalite/db/index.js");
type Entry = Readonly<Record<string, unknown>>;

/** The LevelDB operations that replace an item with its entries in the indexes. `null` for no item. */
export function replacement(
  { getIndexActions }: Dynalite,
  table: StoredTable,
  key: string,
  existing: Entry | null,
  item: Entry | null,
): Operation[] {
  const indexes = table.GlobalSecondaryIndexes ?? [];
  const { puts, deletes } = getIndexActions(indexes, existing, item, table);
  const prefixOf = (index: string) => `index-global~${table.TableName}~${index}~`;
  const own = `item-${table.TableName}~${key}`;
  return [
    ...deletes.map((entry): Operation => ({ type: "del", key: prefixOf(entry.index) + entry.key })),
    ...puts.map(
      (entry): Operation => ({
        type: "put",
        key: prefixOf(entry.index) + entry.key,
        value: entry.item,
      }),
    ),
    item === null ? { type: "del", key: own } : { type: "put", key: own, value: item },
  ];
}

/**
 * dynalite writes the entries of an item in the indexes and the item itself one after the other. After a kill in between a
 * list has a record twice, or not at all. This store writes them in one batch, which LevelDB does whole or not at all.
 * @param counted gets the write units of the indexes.
 */
export function withAtomicWrites(
  store: Store,
  dynalite: Dynalite,
  counted: (units: number) => void = () => undefined,
): Store {
  const nothing = (...args: unknown[]): void => (args.at(-1) as Callback)(null);
  const tables = new Map<string, StoredTable>();
  return {
    ...store,
    // Every operation reads its table first.
    getTable(name, ...rest) {
      const done = rest.at(-1) as Callback<StoredTable>;
      store.getTable(name, (error, table) => {
        if (table) tables.set(name, table);
        done(error, table);
      });
    },
    getIndexDb: (...names) => ({ ...store.getIndexDb(...names), put: nothing, del: nothing }),
    getItemDb(name) {
      const items = store.getItemDb(name);
      // The writer of an item holds its lock: no other one writes it after this read.
      const before = new Map<string, Entry | null>();
      const replace = (key: string, item: Entry | null, done: Callback): void => {
        const [table, existing] = [tables.get(name)!, before.get(key) ?? null];
        const operations = replacement(dynalite, table, key, existing, item);
        counted(indexUnits(dynalite, table, existing, item));
        store.db.batch(operations).then(() => done(null), done);
      };
      return {
        ...items,
        get: (key, done) =>
          items.get(key, (error, found) => {
            before.set(key, found ?? null);
            done(error, found);
          }),
        put: replace,
        del: (key, done) => replace(key, null, done),
      };
    },
  };
}
