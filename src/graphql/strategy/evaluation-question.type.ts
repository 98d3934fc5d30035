import { Field, ObjectType } from "type-graphql";
import type { EvaluationCriterion, EvaluationQuestion } from "../../domain/strategy/evaluation-question";
import { connectionType } from "../kit/connection.type";
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

@ObjectType("EvaluationQuestion", {
  description: "What an evaluation of a strategy is to find out.",
  implements: NodeType,
  simpleResolvers: true,
})
export class EvaluationQuestionType
  extends NodeType
  implements Omit<EvaluationQuestion, "strategyCode" | "indicatorCodes" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "The question." })
  question!: LocalizedTextType;

  @Field(() => EvaluationCriterionEnum, {
    nullable: true,
    description: "By what it judges; null where no source says.",
  })
  criterion!: EvaluationCriterion | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "When the answer is due; null if unknown." })
  dueDate!: string | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "The answer; null until there is one." })
  answer!: LocalizedTextType | null;
}

export const EvaluationQuestionConnectionType = connectionType(
  "EvaluationQuestion",
  () => EvaluationQuestionType,
  "questions",
);
