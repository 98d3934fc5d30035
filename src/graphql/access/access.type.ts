import { Float, Int } from "type-graphql";
import type { AccessFigures } from "../../domain/access/access-figures";
import type { RoundedAccess, RoundedScenario } from "../../domain/access/rounded-access";
import { limits } from "../../domain/kit/limits";
import type { PlacingMethod } from "../../domain/places/population-points";
import type { AccessArea, AccessExclusion } from "../../queries/access/access-area";
import type { AccessAnswer } from "../../queries/access/make-access";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType, ObservationType } from "../indicators/observation.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
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

const AccessFiguresType = output<AccessFigures>(
  "AccessFigures",
  "Access indicators at the requested walking pace.",
  {
    coveredPeople: nonNull(() => Float, "People with a centre within reach, estimated to one decimal."),
    coveredShare: nonNull(() => Float, "Share of people with a centre within reach, 0 to 1."),
    gapPeople: nonNull(() => Float, "People without a centre within reach."),
    gapPer1000: nonNull(() => Float, "People without a centre within reach, per 1,000 people."),
    nearestMinutes: nullable(
      () => Float,
      "Mean walking time in minutes to the nearest centre, at any distance; null without any centre.",
    ),
    twoStepScore: nonNull(
      () => Float,
      "Centres per 1,000 people by the two-step floating catchment area method (2SFCA). All people within reach of a centre share it.",
    ),
    enhancedScore: nonNull(
      () => Float,
      "Centres per 1,000 people by the enhanced method (E2SFCA). Weights by third of the walking time are 1, 0.68 and 0.22. The weights are a choice of the hub.",
    ),
  },
);

const AccessScenarioType = output<RoundedScenario>("AccessScenario", "Coverage at one walking pace.", {
  walkingSpeedKmh: nonNull(() => Float, "Walking speed in km/h."),
  detourFactor: nonNull(() => Float, "Detour factor: walking distance divided by straight-line distance."),
  radiusMetres: nonNull(
    () => Int,
    "Search radius in metres: straight-line distance covered in the walking time.",
  ),
  coveredPeople: nonNull(() => Float, "People with a centre within reach."),
  coveredShare: nonNull(() => Float, "Share of people with a centre within reach, 0 to 1."),
  gapPer1000: nonNull(() => Float, "People without a centre within reach, per 1,000 people."),
});

const AccessResultType = output<RoundedAccess>("AccessResult", "Access figures for a population.", {
  people: nonNull(() => Float, "Number of people."),
  figures: nonNull(
    () => AccessFiguresType,
    "Figures; with a what-if scenario, the figures after its changes.",
  ),
  before: nullable(
    () => AccessFiguresType,
    "Figures before the changes of the what-if scenario; null without a scenario.",
  ),
  sensitivity: nonNull(
    () => [AccessScenarioType],
    "Coverage at the requested pace, at 3.5 and 5 km/h with detour factor 1.3, and at 5 km/h without detour.",
    4,
  ),
  gapPer1000Low: nonNull(() => Float, "Lowest gapPer1000 among the variants in sensitivity."),
  gapPer1000High: nonNull(() => Float, "Highest gapPer1000 among the variants in sensitivity."),
});

const AccessAreaType = output<AccessArea>("AccessArea", "Walking access of people in one area to centres.", {
  area: nonNull(() => AreaType, "The area."),
  observation: nullable(
    () => ObservationType,
    "Observation of the area's population; null if the hub has none.",
  ),
  result: nullable(() => AccessResultType, "Figures of the area; null with a reason."),
  exclusion: nullable(() => AccessExclusionEnum, "Reason code for missing figures."),
  reason: nullable(() => LocalizedTextType, "Reason in words."),
});

export const AccessAnswerType = output<AccessAnswer>(
  "Access",
  "Walking access of people in some areas to centres, with all parameters and limitations.",
  {
    population: nonNull(() => IndicatorDefinitionType, "Population indicator: the people counted."),
    period: nonNull(() => PartialDateScalar, "Period of the population."),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    minutes: nonNull(() => Int, "Requested walking time in minutes."),
    walkingSpeedKmh: nonNull(() => Float, "Walking speed used, in km/h."),
    detourFactor: nonNull(
      () => Float,
      "Detour factor used: walking distance divided by straight-line distance.",
    ),
    radiusMetres: nonNull(
      () => Int,
      "Search radius in metres: straight-line distance covered in the walking time.",
    ),
    on: nullable(
      () => PartialDateScalar,
      "Date at which kinds of centres are evaluated; null for the present.",
    ),
    sort: nonNull(() => AccessOrderEnum, "Order of the areas."),
    added: nonNull(
      () => [String],
      "Names of the centres that the what-if scenario adds.",
      limits.whatIfCentres,
    ),
    closed: nonNull(
      () => [String],
      "Codes of the centres that the what-if scenario closes.",
      limits.whatIfCentres,
    ),
    centres: nonNull(
      () => Int,
      "Number of centres counted; with a what-if scenario, the number after its changes.",
    ),
    centresReached: nullable(
      () => Int,
      "Number of counted centres within reach of at least one person; null with a reason.",
    ),
    centresOfUnknownStatus: nonNull(
      () => Int,
      "Number of centres whose current status no source states: they may be closed. They count only if the filter asks for them.",
    ),
    centresNotWorking: nonNull(
      () => Int,
      "Number of centres excluded because they are known to be out of operation.",
    ),
    centresWithoutPosition: nonNull(
      () => Int,
      "Number of centres excluded because no source gives a reliable position.",
    ),
    centresOfUnknownKind: nonNull(
      () => Int,
      "Number of centres whose kind on the requested date is unknown; 0 without a date.",
    ),
    areas: nonNull(
      () => [AccessAreaType],
      "Areas of the answer. In an order by gap, areas without figures come last.",
      limits.mapAreas,
    ),
    total: nullable(
      () => AccessResultType,
      "Total of all areas of the level with figures, including areas not shown; null if no area has figures.",
    ),
    coverage: nonNull(() => CoverageType, "Number of areas of the level, and of those with figures."),
    distanceMethod: nonNull(() => DistanceMethodEnum, "Method of measuring distances."),
    placingMethod: nonNull(() => PlacingMethodEnum, "Method of placing people inside their areas."),
    method: nonNull(() => String, "Method of computation."),
    note: nonNull(() => LocalizedTextType, "Limitations and uncertainty of the figures."),
  },
);
