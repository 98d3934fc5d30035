import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { ListRequest } from "../../storage/engine/listed-page";
import { type Connection, toConnection } from "./connection";
import { knownCodeIfGiven } from "./known-code";
import type { QueryContext } from "./query-context";

/** Which words of vocabularies: all conditions must hold. */
export interface TaxonomyTermFilter {
  readonly taxonomy?: string | null | undefined;
  /** Code of the wider word, directly above. */
  readonly parent?: string | null | undefined;
}

/**
 * The words of vocabularies that meet a filter.
 * @throws HubError UNKNOWN_CODE for a wider word that the hub does not know.
 */
export async function findTaxonomyTerms(
  filter: TaxonomyTermFilter | null | undefined,
  page: ListRequest,
  { loaders, repositories }: QueryContext,
): Promise<Connection<TaxonomyTerm>> {
  const taxonomy = filter?.taxonomy ?? undefined;
  const parentCode = await knownCodeIfGiven(
    loaders.taxonomyTerm,
    "taxonomyTerms",
    "filter.parent",
    filter?.parent,
  );
  const equal = {
    ...(taxonomy !== undefined && { taxonomy }),
    ...(parentCode !== undefined && { parentCode }),
  };
  return toConnection(await repositories.taxonomyTerms.page(page, equal), page);
}
