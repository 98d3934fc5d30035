import type { HsdsTaxonomy } from "../../domain/hsds/parts";
import { HubError } from "../../domain/kit/errors";
import type { HsdsTable } from "../../storage/documents/hsds.repository";
import { codeOf } from "./filters";
import { envelope, type HsdsPage, type PageNumber } from "./find-page";
import { ownTermOf } from "./own-terms";
import type { HsdsReading } from "./reading";
import { type HsdsRows, rowsOf } from "./rows-of";
import { taxonomyRow } from "./taxonomies";
import { taxonomyNames } from "./taxonomy-names";

/**
 * The row of an id with everything nested.
 * @throws HubError UNKNOWN_CODE.
 */
export function findHsdsRow<T extends HsdsTable>(
  table: T,
  id: string,
  reading: HsdsReading,
): HsdsRows["FULL"][T] {
  const own = table === "taxonomy_term" ? ownTermOf(id.toLowerCase()) : null;
  const code = own === null ? codeOf(table, id, "id", reading) : `${own.taxonomy}:${own.code}`;
  const [row] = rowsOf(table, [{ code, updatedAt: "" }], "FULL", reading);
  if (row !== undefined) return row;
  throw unknown(table, id);
}

const unknown = (table: HsdsTable | "taxonomy", id: string): HubError =>
  new HubError("UNKNOWN_CODE", "hsdsId", { argument: "id", id, table }, { where: "id" });

/** A page of the vocabularies; they are few. */
export function findTaxonomies(
  { search, ...number }: PageNumber & { readonly search?: string | undefined },
  reading: HsdsReading,
): HsdsPage<HsdsTaxonomy> {
  const wanted = search?.trim().toLowerCase() ?? "";
  const names = taxonomyNames(reading).filter((name) => name.toLowerCase().includes(wanted));
  const from = (number.page - 1) * number.perPage;
  return envelope(names.length, number, names.slice(from, from + number.perPage).map(taxonomyRow));
}

/** @throws HubError UNKNOWN_CODE. */
export function findTaxonomy(id: string, reading: HsdsReading): HsdsTaxonomy {
  const found = taxonomyNames(reading)
    .map(taxonomyRow)
    .find((taxonomy) => taxonomy.id === id.toLowerCase());
  if (found !== undefined) return found;
  throw unknown("taxonomy", id);
}
