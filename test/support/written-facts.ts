import type { Key } from "../../src/storage/engine/key";
import type { Table } from "../../src/storage/engine/table";

/** What every import writes: that it ran, and the publication of that. */
const ofRuns = /^(Hub IMPORT_LEASE|ImportRuns?#.*|SourceRef#\S+ LAST_RUNS|Snapshot ROOT|Page#.*)$/;

/** Partition and sort key of everything that is written from now on, but for what every import writes of itself. */
export function writtenFacts(table: Table): ReadonlySet<string> {
  const written = new Set<string>();
  const note = ({ pk, sk }: Key): void => {
    if (!ofRuns.test(`${pk} ${sk}`)) written.add(`${pk} ${sk}`);
  };
  const { put, transact, update, batchWrite } = table;
  jest.spyOn(table, "put").mockImplementation((item, condition) => {
    note(item);
    return put.call(table, item, condition);
  });
  jest.spyOn(table, "transact").mockImplementation((transaction) => {
    const { item, puts, deletes } = transaction;
    for (const key of [item, ...puts, ...deletes]) note(key);
    return transact.call(table, transaction);
  });
  jest.spyOn(table, "update").mockImplementation((key, how) => {
    note(key);
    return update.call(table, key, how);
  });
  jest.spyOn(table, "batchWrite").mockImplementation((writes) => {
    for (const key of [...(writes.puts ?? []), ...(writes.deletes ?? [])]) note(key);
    return batchWrite.call(table, writes);
  });
  return written;
}
