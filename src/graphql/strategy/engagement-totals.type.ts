import { Field, Int, ObjectType } from "type-graphql";
import type { ProtectedCount } from "../../domain/statistics/disclosure";
import type {
  AgeClassTotal,
  EngagementArea,
  EngagementTotals,
} from "../../domain/strategy/engagement-totals";
import { CoverageType } from "../indicators/observation.type";

@ObjectType("ProtectedCount", { description: "A count that tells of no small group.", simpleResolvers: true })
class ProtectedCountType implements ProtectedCount {
  @Field(() => Int, {
    nullable: true,
    description: "The count; null when held back, or when no source tells it.",
  })
  count!: number | null;

  @Field(() => Boolean, {
    description: "True when it is held back, because it is small or would give a small one away.",
  })
  suppressed!: boolean;
}

@ObjectType("AgeClassTotal", { description: "Participations in one age class.", simpleResolvers: true })
class AgeClassTotalType extends ProtectedCountType implements AgeClassTotal {
  @Field(() => String, { description: "The class in years, for example 65-79 or 80+." })
  ageClass!: string;
}

@ObjectType("EngagementArea", { description: "Participations in one area.", simpleResolvers: true })
export class EngagementAreaType implements Omit<EngagementArea, "areaCode"> {
  @Field(() => [AgeClassTotalType], { description: "By age class." })
  byAgeClass!: readonly AgeClassTotal[];

  @Field(() => ProtectedCountType, { description: "All together." })
  total!: ProtectedCount;

  @Field(() => CoverageType, {
    description: "Events, and those of them of which somebody counted who took part.",
  })
  coverage!: CoverageType;
}

@ObjectType("EngagementTotals", {
  description:
    "Participations by area and age class, without small groups. Who takes part twice counts twice: no person enters the hub.",
  simpleResolvers: true,
})
export class EngagementTotalsType implements EngagementTotals {
  @Field(() => [EngagementAreaType], {
    description: "By area, by code; empty where no source tells of any event.",
  })
  areas!: readonly EngagementArea[];

  @Field(() => [AgeClassTotalType], { description: "By age class, over all areas." })
  byAgeClass!: readonly AgeClassTotal[];

  @Field(() => ProtectedCountType, { description: "All together." })
  total!: ProtectedCount;

  @Field(() => CoverageType, {
    description: "Events, and those of them of which somebody counted who took part.",
  })
  coverage!: CoverageType;

  @Field(() => Int, { description: "The smallest group that is told of." })
  threshold!: number;
}
