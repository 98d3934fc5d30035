import { choice, code, list, optional, partialDate, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

/** The criteria of an evaluation (Reg. (EU) 2021/1060, art. 44). */
const evaluationCriteria = [
  "COHERENCE",
  "EFFECTIVENESS",
  "EFFICIENCY",
  "EU_ADDED_VALUE",
  "RELEVANCE",
] as const;
export type EvaluationCriterion = (typeof evaluationCriteria)[number];

export const evaluationQuestionRecord = defineRecord("EvaluationQuestion", {
  code: ownCode(),
  strategyCode: code("strategies"),
  question: localizedText(),
  criterion: optional(choice(evaluationCriteria)),
  /** Indicators that help to answer it. */
  indicatorCodes: list(code("indicators")),
  dueDate: optional(partialDate()),
  /** `null` until it is answered. */
  answer: optional(localizedText()),
  sourceCodes: sources(),
});

/** A question for the evaluation of a strategy. */
export interface EvaluationQuestion extends RecordOf<typeof evaluationQuestionRecord> {}

export const createEvaluationQuestion = evaluationQuestionRecord.create;
