import { type Area, areaLevels } from "../domain/area";
import type { Centre } from "../domain/centre";
import type { TaxonomyTerm } from "../domain/taxonomy-term";
import type { TotalsMaterial } from "../domain/totals-document";
import { createRepositories } from "../storage";
import { keys } from "../storage/keys";
import { everyRecord } from "../storage/records.repository";
import type { Table } from "../storage/table";

/** Everything that totals count and are grouped by, of the whole hub, in the order of their codes. */
export async function totalsRecords(table: Table): Promise<TotalsMaterial> {
  const levels = areaLevels.map((level) => everyRecord<Area>(table, keys.list.areas(level, "").listPk));
  const [areas, terms, centres, services] = await Promise.all([
    Promise.all(levels),
    everyRecord<TaxonomyTerm>(table, keys.list.records("TaxonomyTerm", "").listPk),
    everyRecord<Centre>(table, keys.list.records("Centre", "").listPk),
    createRepositories(table).services.everyListing(),
  ]);
  return { areas: areas.flat(), terms, centres, services };
}
