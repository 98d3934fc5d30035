import type { HsdsTaxonomyTerm } from "../../domain/hsds/parts";
import type {
  HsdsLocation,
  HsdsOrganization,
  HsdsService,
  HsdsServiceAtLocation,
} from "../../domain/hsds/rows";
import { limits } from "../../domain/kit/limits";
import type { HsdsTable } from "../../storage/documents/hsds.repository";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Page, PageRequest } from "../../storage/engine/page";
import type { HsdsReading } from "./reading";
import { type HsdsRows, rowsOf } from "./rows-of";

interface Coded {
  readonly code: string;
}

/**
 * All rows of a table with everything nested, in the order of the hub's codes, read page by page.
 *
 * `next()` may throw `NotLoaded`: it has changed nothing then, so load and call it again (`loaded(() => rows.next())`). Where
 * everything is in memory a plain `for … of` does.
 */
function allRows<T extends HsdsTable>(
  table: T,
  reading: HsdsReading,
  read: (request: PageRequest) => Page<Coded>,
): IterableIterator<HsdsRows["FULL"][T]> {
  let rows: readonly HsdsRows["FULL"][T][] = [];
  let place = 0;
  let after: string | null = null;
  let isOver = false;
  const iterator: IterableIterator<HsdsRows["FULL"][T]> = {
    [Symbol.iterator]: () => iterator,
    next() {
      while (place === rows.length && !isOver) {
        const page = read({ first: limits.pageSize.largest, after });
        // Synthetic records, and those that another one stands for, are in the page but not in the list.
        const listed = page.edges
          .map(({ node }) => reading.repositories.hsds.one(table, hsdsId(table, node.code)))
          .filter((entry) => entry !== null);
        const found = rowsOf(table, listed, "FULL", reading);
        // From here on nothing throws.
        [rows, place, after, isOver] = [found, 0, page.endCursor, !page.hasNextPage];
      }
      return place < rows.length ? { done: false, value: rows[place++]! } : { done: true, value: undefined };
    },
  };
  return iterator;
}

/** Every service, with its organisation and its places. */
export const hsdsServices = (reading: HsdsReading): IterableIterator<HsdsService> =>
  allRows("service", reading, reading.repositories.services.listed);

export const hsdsOrganizations = (reading: HsdsReading): IterableIterator<HsdsOrganization> =>
  allRows("organization", reading, (request) => reading.repositories.organizations.page(request));

export const hsdsLocations = (reading: HsdsReading): IterableIterator<HsdsLocation> =>
  allRows("location", reading, reading.repositories.centres.listed);

export const hsdsServiceAtLocations = (reading: HsdsReading): IterableIterator<HsdsServiceAtLocation> =>
  allRows("service_at_location", reading, (request) => reading.repositories.servicesAtLocation.page(request));

/** The terms of the data; those of attributes are `vocabularyTerms`. */
export const hsdsTaxonomyTerms = (reading: HsdsReading): IterableIterator<HsdsTaxonomyTerm> =>
  allRows("taxonomy_term", reading, (request) => reading.repositories.taxonomyTerms.page(request));
