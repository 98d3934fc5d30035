import { Field, Float, ObjectType } from "type-graphql";
import type { Fund } from "../../domain/strategy/budget";
import type { Reach } from "../../domain/strategy/fund-reach";
import type { StrategyReach } from "../../queries/strategy/make-reach";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType } from "../indicators/observation.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { FundEnum } from "./budget.type";

@ObjectType("Reach", {
  description: "What some actions reach. Each action, centre, area and person is counted once.",
  simpleResolvers: true,
})
export class ReachType implements Omit<Reach, "actionCodes" | "areaCodes" | "centreCodes"> {
  @Field(() => FundEnum, {
    nullable: true,
    description: "The fund that pays; null for all actions, whoever pays.",
  })
  fund!: Fund | null;

  @Field(() => CoverageType, {
    nullable: true,
    description: "Actions, and those of them for which a source names an area; null with a reason.",
  })
  coverage!: CoverageType | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "People of the areas, each area once; null with a reason. They live there: nobody says whom it helped.",
  })
  people!: number | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why something is null." })
  reason!: LocalizedTextType | null;
}

@ObjectType("StrategyReach", {
  description: "Which actions, centres, areas and people a strategy and each of its funds reach.",
  simpleResolvers: true,
})
export class StrategyReachType implements StrategyReach {
  @Field(() => IndicatorDefinitionType, { description: "Whom it counts as people." })
  population!: StrategyReach["population"];

  @Field(() => PartialDateScalar, { description: "The period of the population." })
  period!: string;

  @Field(() => String, { description: "How it is counted." })
  method!: string;

  @Field(() => ReachType, { description: "All actions together, whoever pays." })
  all!: Reach;

  @Field(() => [ReachType], { description: "Each fund that the newest budget or the ledger names." })
  byFund!: readonly Reach[];
}
