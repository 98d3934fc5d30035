import type { EvaluationCriterion, EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

const EvaluationCriterionEnum = enumType<EvaluationCriterion>(
  "EvaluationCriterion",
  "By what an evaluation judges (Reg. (EU) 2021/1060, art. 44).",
  {
    COHERENCE: "Does it fit with what else is done?",
    EFFECTIVENESS: "Does it reach what it set out to reach?",
    EFFICIENCY: "Is it worth what it costs?",
    EU_ADDED_VALUE: "What would not have been done without the Union?",
    RELEVANCE: "Does it meet what is needed?",
  },
);

@Output("EvaluationQuestion", "What an evaluation of a strategy is to find out.", NodeType)
export class EvaluationQuestionType
  extends NodeType
  implements Omit<EvaluationQuestion, "strategyCode" | "indicatorCodes" | "sourceCodes">
{
  @NonNull(() => String, "Stable key.")
  code!: string;

  @NonNull(() => LocalizedTextType, "The question.")
  question!: LocalizedTextType;

  @Nullable(() => EvaluationCriterionEnum, "By what it judges; null where no source says.")
  criterion!: EvaluationCriterion | null;

  @Nullable(() => PartialDateScalar, "When the answer is due; null if unknown.")
  dueDate!: string | null;

  @Nullable(() => LocalizedTextType, "The answer; null until there is one.")
  answer!: LocalizedTextType | null;
}

export const EvaluationQuestionConnectionType = connectionType(
  "EvaluationQuestion",
  () => EvaluationQuestionType,
  "questions",
);
