import type { TabularTable } from "../../domain/hsds/tabular";
import { loaded } from "../../storage/engine/reader";
import {
  hsdsLocations,
  hsdsOrganizations,
  hsdsServiceAtLocations,
  hsdsServices,
  hsdsTaxonomyTerms,
} from "./all-rows";
import { ownEntries } from "./own-terms";
import type { HsdsReading } from "./reading";
import { rowsOf } from "./rows-of";
import { type TableRow, tableRows, unnamedOrganization } from "./table-rows";
import { taxonomyRow } from "./taxonomies";
import { taxonomyNames } from "./taxonomy-names";

/**
 * Every row of the tables of HSDS, in batches: one record of the hub with what belongs to it, in the order of codes. A row is that of
 * `/hsds/`. Each row that another one names by its id is among them.
 */
export async function* readTables(reading: HsdsReading): AsyncGenerator<readonly TableRow[]> {
  const taxonomies = await loaded(() => taxonomyNames(reading).map(taxonomyRow));
  for (const taxonomy of taxonomies) yield tableRows("taxonomy", taxonomy);
  const own = await loaded(() =>
    rowsOf("taxonomy_term", ownEntries("taxonomy_term").flat(), "FULL", reading),
  );
  for (const term of own) yield tableRows("taxonomy_term", term);
  let hasUnnamed = false;
  for (const [table, rows] of [
    ["taxonomy_term", hsdsTaxonomyTerms(reading)],
    ["organization", hsdsOrganizations(reading)],
    ["location", hsdsLocations(reading)],
    ["service", hsdsServices(reading)],
    ["service_at_location", hsdsServiceAtLocations(reading)],
  ] as const satisfies readonly (readonly [TabularTable, AsyncIterable<object>])[])
    for await (const row of rows) {
      const batch = tableRows(table, row);
      hasUnnamed ||= batch[0]!.fields.organization_id === unnamedOrganization.id;
      yield batch;
    }
  if (hasUnnamed) yield tableRows("organization", unnamedOrganization);
}
