import type { Reach } from "../../domain/strategy/fund-reach";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeReach } from "../../queries/strategy/make-reach";
import { codeOf, required, usually } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { toArea } from "../places/area.type";
import { toCentre } from "../places/centre.type";
import { toAction } from "./action.type";
import { ReachType, StrategyReachType } from "./reach.type";
import { StrategyType } from "./strategy.type";

fields<Strategy>(() => StrategyType, {
  reach: fieldWith(
    () => StrategyReachType,
    "Centres, areas and people that each fund reached through the actions that it finances.",
    {
      period: required(() => PartialDateScalar, "Period of the population, for example 2024."),
      population: usually(
        codeOf("indicator"),
        "residents",
        "Population indicator: code of an indicator that counts people, for example residents_65plus.",
      ),
    },
    (strategy: Strategy, { period, population }, context) => makeReach(strategy, period, population, context),
  ),
});

fields<Reach>(() => ReachType, {
  actions: toAction.many("actionCodes", "Number of actions; null with a reason."),
  centres: toCentre.many("centreCodes", "Number of centres; null with a reason."),
  areas: toArea.many("areaCodes", "Number of areas; null with a reason."),
});
