import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import { answerCompositeIndex, type CompositeAnswer } from "../../queries/indicators/answer-composite-index";
import { answerSensitivity, type CompositeSensitivity } from "../../queries/indicators/answer-sensitivity";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../kit/context";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { CompositeIndexArgs } from "./composite-index.input";
import { CompositeIndexType } from "./composite-index.type";
import { CompositeSensitivityType } from "./sensitivity.type";

@Resolver(() => CompositeIndexType)
export class CompositeIndexResolver {
  @Query(() => CompositeIndexType, {
    nullable: true,
    description:
      "Several numbers of the areas of a level put together into one, with its parts, penalty, recipe and sensitivity. Computed on request; no official index.",
  })
  compositeIndex(
    @Args(() => CompositeIndexArgs) args: CompositeIndexArgs,
    @Ctx() context: Context,
  ): Promise<CompositeAnswer> {
    return answerCompositeIndex(args, context);
  }

  @FieldResolver(() => CompositeSensitivityType, {
    description: "Whether it survives other weights, other methods, and each part left out.",
  })
  sensitivity(@Root() { index }: CompositeAnswer): CompositeSensitivity {
    return answerSensitivity(index);
  }

  @FieldResolver(() => [SourceRefType], { description: sourceRefsDescription })
  sourceRefs(@Root() { index }: CompositeAnswer, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(index, context);
  }
}
