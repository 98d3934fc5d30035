import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/source-ref";
import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import type { Context } from "../context";
import { loadOne } from "../loaders";
import { type Connection, PageArgs, toConnection } from "../shared/connection";
import { sourceRefsDescription, sourcesOf } from "../shared/sourced";
import { SourceRefType } from "../source-ref/source-ref.type";
import { TaxonomyTermConnectionType, TaxonomyTermType } from "./taxonomy-term.type";

@Resolver(() => TaxonomyTermType)
export class TaxonomyTermResolver {
  @Query(() => TaxonomyTermConnectionType, {
    nullable: true,
    description: "The words of all vocabularies, by code.",
  })
  async taxonomyTerms(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<TaxonomyTerm>> {
    return toConnection(await repositories.taxonomyTerms.page(page), page);
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
