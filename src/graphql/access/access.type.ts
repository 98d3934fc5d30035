import { Float, Int } from "type-graphql";
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
import { NonNull, Nullable, Output } from "../kit/decorators";
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

@Output("AccessFigures", "How near people are to centres at the pace that was asked.")
class AccessFiguresType implements AccessFigures {
  @NonNull(() => Float, "People with a centre within reach, an estimate to the tenth of a person.")
  coveredPeople!: number;

  @NonNull(() => Float, "The same as a share of all, 0 to 1.")
  coveredShare!: number;

  @NonNull(() => Float, "People without a centre within reach.")
  gapPeople!: number;

  @NonNull(() => Float, "The same of each thousand.")
  gapPer1000!: number;

  @Nullable(
    () => Float,
    "Mean minutes on foot to the nearest centre, however far; null where there is no centre.",
  )
  nearestMinutes!: number | null;

  @NonNull(
    () => Float,
    "Centres for each thousand people by the two-step floating catchment area (2SFCA): a centre is shared by all within its reach.",
  )
  twoStepScore!: number;

  @NonNull(
    () => Float,
    "The same by E2SFCA: the nearest third of the minutes counts 1, the second 0.68, the last 0.22. The weights are a choice.",
  )
  enhancedScore!: number;
}

@Output("AccessScenario", "Coverage at one pace.")
export class AccessScenarioType implements RoundedScenario {
  @NonNull(() => Float, "Walking speed in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Way on foot over straight line.")
  detourFactor!: number;

  @NonNull(() => Int, "How far that reaches in a straight line, in metres.")
  radiusMetres!: number;

  @NonNull(() => Float, "People with a centre within reach.")
  coveredPeople!: number;

  @NonNull(() => Float, "The same as a share of all, 0 to 1.")
  coveredShare!: number;

  @NonNull(() => Float, "People without a centre within reach, of each thousand.")
  gapPer1000!: number;
}

@Output("AccessResult", "How near some people are to centres.")
export class AccessResultType implements RoundedAccess {
  @NonNull(() => Float, "The people.")
  people!: number;

  @NonNull(() => AccessFiguresType, "The figures; with a what-if those after its change.")
  figures!: AccessFigures;

  @Nullable(() => AccessFiguresType, "The figures before the change of a what-if; null without one.")
  before!: AccessFigures | null;

  @NonNull(
    () => [AccessScenarioType],
    "The pace that was asked, then 3.5 and 5 km/h with a detour of 1.3, and 5 km/h without any: how much the answer depends on it.",
  )
  sensitivity!: readonly AccessScenarioType[];

  @NonNull(() => Float, "The smallest gap per 1,000 of these paces.")
  gapPer1000Low!: number;

  @NonNull(() => Float, "The largest gap per 1,000 of these paces.")
  gapPer1000High!: number;
}

@Output("AccessArea", "An area and how near its people are to centres.")
export class AccessAreaType implements AccessArea {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @Nullable(() => ObservationType, "Its people as a source counts them; null where the hub has no number.")
  observation!: Observation | null;

  @Nullable(() => AccessResultType, "Its figures; null with a reason.")
  result!: AccessResultType | null;

  @Nullable(() => AccessExclusionEnum, "Why there are none.")
  exclusion!: AccessExclusion | null;

  @Nullable(() => LocalizedTextType, "The same in words.")
  reason!: LocalizedText | null;
}

@Output(
  "Access",
  "How near the people of some areas are to centres, with everything that the answer depends on.",
)
export class AccessAnswerType implements AccessAnswer {
  @NonNull(() => IndicatorDefinitionType, "Who is counted as people.")
  population!: IndicatorDefinition;

  @NonNull(() => PartialDateScalar, "The period of the people.")
  period!: string;

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @NonNull(() => Int, "Minutes on foot that were asked.")
  minutes!: number;

  @NonNull(() => Float, "Walking speed that was used, in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Detour factor that was used.")
  detourFactor!: number;

  @NonNull(() => Int, "How far that reaches in a straight line, in metres.")
  radiusMetres!: number;

  @Nullable(() => PartialDateScalar, "The day of the kinds; null for now.")
  kindsOn!: string | null;

  @NonNull(() => AccessOrderEnum, "The order of the areas.")
  sort!: AccessOrder;

  @NonNull(() => [String], "Names of the centres that the what-if opens.")
  added!: readonly string[];

  @NonNull(() => [String], "Codes of the centres that it closes.")
  closed!: readonly string[];

  @NonNull(() => Int, "Centres that count; with a what-if those after its change.")
  centres!: number;

  @Nullable(() => Int, "Those of them that somebody reaches; null with a reason.")
  centresReached!: number | null;

  @NonNull(() => Int, "Centres left out because they are known not to work.")
  centresNotWorking!: number;

  @NonNull(() => Int, "Centres left out because no source gives a good point.")
  centresWithoutPosition!: number;

  @NonNull(() => Int, "Centres of which nobody says what kind they were on the day; 0 without a day.")
  centresOfUnknownKind!: number;

  @NonNull(() => [AccessAreaType], "The areas; those without figures last in an order by gap.")
  areas!: readonly AccessAreaType[];

  @Nullable(
    () => AccessResultType,
    "All areas of the level that have figures, also those that are not shown; null where none has.",
  )
  total!: AccessResultType | null;

  @NonNull(() => CoverageType, "Areas of the level, and those of them that have figures.")
  coverage!: CoverageType;

  @NonNull(() => DistanceMethodEnum, "How distances were measured.")
  distanceMethod!: "STRAIGHT_LINE";

  @NonNull(() => PlacingMethodEnum, "How people were placed inside their areas.")
  placingMethod!: PlacingMethod;

  @NonNull(() => String, "How the figures are made.")
  method!: string;

  @NonNull(() => String, "What they do not tell, and how far they may be off.")
  uncertainty!: string;
}
