import { Float, Int } from "type-graphql";
import type { CountDimension } from "../../domain/counts/countable";
import type { RatioCell, Ratios } from "../../queries/counts/make-ratios";
import type { CountSubject } from "../../queries/counts/read-counted";
import { AreaNumberType } from "../indicators/area-number.type";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType, ObservationStatusEnum } from "../indicators/observation.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { areaGroup, careDomainGroup, kindGroup, targetGroupGroup } from "./group.fields";

export const RatioSubjectEnum = enumType<CountSubject>(
  "RatioSubject",
  "Subject of a ratio per 1,000 people.",
  {
    CENTRES: "Centres, by area and kind. A centre lies in at most one area of a level.",
    SERVICES:
      "Services, by area, care domain and target group. A service counts in each area that it serves.",
  },
);

export const RatioDimensionEnum = enumType<CountDimension>(
  "RatioDimension",
  "Grouping dimension of ratios.",
  {
    AREA: "Areas of the level, each with its own population.",
    CARE_DOMAIN: "Care domain; for services only.",
    KIND: "Kind of the centre on the date; for centres only.",
    TARGET_GROUP: "Target group; for services only.",
  },
);

const RatioCellType = output<RatioCell>(
  "RatioCell",
  "Ratio for one combination of groups, per 1,000 people.",
  {
    area: areaGroup,
    careDomain: careDomainGroup,
    kind: kindGroup,
    targetGroup: targetGroupGroup,
    unknown: nonNull(() => [RatioDimensionEnum], "Dimensions that no source states for these items."),
    count: nonNull(() => Int, "Numerator: number of items; 0 in a zero cell."),
    people: nullable(
      () => AreaNumberType,
      "Denominator: people of the area, or of all areas without grouping by area. Null for an unknown area.",
    ),
    value: nullable(
      () => Float,
      "Ratio: 1,000 x count / people, at full precision; null if the number of people is unknown.",
    ),
    status: nonNull(() => ObservationStatusEnum, "Status of the ratio, taken from its denominator."),
    reason: nullable(() => LocalizedTextType, "Reason for a null value, or a caveat about it."),
    isUnstable: nonNull(
      () => Boolean,
      "True for fewer than 50 people, where one more item changes the ratio by at least 20.",
    ),
  },
);

export const RatiosType = output<Ratios>(
  "Ratios",
  "Services or centres per 1,000 people of a population group. Ratios must not be summed: request larger areas instead.",
  {
    of: nonNull(() => RatioSubjectEnum, "Subject of the count."),
    groupBy: nonNull(() => [RatioDimensionEnum], "Grouping dimensions."),
    level: nonNull(() => AreaLevelEnum, "Level of the areas."),
    on: nullable(() => PartialDateScalar, "Date for the kinds of centres; null for services."),
    per: nonNull(() => IndicatorDefinitionType, "Population indicator: the people in the denominator."),
    period: nonNull(() => PartialDateScalar, "Year of the population."),
    factor: nonNull(() => Int, "Number of people per ratio: 1,000."),
    cells: nonNull(
      () => [RatioCellType],
      "Every known combination, including zero cells, then combinations with an unknown group.",
    ),
    total: nonNull(() => Int, "Number of items in the hub, or in the requested areas, each counted once."),
    coverage: nonNull(() => CoverageType, "Total, and the number of items with all requested groups known."),
    peopleCoverage: nonNull(() => CoverageType, "Number of areas, and of those with a known population."),
    method: nonNull(() => String, "Method of computing the ratios."),
  },
);
