import type { EvaluationCriterion, EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

const EvaluationCriterionEnum = enumType<EvaluationCriterion>(
  "EvaluationCriterion",
  "Criterion of an evaluation (Reg. (EU) 2021/1060, art. 44).",
  {
    COHERENCE: "Consistency with other policies and measures.",
    EFFECTIVENESS: "Achievement of the objectives.",
    EFFICIENCY: "Relation of results to costs.",
    EU_ADDED_VALUE: "Results that would not exist without the European Union.",
    RELEVANCE: "Relation of the objectives to the needs.",
  },
);

export const EvaluationQuestionType = node<
  EvaluationQuestion,
  "strategyCode" | "indicatorCodes" | "sourceCodes"
>("EvaluationQuestion", "Question that the evaluation of a strategy must answer.", {
  code: nonNull(() => String, "Stable key."),
  question: nonNull(() => LocalizedTextType, "Text of the question."),
  criterion: nullable(() => EvaluationCriterionEnum, "Criterion; null if no source states it."),
  dueDate: nullable(() => PartialDateScalar, "Due date of the answer; null if unknown."),
  answer: nullable(() => LocalizedTextType, "Answer; null until there is one."),
});

export const EvaluationQuestionConnectionType = connectionType(
  "EvaluationQuestion",
  () => EvaluationQuestionType,
  "questions",
);
