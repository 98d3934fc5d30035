import { Float } from "type-graphql";
import type { Reach } from "../../domain/strategy/fund-reach";
import type { StrategyReach } from "../../queries/strategy/make-reach";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType } from "../indicators/observation.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { FundEnum } from "./budget.type";

export const ReachType = output<Reach, "actionCodes" | "areaCodes" | "centreCodes">(
  "Reach",
  "Reach of several actions. Each action, centre, area and person counts once.",
  {
    fund: nullable(() => FundEnum, "Fund that pays; null for all actions, regardless of the fund."),
    coverage: nullable(
      () => CoverageType,
      "Number of actions, and of those with an area named by a source; null with a reason.",
    ),
    people: nullable(
      () => Float,
      "Population of the areas, each area counted once; null with a reason. They are residents: no source states how many people benefited.",
    ),
    reason: nullable(() => LocalizedTextType, "Reason for null values."),
  },
);

export const StrategyReachType = output<StrategyReach>(
  "StrategyReach",
  "Actions, centres, areas and people that a strategy and each of its funds reach.",
  {
    population: nonNull(() => IndicatorDefinitionType, "Population indicator: the people counted."),
    period: nonNull(() => PartialDateScalar, "Period of the population."),
    method: nonNull(() => String, "Method of counting."),
    all: nonNull(() => ReachType, "Reach of all actions together, regardless of the fund."),
    byFund: nonNull(
      () => [ReachType],
      "Reach of each fund that the newest budget or the ledger names.",
      Object.keys(FundEnum).length,
    ),
  },
);
