import type { EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import type { Strategy } from "../../domain/strategy/strategy";
import { toIndicator } from "../indicators/indicator.type";
import { fields } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { EvaluationQuestionConnectionType, EvaluationQuestionType } from "./evaluation-question.type";
import { StrategyType } from "./strategy.type";

fields<EvaluationQuestion>(() => EvaluationQuestionType, {
  indicators: toIndicator.many("indicatorCodes", "Indicators that help to answer it."),
  sourceRefs,
});

fields<Strategy>(() => StrategyType, {
  evaluationQuestions: pageOf(
    () => EvaluationQuestionConnectionType,
    "What its evaluation is to find out, by code; empty where no source tells.",
    ListArgs,
    ({ evaluationQuestions }, page, { code }) => evaluationQuestions.ofStrategy(code, page),
  ),
});
