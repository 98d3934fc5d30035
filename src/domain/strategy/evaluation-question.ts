import { checkCode, checking, checkSources } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";

/** The criteria of an evaluation (Reg. (EU) 2021/1060, art. 44). */
const evaluationCriteria = [
  "COHERENCE",
  "EFFECTIVENESS",
  "EFFICIENCY",
  "EU_ADDED_VALUE",
  "RELEVANCE",
] as const;
export type EvaluationCriterion = (typeof evaluationCriteria)[number];

/** What an evaluation of a strategy is to find out. */
export interface EvaluationQuestion {
  readonly code: string;
  readonly strategyCode: string;
  readonly question: LocalizedText;
  readonly criterion: EvaluationCriterion | null;
  /** Indicators that help to answer it. */
  readonly indicatorCodes: readonly string[];
  readonly dueDate: PartialDate | null;
  /** `null` until it is answered. */
  readonly answer: LocalizedText | null;
  readonly sourceCodes: readonly string[];
}

export function createEvaluationQuestion(fields: EvaluationQuestion): EvaluationQuestion {
  const record = checking("EvaluationQuestion", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkCode(record, "strategyCode", fields.strategyCode);
  checkLocalizedText(record, "question", fields.question);
  for (const [i, code] of fields.indicatorCodes.entries()) checkCode(record, `indicatorCodes[${i}]`, code);
  checkPartialDate(record, "dueDate", fields.dueDate);
  if (fields.answer !== null) checkLocalizedText(record, "answer", fields.answer);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
