import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { type Connection, toConnection } from "./connection";
import { knownCodes } from "./known-code";
import type { QueryContext } from "./query-context";

/** All conditions must hold. */
export interface TaxonomyTermFilter {
  readonly taxonomy?: string | null | undefined;
  /** Code of the broader term, directly above. */
  readonly parent?: string | null | undefined;
}

/**
 * The terms of vocabularies that meet a filter.
 * @throws HubError UNKNOWN_CODE for a broader term that does not exist.
 */
export function findTaxonomyTerms(
  filter: TaxonomyTermFilter | null | undefined,
  page: ListRequest,
  { records, repositories }: QueryContext,
): Connection<TaxonomyTerm> {
  const { parentCode } = knownCodes(records, filter, { parent: "taxonomyTerm" });
  const equal = { taxonomy: filter?.taxonomy, parentCode };
  return toConnection(repositories.taxonomyTerms.page(page, equal), page);
}
