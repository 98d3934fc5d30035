import { Float } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { Reach } from "../../domain/strategy/fund-reach";
import type { StrategyReach } from "../../queries/strategy/make-reach";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType } from "../indicators/observation.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { FundEnum } from "./budget.type";

@Output("Reach", "Reach of several actions. Each action, centre, area and person counts once.")
export class ReachType implements Omit<Reach, "actionCodes" | "areaCodes" | "centreCodes"> {
  @Nullable(() => FundEnum, "Fund that pays; null for all actions, regardless of the fund.")
  fund!: Fund | null;

  @Nullable(
    () => CoverageType,
    "Number of actions, and of those with an area named by a source; null with a reason.",
  )
  coverage!: CoverageType | null;

  @Nullable(
    () => Float,
    "Population of the areas, each area counted once; null with a reason. They are residents: no source states how many people benefited.",
  )
  people!: number | null;

  @Nullable(() => LocalizedTextType, "Reason for null values.")
  reason!: LocalizedTextType | null;
}

@Output("StrategyReach", "Actions, centres, areas and people that a strategy and each of its funds reach.")
export class StrategyReachType implements StrategyReach {
  @NonNull(() => IndicatorDefinitionType, "Population indicator: the people counted.")
  population!: StrategyReach["population"];

  @NonNull(() => PartialDateScalar, "Period of the population.")
  period!: string;

  @NonNull(() => String, "Method of counting.")
  method!: string;

  @NonNull(() => ReachType, "Reach of all actions together, regardless of the fund.")
  all!: Reach;

  @NonNull(() => [ReachType], "Reach of each fund that the newest budget or the ledger names.")
  byFund!: readonly Reach[];
}
