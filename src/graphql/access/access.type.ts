import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AccessFigures } from "../../domain/access/access-figures";
import type { RoundedAccess, RoundedScenario } from "../../domain/access/rounded-access";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { PlacingMethod } from "../../domain/places/population-points";
import type { AccessAnswer, AccessArea } from "../../queries/access/access-answer";
import type { AccessExclusion } from "../../queries/access/access-exclusion";
import type { AccessOrder } from "../../queries/access/access-request";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType, ObservationType } from "../indicators/observation.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum, AreaType } from "../places/area.type";
import { DistanceMethodEnum } from "../places/nearest-centres.type";
import { AccessOrderEnum } from "./access.input";

const PlacingMethodEnum = enumType<PlacingMethod>("PlacingMethod", "How people are placed inside an area.", {
  EVEN_SPREAD:
    "Alike over its whole surface, on a grid of 25 m: parks, fields and railways count as inhabited, because no source of the hub says where in an area people live.",
});

const AccessExclusionEnum = enumType<AccessExclusion>("AccessExclusion", "Why there are no figures.", {
  KIND_UNKNOWN: "Nobody says what kind some centres were on the day that was asked.",
  NOBODY: "Nobody is counted there.",
  NO_POINTS: "No boundary of the area is loaded.",
  NO_POPULATION: "No source counts its people in that period.",
});

@ObjectType("AccessFigures", {
  description: "How near people are to centres at the pace that was asked.",
  simpleResolvers: true,
})
class AccessFiguresType implements AccessFigures {
  @Field(() => Float, {
    description: "People with a centre within reach, an estimate to the tenth of a person.",
  })
  coveredPeople!: number;

  @Field(() => Float, { description: "The same as a share of all, 0 to 1." })
  coveredShare!: number;

  @Field(() => Float, { description: "People without a centre within reach." })
  gapPeople!: number;

  @Field(() => Float, { description: "The same of each thousand." })
  gapPer1000!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Mean minutes on foot to the nearest centre, however far; null where there is no centre.",
  })
  nearestMinutes!: number | null;

  @Field(() => Float, {
    description:
      "Centres for each thousand people by the two-step floating catchment area (2SFCA): a centre is shared by all within its reach.",
  })
  twoStepScore!: number;

  @Field(() => Float, {
    description:
      "The same by E2SFCA: the nearest third of the minutes counts 1, the second 0.68, the last 0.22. The weights are a choice.",
  })
  enhancedScore!: number;
}

@ObjectType("AccessScenario", { description: "Coverage at one pace.", simpleResolvers: true })
export class AccessScenarioType implements RoundedScenario {
  @Field(() => Float, { description: "Walking speed in km/h." })
  walkingSpeedKmh!: number;

  @Field(() => Float, { description: "Way on foot over straight line." })
  detourFactor!: number;

  @Field(() => Int, { description: "How far that reaches in a straight line, in metres." })
  radiusMetres!: number;

  @Field(() => Float, { description: "People with a centre within reach." })
  coveredPeople!: number;

  @Field(() => Float, { description: "The same as a share of all, 0 to 1." })
  coveredShare!: number;

  @Field(() => Float, { description: "People without a centre within reach, of each thousand." })
  gapPer1000!: number;
}

@ObjectType("AccessResult", { description: "How near some people are to centres.", simpleResolvers: true })
export class AccessResultType implements RoundedAccess {
  @Field(() => Float, { description: "The people." })
  people!: number;

  @Field(() => AccessFiguresType, {
    description: "The figures; with a what-if those after its change.",
  })
  figures!: AccessFigures;

  @Field(() => AccessFiguresType, {
    nullable: true,
    description: "The figures before the change of a what-if; null without one.",
  })
  before!: AccessFigures | null;

  @Field(() => [AccessScenarioType], {
    description:
      "The pace that was asked, then 3.5 and 5 km/h with a detour of 1.3, and 5 km/h without any: how much the answer depends on it.",
  })
  sensitivity!: readonly AccessScenarioType[];

  @Field(() => Float, { description: "The smallest gap per 1,000 of these paces." })
  gapPer1000Low!: number;

  @Field(() => Float, { description: "The largest gap per 1,000 of these paces." })
  gapPer1000High!: number;
}

@ObjectType("AccessArea", {
  description: "An area and how near its people are to centres.",
  simpleResolvers: true,
})
export class AccessAreaType implements AccessArea {
  @Field(() => AreaType, { description: "The area." })
  area!: Area;

  @Field(() => ObservationType, {
    nullable: true,
    description: "Its people as a source counts them; null where the hub has no number.",
  })
  observation!: Observation | null;

  @Field(() => AccessResultType, { nullable: true, description: "Its figures; null with a reason." })
  result!: AccessResultType | null;

  @Field(() => AccessExclusionEnum, { nullable: true, description: "Why there are none." })
  exclusion!: AccessExclusion | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "The same in words." })
  reason!: LocalizedText | null;
}

@ObjectType("Access", {
  description:
    "How near the people of some areas are to centres, with everything that the answer depends on.",
  simpleResolvers: true,
})
export class AccessAnswerType implements AccessAnswer {
  @Field(() => IndicatorDefinitionType, { description: "Who is counted as people." })
  population!: IndicatorDefinition;

  @Field(() => PartialDateScalar, { description: "The period of the people." })
  period!: string;

  @Field(() => AreaLevelEnum, { description: "The level of the areas." })
  level!: AreaLevel;

  @Field(() => Int, { description: "Minutes on foot that were asked." })
  minutes!: number;

  @Field(() => Float, { description: "Walking speed that was used, in km/h." })
  walkingSpeedKmh!: number;

  @Field(() => Float, { description: "Detour factor that was used." })
  detourFactor!: number;

  @Field(() => Int, { description: "How far that reaches in a straight line, in metres." })
  radiusMetres!: number;

  @Field(() => PartialDateScalar, { nullable: true, description: "The day of the kinds; null for now." })
  kindsOn!: string | null;

  @Field(() => AccessOrderEnum, { description: "The order of the areas." })
  sort!: AccessOrder;

  @Field(() => [String], { description: "Names of the centres that the what-if opens." })
  added!: readonly string[];

  @Field(() => [String], { description: "Codes of the centres that it closes." })
  closed!: readonly string[];

  @Field(() => Int, { description: "Centres that count; with a what-if those after its change." })
  centres!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Those of them that somebody reaches; null with a reason.",
  })
  centresReached!: number | null;

  @Field(() => Int, { description: "Centres left out because they are known not to work." })
  centresNotWorking!: number;

  @Field(() => Int, { description: "Centres left out because no source gives a good point." })
  centresWithoutPosition!: number;

  @Field(() => Int, {
    description: "Centres of which nobody says what kind they were on the day; 0 without a day.",
  })
  centresOfUnknownKind!: number;

  @Field(() => [AccessAreaType], { description: "The areas; those without figures last in an order by gap." })
  areas!: readonly AccessAreaType[];

  @Field(() => AccessResultType, {
    nullable: true,
    description:
      "All areas of the level that have figures, also those that are not shown; null where none has.",
  })
  total!: AccessResultType | null;

  @Field(() => CoverageType, { description: "Areas of the level, and those of them that have figures." })
  coverage!: CoverageType;

  @Field(() => DistanceMethodEnum, { description: "How distances were measured." })
  distanceMethod!: "STRAIGHT_LINE";

  @Field(() => PlacingMethodEnum, { description: "How people were placed inside their areas." })
  placingMethod!: PlacingMethod;

  @Field(() => String, { description: "How the figures are made." })
  method!: string;

  @Field(() => String, { description: "What they do not tell, and how far they may be off." })
  uncertainty!: string;
}
