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

const PlacingMethodEnum = enumType<PlacingMethod>(
  "PlacingMethod",
  "Method of placing people inside an area.",
  {
    EVEN_SPREAD:
      "Evenly over the whole surface, on a grid of 25 m. Parks, fields and railways count as inhabited, because no source gives the distribution inside an area.",
  },
);

const AccessExclusionEnum = enumType<AccessExclusion>(
  "AccessExclusion",
  "Reason why an area has no figures.",
  {
    KIND_UNKNOWN: "The kind of some centres on the requested date is unknown.",
    NOBODY: "The population of the area is 0.",
    NO_POINTS: "The hub has no boundary of the area.",
    NO_POPULATION: "No source gives the population of the area in that period.",
  },
);

@Output("AccessFigures", "Access indicators at the requested walking pace.")
class AccessFiguresType implements AccessFigures {
  @NonNull(() => Float, "People with a centre within reach, estimated to one decimal.")
  coveredPeople!: number;

  @NonNull(() => Float, "Share of people with a centre within reach, 0 to 1.")
  coveredShare!: number;

  @NonNull(() => Float, "People without a centre within reach.")
  gapPeople!: number;

  @NonNull(() => Float, "People without a centre within reach, per 1,000 people.")
  gapPer1000!: number;

  @Nullable(
    () => Float,
    "Mean walking time in minutes to the nearest centre, at any distance; null without any centre.",
  )
  nearestMinutes!: number | null;

  @NonNull(
    () => Float,
    "Centres per 1,000 people by the two-step floating catchment area method (2SFCA). All people within reach of a centre share it.",
  )
  twoStepScore!: number;

  @NonNull(
    () => Float,
    "Centres per 1,000 people by the enhanced method (E2SFCA). Weights by third of the walking time are 1, 0.68 and 0.22. The weights are a choice of the hub.",
  )
  enhancedScore!: number;
}

@Output("AccessScenario", "Coverage at one walking pace.")
export class AccessScenarioType implements RoundedScenario {
  @NonNull(() => Float, "Walking speed in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Detour factor: walking distance divided by straight-line distance.")
  detourFactor!: number;

  @NonNull(() => Int, "Search radius in metres: straight-line distance covered in the walking time.")
  radiusMetres!: number;

  @NonNull(() => Float, "People with a centre within reach.")
  coveredPeople!: number;

  @NonNull(() => Float, "Share of people with a centre within reach, 0 to 1.")
  coveredShare!: number;

  @NonNull(() => Float, "People without a centre within reach, per 1,000 people.")
  gapPer1000!: number;
}

@Output("AccessResult", "Access figures for a population.")
export class AccessResultType implements RoundedAccess {
  @NonNull(() => Float, "Number of people.")
  people!: number;

  @NonNull(() => AccessFiguresType, "Figures; with a what-if scenario, the figures after its changes.")
  figures!: AccessFigures;

  @Nullable(
    () => AccessFiguresType,
    "Figures before the changes of the what-if scenario; null without a scenario.",
  )
  before!: AccessFigures | null;

  @NonNull(
    () => [AccessScenarioType],
    "Coverage at the requested pace, at 3.5 and 5 km/h with detour factor 1.3, and at 5 km/h without detour.",
  )
  sensitivity!: readonly AccessScenarioType[];

  @NonNull(() => Float, "Lowest gapPer1000 among the variants in sensitivity.")
  gapPer1000Low!: number;

  @NonNull(() => Float, "Highest gapPer1000 among the variants in sensitivity.")
  gapPer1000High!: number;
}

@Output("AccessArea", "Walking access of people in one area to centres.")
export class AccessAreaType implements AccessArea {
  @NonNull(() => AreaType, "The area.")
  area!: Area;

  @Nullable(() => ObservationType, "Observation of the area's population; null if the hub has none.")
  observation!: Observation | null;

  @Nullable(() => AccessResultType, "Figures of the area; null with a reason.")
  result!: AccessResultType | null;

  @Nullable(() => AccessExclusionEnum, "Reason code for missing figures.")
  exclusion!: AccessExclusion | null;

  @Nullable(() => LocalizedTextType, "Reason in words.")
  reason!: LocalizedText | null;
}

@Output("Access", "Walking access of people in some areas to centres, with all parameters and limitations.")
export class AccessAnswerType implements AccessAnswer {
  @NonNull(() => IndicatorDefinitionType, "Population indicator: the people counted.")
  population!: IndicatorDefinition;

  @NonNull(() => PartialDateScalar, "Period of the population.")
  period!: string;

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @NonNull(() => Int, "Requested walking time in minutes.")
  minutes!: number;

  @NonNull(() => Float, "Walking speed used, in km/h.")
  walkingSpeedKmh!: number;

  @NonNull(() => Float, "Detour factor used: walking distance divided by straight-line distance.")
  detourFactor!: number;

  @NonNull(() => Int, "Search radius in metres: straight-line distance covered in the walking time.")
  radiusMetres!: number;

  @Nullable(() => PartialDateScalar, "Date at which kinds of centres are evaluated; null for the present.")
  kindsOn!: string | null;

  @NonNull(() => AccessOrderEnum, "Order of the areas.")
  sort!: AccessOrder;

  @NonNull(() => [String], "Names of the centres that the what-if scenario adds.")
  added!: readonly string[];

  @NonNull(() => [String], "Codes of the centres that the what-if scenario closes.")
  closed!: readonly string[];

  @NonNull(() => Int, "Number of centres counted; with a what-if scenario, the number after its changes.")
  centres!: number;

  @Nullable(() => Int, "Number of counted centres within reach of at least one person; null with a reason.")
  centresReached!: number | null;

  @NonNull(() => Int, "Number of centres excluded because they are known to be out of operation.")
  centresNotWorking!: number;

  @NonNull(() => Int, "Number of centres excluded because no source gives a reliable position.")
  centresWithoutPosition!: number;

  @NonNull(() => Int, "Number of centres whose kind on the requested date is unknown; 0 without a date.")
  centresOfUnknownKind!: number;

  @NonNull(
    () => [AccessAreaType],
    "Areas of the answer. In an order by gap, areas without figures come last.",
  )
  areas!: readonly AccessAreaType[];

  @Nullable(
    () => AccessResultType,
    "Total of all areas of the level with figures, including areas not shown; null if no area has figures.",
  )
  total!: AccessResultType | null;

  @NonNull(() => CoverageType, "Number of areas of the level, and of those with figures.")
  coverage!: CoverageType;

  @NonNull(() => DistanceMethodEnum, "Method of measuring distances.")
  distanceMethod!: "STRAIGHT_LINE";

  @NonNull(() => PlacingMethodEnum, "Method of placing people inside their areas.")
  placingMethod!: PlacingMethod;

  @NonNull(() => String, "Method of computation.")
  method!: string;

  @NonNull(() => String, "Limitations and uncertainty of the figures.")
  uncertainty!: string;
}
