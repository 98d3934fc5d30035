import { citations } from "../kit/citation";
import { choice, code, optional, partialDate, sources } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { money } from "../kit/money";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { certainty } from "../kit/status";

export const strategyStepKinds = ["CONTEXT", "FUNDING", "LEGAL", "PRESENTATION", "RECOGNITION"] as const;
export type StrategyStepKind = (typeof strategyStepKinds)[number];

export const strategyStepRecord = defineRecord("StrategyStep", {
  code: ownCode(),
  strategyCode: code("strategies"),
  kind: choice(strategyStepKinds),
  name: localizedText(),
  /** `null` when no source gives one. */
  date: optional(partialDate()),
  /** What it covers if that is more than the strategy, such as all towns of a programme. */
  scope: optional(localizedText()),
  /** Money of the step, for all of its scope. It is no budget of the strategy. */
  amount: optional(money()),
  certainty: certainty(),
  note: optional(localizedText()),
  citations: citations(),
  sourceCodes: sources(),
});

/** An act or event in the history of a strategy that has happened, unlike a milestone, which is a goal. */
export interface StrategyStep extends RecordOf<typeof strategyStepRecord> {}

export const createStrategyStep = strategyStepRecord.create;
