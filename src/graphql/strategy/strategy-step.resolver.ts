import type { Strategy } from "../../domain/strategy/strategy";
import { findStrategySteps } from "../../queries/strategy/find-strategy-steps";
import { fields, fieldWith } from "../kit/declare";
import { listArguments } from "../kit/page.input";
import { StrategyType } from "./strategy.type";
import { StrategyStepConnectionType } from "./strategy-step.type";

fields<Strategy>(() => StrategyType, {
  steps: fieldWith(
    () => StrategyStepConnectionType,
    "Steps in the history of the strategy, by date; steps without a date come last. Empty if no source states any.",
    listArguments,
    (strategy: Strategy, page, context) => findStrategySteps(strategy, page, context),
  ),
});
