import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import type { Context } from "../context";
import { type Connection, type ListArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { TaxonomyTermFilterInput } from "./taxonomy-term.input";

/**
 * The words of vocabularies that meet a filter.
 * @throws HubError UNKNOWN_CODE for a wider word that the hub does not know.
 */
export async function findTaxonomyTerms(
  filter: TaxonomyTermFilterInput | null | undefined,
  page: ListArgs,
  { loaders, repositories }: Context,
): Promise<Connection<TaxonomyTerm>> {
  const taxonomy = filter?.taxonomy ?? undefined;
  const parentCode = await knownCodeIfGiven(loaders.taxonomyTerm, "filter.parent", filter?.parent);
  const equal = {
    ...(taxonomy !== undefined && { taxonomy }),
    ...(parentCode !== undefined && { parentCode }),
  };
  return toConnection(await repositories.taxonomyTerms.page(page, equal), page);
}
