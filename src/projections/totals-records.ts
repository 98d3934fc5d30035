import type { TotalsMaterial } from "../domain/counts/totals-document";
import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import { type Area, areaLevels } from "../domain/places/area";
import type { Centre } from "../domain/places/centre";
import { createRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { keys } from "../storage/records/keys";
import { everyRecord } from "../storage/records/records.repository";

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
