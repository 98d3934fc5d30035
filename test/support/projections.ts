import { figures } from "../../src/projections/figures";
import type { Drift, Refreshed } from "../../src/projections/projection";
import { refresh, verify as verifyProjections } from "../../src/projections/refresh";
import { totals } from "../../src/projections/totals";
import type { Key } from "../../src/storage/engine/key";
import type { Table } from "../../src/storage/engine/table";
import { keys } from "../../src/storage/records/keys";

const besideNumbers = ["locations", "search", "services"];
const ofNumbers = ({ scope }: Refreshed): boolean => !besideNumbers.includes(scope);

/**
 * Rebuilds all documents, as after a change of an area, which each of them shows. Lists of services stay: some suites have lists
 * of services that they do not have. @returns what became of the documents of numbers and totals.
 */
export const rebuild = (table: Table, now: string): Promise<Refreshed[]> =>
  followChanges(table, [keys.record("Area", "any")], now);

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
