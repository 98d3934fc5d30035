import { figures } from "../../src/projections/figures";
import type { Drift, Refreshed } from "../../src/projections/projection";
import { refresh, verify as verifyProjections } from "../../src/projections/refresh";
import { totals } from "../../src/projections/totals";
import type { Key } from "../../src/storage/engine/key";
import type { Table } from "../../src/storage/engine/table";

const besideNumbers = ["locations", "search", "services"];
const ofNumbers = ({ scope }: Refreshed): boolean => !besideNumbers.includes(scope);

/** Rebuilds everything. @returns what became of the documents of numbers and totals. */
export const rebuild = async (table: Table, now: string): Promise<Refreshed[]> =>
  (await refresh(table, "EVERYTHING", { now })).refreshed.filter(ofNumbers);

/** As the stream does it, which knows keys alone. @returns what became of the documents of numbers and totals. */
export const followChanges = async (
  table: Table,
  changed: readonly Key[],
  now: string,
): Promise<Refreshed[]> => {
  const changes = changed.map((key) => ({ key }));
  return (await refresh(table, changes, { now })).refreshed.filter(ofNumbers);
};

/** What of the documents of numbers and totals is not what the records say. */
export const verify = async (table: Table): Promise<readonly Drift[]> =>
  (await verifyProjections(table, [figures, totals])).drifts;
