import type { Table } from "../storage/engine/table";
import type { HubRecord } from "../storage/records/hub-record";
import type { SaveOptions, SaveOutcome } from "../storage/records/save";
import { listServices } from "./service-listings";

/**
 * Brings up to date what follows from records that were just saved, changed or not: what a killed run left behind is
 * mended by the next one.
 * @returns what became of the records that follow from them.
 */
export const applyChanges = (
  table: Table,
  records: readonly HubRecord[],
  options: SaveOptions,
): Promise<SaveOutcome[]> => listServices(table, records, options);
