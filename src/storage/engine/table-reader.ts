import type { Item, Key } from "./key";
import type { ListParams, QueryParams } from "./query-input";
import { loaded, NotLoaded, type QueryResult, type Reader } from "./reader";
import type { Table } from "./table";

/** More than any partition has. */
const everything = 1_000_000;

/**
 * Reads the table as it is now. Each answer of the table is kept as long as this object, so it is made for one question.
 * @param consistent whether to see every acknowledged write, as a writer must; indexes are never consistent.
 */
export function tableReader(table: Table, consistent = false): Reader {
  const answers = new Map<string, unknown>();

  const answered = <T>(verb: string, of: unknown, read: () => Promise<T>): T => {
    const name = `${verb} ${JSON.stringify(of)}`;
    if (answers.has(name)) return answers.get(name) as T;
    throw new NotLoaded(async () => {
      answers.set(name, await read());
    });
  };
  const seeing = <P extends QueryParams>(params: P): P =>
    consistent && params.index === undefined ? { ...params, consistent } : params;

  return {
    get: ({ pk, sk }: Key): Item | null => answered("get", [pk, sk], () => table.get({ pk, sk }, consistent)),
    batchGet: (keys: readonly Key[], attributes?: readonly string[], now = consistent): Item[] =>
      keys.length === 0
        ? []
        : answered("batchGet", [keys.map(({ pk, sk }) => [pk, sk]), attributes], () =>
            table.batchGet(keys, attributes, now),
          ),
    query: (params: QueryParams, limit: number): QueryResult =>
      answered("query", [params, limit], () => table.query(seeing(params), limit)),
    count: (params: ListParams): number => answered("count", params, () => table.count(seeing(params))),
    segments: (partition: string) => [
      answered("query", [{ partition }, everything], () => table.query(seeing({ partition }), everything))
        .items,
    ],
    first: (params: QueryParams): Item | null => answered("first", params, () => table.first(seeing(params))),
  };
}

/** The answer to one question, from the table as it is now. */
export const fromTable = <T>(table: Table, read: (reader: Reader) => T, consistent = false) => {
  const reader = tableReader(table, consistent);
  return loaded(() => read(reader));
};
