import type { EvaluationCriterion, EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
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

@Output("EvaluationQuestion", "Question that the evaluation of a strategy must answer.", NodeType)
export class EvaluationQuestionType
  extends NodeType
  implements Omit<EvaluationQuestion, "strategyCode" | "indicatorCodes" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Text of the question.")
  question!: LocalizedTextType;

  @Nullable(() => EvaluationCriterionEnum, "Criterion; null if no source states it.")
  criterion!: EvaluationCriterion | null;

  @Nullable(() => PartialDateScalar, "Due date of the answer; null if unknown.")
  dueDate!: string | null;

  @Nullable(() => LocalizedTextType, "Answer; null until there is one.")
  answer!: LocalizedTextType | null;
}

export const EvaluationQuestionConnectionType = connectionType(
  "EvaluationQuestion",
  () => EvaluationQuestionType,
  "questions",
);
