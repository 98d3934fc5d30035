import { tableRepositories } from "../../src/storage";
import { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre } from "./builders";
import { startTable } from "./test-table";

/** One store with processes whose clocks differ; time goes on by a millisecond with each look at any clock. */
export async function startProcesses() {
  let time = Date.parse("2026-01-01T12:00:00.000Z");
  const { name, client } = await startTable();
  const processWith = (skewMs: number): Table =>
    new Table(name, client, undefined, () => new Date(time++ + skewMs).toISOString());
  const wait = (ms: number): void => {
    time += ms;
  };
  return { processWith, wait };
}

export const saveCentres = (table: Table, codes: readonly string[], name = "Casa") =>
  saveAll(
    table,
    codecs.centre,
    codes.map((code) => aCentre({ code, name })),
    { origin: "ds1", now: table.clock() },
  );

/** A client that follows the feed, of any process: what it was given, and the newest version of each record. */
export function follower(hub: Table, first = 3) {
  const versions = new Map<string, number>();
  const given: string[] = [];
  let cursor: string | null = null;
  let isReading = false;
  /** Reads one page. @returns whether another one follows. */
  const readPage = async (from = hub): Promise<boolean> => {
    const page = await tableRepositories(from).changes.page({}, { first, after: cursor });
    for (const { node } of page.edges) {
      given.push(node.code);
      versions.set(node.code, node.version);
    }
    cursor = page.endCursor ?? cursor;
    return page.hasNextPage;
  };
  return {
    versions,
    given,
    readPage,
    /** Reads to the end, unless it does so already. */
    async follow(from = hub): Promise<void> {
      if (isReading) return;
      isReading = true;
      while (await readPage(from));
      isReading = false;
    },
  };
}

/** Before and after each call of a process to the store, something else happens. */
export function interrupted(table: Table, happens: () => Promise<void>): Table {
  for (const verb of ["first", "get", "put", "query", "transact", "update"] as const) {
    const call = table[verb].bind(table) as (...args: readonly unknown[]) => Promise<unknown>;
    const around = async (...args: readonly unknown[]): Promise<unknown> => {
      await happens();
      const answer = await call(...args);
      await happens();
      return answer;
    };
    jest.spyOn(table, verb).mockImplementation(around as never);
  }
  return table;
}
