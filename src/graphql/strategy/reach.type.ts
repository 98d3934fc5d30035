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

@Output("Reach", "What some actions reach. Each action, centre, area and person is counted once.")
export class ReachType implements Omit<Reach, "actionCodes" | "areaCodes" | "centreCodes"> {
  @Nullable(() => FundEnum, "The fund that pays; null for all actions, whoever pays.")
  fund!: Fund | null;

  @Nullable(
    () => CoverageType,
    "Actions, and those of them for which a source names an area; null with a reason.",
  )
  coverage!: CoverageType | null;

  @Nullable(
    () => Float,
    "People of the areas, each area once; null with a reason. They live there: nobody says whom it helped.",
  )
  people!: number | null;

  @Nullable(() => LocalizedTextType, "Why something is null.")
  reason!: LocalizedTextType | null;
}

@Output("StrategyReach", "Which actions, centres, areas and people a strategy and each of its funds reach.")
export class StrategyReachType implements StrategyReach {
  @NonNull(() => IndicatorDefinitionType, "Whom it counts as people.")
  population!: StrategyReach["population"];

  @NonNull(() => PartialDateScalar, "The period of the population.")
  period!: string;

  @NonNull(() => String, "How it is counted.")
  method!: string;

  @NonNull(() => ReachType, "All actions together, whoever pays.")
  all!: Reach;

  @NonNull(() => [ReachType], "Each fund that the newest budget or the ledger names.")
  byFund!: readonly Reach[];
}
