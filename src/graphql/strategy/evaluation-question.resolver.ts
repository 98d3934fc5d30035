import type { EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { toIndicator } from "../indicators/indicator.type";
import { fields } from "../kit/declare";
import { EvaluationQuestionType } from "./evaluation-question.type";

fields<EvaluationQuestion>(() => EvaluationQuestionType, {
  indicators: toIndicator.many("indicatorCodes", "Indicators that help to answer the question."),
});
