import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/source-ref";
import type { Context } from "../context";
import { sourceRefsDescription, sourcesOf } from "../shared/sourced";
import { SourceRefType } from "../source-ref/source-ref.type";
import { answerCompositeIndex } from "./answer-composite-index";
import { answerSensitivity } from "./answer-sensitivity";
import { CompositeIndexArgs } from "./composite-index.input";
import { CompositeIndexType } from "./composite-index.type";
import { type CompositeIndex, makeCompositeIndex } from "./make-composite-index";
import { CompositeSensitivityType } from "./sensitivity.type";

/** What is answered, with what the fields made on demand need. */
type Answer = CompositeIndexType & { readonly made: CompositeIndex };

@Resolver(() => CompositeIndexType)
export class CompositeIndexResolver {
  @Query(() => CompositeIndexType, {
    nullable: true,
    description:
      "Several numbers of the areas of a level put together into one, with its parts, penalty, recipe and sensitivity. Computed on request; no official index.",
  })
  async compositeIndex(
    @Args(() => CompositeIndexArgs) args: CompositeIndexArgs,
    @Ctx() context: Context,
  ): Promise<Answer> {
    const made = await makeCompositeIndex(args, context);
    return { ...answerCompositeIndex(made, args), made };
  }

  @FieldResolver(() => CompositeSensitivityType, {
    description: "Whether it survives other weights, other methods, and each part left out.",
  })
  sensitivity(@Root() { made }: Answer): CompositeSensitivityType {
    return answerSensitivity(made);
  }

  @FieldResolver(() => [SourceRefType], { description: sourceRefsDescription })
  sourceRefs(@Root() { made }: Answer, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(made, context);
  }
}
