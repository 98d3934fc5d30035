import type { HsdsTaxonomyTerm } from "../../domain/hsds/parts";
import type {
  HsdsLocation,
  HsdsOrganization,
  HsdsService,
  HsdsServiceAtLocation,
} from "../../domain/hsds/rows";
import type { HsdsTable } from "../../storage/documents/hsds.repository";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Page, PageRequest } from "../../storage/engine/page";
import { loaded } from "../../storage/engine/reader";
import type { HsdsReading } from "./reading";
import { type HsdsRows, rowsOf } from "./rows-of";

/** Rows that are read together: the parts of each lie anywhere in the hub, and all of them have to fit into memory at once. */
const rowsAtOnce = 20;

interface Coded {
  readonly code: string;
}

/** All rows of a table with everything nested, in the order of the hub's codes. What is not in memory is loaded page by page. */
async function* allRows<T extends HsdsTable>(
  table: T,
  reading: HsdsReading,
  read: (request: PageRequest) => Page<Coded>,
): AsyncGenerator<HsdsRows["FULL"][T]> {
  for (let after: string | null = null; ; ) {
    const { rows, next } = await loaded(() => {
      const page = read({ first: rowsAtOnce, after });
      // Synthetic records, and those that another one stands for, are in the page but not in the list.
      const listed = page.edges
        .map(({ node }) => reading.repositories.hsds.one(table, hsdsId(table, node.code)))
        .filter((entry) => entry !== null);
      return {
        rows: rowsOf(table, listed, "FULL", reading),
        next: page.hasNextPage ? page.endCursor : null,
      };
    });
    yield* rows;
    if (next === null) return;
    after = next;
  }
}

/** Every service, with its organisation and its places. */
export const hsdsServices = (reading: HsdsReading): AsyncGenerator<HsdsService> =>
  allRows("service", reading, reading.repositories.services.listed);

export const hsdsOrganizations = (reading: HsdsReading): AsyncGenerator<HsdsOrganization> =>
  allRows("organization", reading, (request) => reading.repositories.organizations.page(request));

export const hsdsLocations = (reading: HsdsReading): AsyncGenerator<HsdsLocation> =>
  allRows("location", reading, reading.repositories.centres.listed);

export const hsdsServiceAtLocations = (reading: HsdsReading): AsyncGenerator<HsdsServiceAtLocation> =>
  allRows("service_at_location", reading, (request) => reading.repositories.servicesAtLocation.page(request));

/** The terms of the data; those of attributes are `vocabularyTerms`. */
export const hsdsTaxonomyTerms = (reading: HsdsReading): AsyncGenerator<HsdsTaxonomyTerm> =>
  allRows("taxonomy_term", reading, (request) => reading.repositories.taxonomyTerms.page(request));
