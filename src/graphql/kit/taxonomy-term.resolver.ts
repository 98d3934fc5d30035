import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Connection } from "../../queries/kit/connection";
import { findTaxonomyTerms } from "../../queries/kit/find-taxonomy-terms";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "./context";
import { ListArgs } from "./page.input";
import { SourceRefType, sourceRefsDescription } from "./source-ref.type";
import { TaxonomyTermFilterInput } from "./taxonomy-term.input";
import { TaxonomyTermConnectionType, TaxonomyTermType } from "./taxonomy-term.type";

@Resolver(() => TaxonomyTermType)
export class TaxonomyTermResolver {
  @Query(() => TaxonomyTermConnectionType, {
    nullable: true,
    description: "The words of all vocabularies, by code.",
  })
  taxonomyTerms(
    @Arg("filter", () => TaxonomyTermFilterInput, {
      nullable: true,
      description: "Which words; all when absent.",
    })
    filter: TaxonomyTermFilterInput | null | undefined,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<TaxonomyTerm>> {
    return findTaxonomyTerms(filter, page, context);
  }

  @FieldResolver(() => TaxonomyTermType, { nullable: true, description: "The wider word; null at the top." })
  parent(@Root() term: TaxonomyTerm, @Ctx() { loaders }: Context) {
    return loadOne(loaders.taxonomyTerm, term.parentCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() term: TaxonomyTerm, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(term, context);
  }
}
