import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import type { Strategy } from "../../domain/strategy/strategy";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadAll } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { EvaluationQuestionConnectionType, EvaluationQuestionType } from "./evaluation-question.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => EvaluationQuestionType)
export class EvaluationQuestionResolver {
  @FieldResolver(() => [IndicatorDefinitionType], {
    nullable: true,
    description: "Indicators that help to answer it.",
  })
  indicators(
    @Root() question: EvaluationQuestion,
    @Ctx() { loaders }: Context,
  ): Promise<IndicatorDefinition[]> {
    return loadAll(loaders.indicator, question.indicatorCodes);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() question: EvaluationQuestion, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(question, context);
  }
}

@Resolver(() => StrategyType)
export class StrategyEvaluationQuestionsResolver {
  @FieldResolver(() => EvaluationQuestionConnectionType, {
    nullable: true,
    description: "What its evaluation is to find out, by code; empty where no source tells.",
  })
  async evaluationQuestions(
    @Root() strategy: Strategy,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<EvaluationQuestion>> {
    return toConnection(await repositories.evaluationQuestions.ofStrategy(strategy.code, page), page);
  }
}
