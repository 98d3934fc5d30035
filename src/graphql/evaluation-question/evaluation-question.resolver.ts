import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { EvaluationQuestion } from "../../domain/evaluation-question";
import type { IndicatorDefinition } from "../../domain/indicator";
import type { SourceRef } from "../../domain/source-ref";
import type { Strategy } from "../../domain/strategy";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadAll } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import type { Context } from "../context";
import { IndicatorDefinitionType } from "../indicator/indicator.type";
import { ListArgs } from "../shared/page.input";
import { SourceRefType, sourceRefsDescription } from "../source-ref/source-ref.type";
import { StrategyType } from "../strategy/strategy.type";
import { EvaluationQuestionConnectionType, EvaluationQuestionType } from "./evaluation-question.type";

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
