import { limits } from "../../domain/kit/limits";
import type { Reach } from "../../domain/strategy/fund-reach";
import type { Strategy } from "../../domain/strategy/strategy";
import { makeReach } from "../../queries/strategy/make-reach";
import { population } from "../indicators/population-argument";
import { required } from "../kit/argument";
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
      population,
    },
    (strategy: Strategy, { period, population }, context) => makeReach(strategy, period, population, context),
  ),
});

fields<Reach>(() => ReachType, {
  actions: toAction.many(
    "actionCodes",
    "Actions that the fund reached; null with a reason.",
    limits.totalledRecords,
  ),
  centres: toCentre.many(
    "centreCodes",
    "Centres that the fund reached; null with a reason.",
    limits.totalledRecords,
  ),
  areas: toArea.many("areaCodes", "Areas that the fund reached; null with a reason.", limits.mapAreas),
});
