import type { StrategyStep, StrategyStepKind } from "../../domain/strategy/strategy-step";
import { CitationType } from "../kit/citation.type";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { CertaintyEnum } from "../kit/standing.fields";

const StrategyStepKindEnum = enumType<StrategyStepKind>(
  "StrategyStepKind",
  "Kind of step in the history of a strategy.",
  {
    CONTEXT: "Decision or event around the strategy, not a part of it.",
    FUNDING: "Money that is made available to a programme or to several strategies.",
    LEGAL: "Call, decree, approval or agreement.",
    PRESENTATION: "Public presentation of the strategy.",
    RECOGNITION: "Entry in an official list.",
  },
);

const StrategyStepType = node<StrategyStep, "strategyCode" | "sourceCodes">(
  "StrategyStep",
  "Step in the history of a strategy that has happened, such as a decree or an approval. Goals are milestones.",
  {
    code: nonNull(() => String, "Stable key."),
    kind: nonNull(() => StrategyStepKindEnum, "Kind of step."),
    name: nonNull(() => LocalizedTextType, "Description in short words."),
    date: nullable(() => PartialDateScalar, "Date at the known precision; null if no source states it."),
    scope: nullable(
      () => LocalizedTextType,
      "What the step covers if that is more than the strategy, for example all towns of a programme.",
    ),
    amount: nullable(
      () => MoneyType,
      "Money of the step for its whole scope; it is not the budget of the strategy. Null if no source states any.",
    ),
    certainty: nullable(() => CertaintyEnum, "Certainty of the facts; null if nobody assessed it."),
    note: nullable(() => LocalizedTextType, "Caveat about the step or its date."),
    citations: nonNull(() => [CitationType], "Pages that state the facts."),
  },
);

export const StrategyStepConnectionType = connectionType("StrategyStep", () => StrategyStepType, "steps");
