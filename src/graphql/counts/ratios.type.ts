import { Float, Int } from "type-graphql";
import type { CountDimension } from "../../domain/counts/countable";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage, ObservationStatus } from "../../domain/indicators/observation";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import type { RatioCell, Ratios } from "../../queries/counts/make-ratios";
import type { CountSubject } from "../../queries/counts/read-counted";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { AreaNumberType } from "../indicators/area-number.type";
import { IndicatorDefinitionType } from "../indicators/indicator.type";
import { CoverageType, ObservationStatusEnum } from "../indicators/observation.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { AreaGroup, CareDomainGroup, KindGroup, TargetGroupGroup } from "./group.fields";

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

@Output("RatioCell", "Ratio for one combination of groups, per 1,000 people.")
export class RatioCellType implements RatioCell {
  @AreaGroup area!: Area | null;

  @CareDomainGroup careDomain!: CareDomain | null;

  @KindGroup kind!: TaxonomyTerm | null;

  @TargetGroupGroup targetGroup!: TaxonomyTerm | null;

  @NonNull(() => [RatioDimensionEnum], "Dimensions that no source states for these items.")
  unknown!: CountDimension[];

  @NonNull(() => Int, "Numerator: number of items; 0 in a zero cell.")
  count!: number;

  @Nullable(
    () => AreaNumberType,
    "Denominator: people of the area, or of all areas without grouping by area. Null for an unknown area.",
  )
  people!: AreaNumber | null;

  @Nullable(
    () => Float,
    "Ratio: 1,000 x count / people, at full precision; null if the number of people is unknown.",
  )
  value!: number | null;

  @NonNull(() => ObservationStatusEnum, "Status of the ratio, taken from its denominator.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Reason for a null value, or a caveat about it.")
  reason!: LocalizedText | null;

  @NonNull(
    () => Boolean,
    "True for fewer than 50 people, where one more item changes the ratio by at least 20.",
  )
  isUnstable!: boolean;
}

@Output(
  "Ratios",
  "Services or centres per 1,000 people of a population group. Ratios must not be summed: request larger areas instead.",
)
export class RatiosType implements Ratios {
  @NonNull(() => RatioSubjectEnum, "Subject of the count.")
  of!: CountSubject;

  @NonNull(() => [RatioDimensionEnum], "Grouping dimensions.")
  groupBy!: CountDimension[];

  @NonNull(() => AreaLevelEnum, "Level of the areas.")
  level!: AreaLevel;

  @Nullable(() => PartialDateScalar, "Date for the kinds of centres; null for services.")
  on!: string | null;

  @NonNull(() => IndicatorDefinitionType, "Population indicator: the people in the denominator.")
  per!: IndicatorDefinition;

  @NonNull(() => PartialDateScalar, "Year of the population.")
  period!: string;

  @NonNull(() => Int, "Number of people per ratio: 1,000.")
  factor!: number;

  @NonNull(
    () => [RatioCellType],
    "Every known combination, including zero cells, then combinations with an unknown group.",
  )
  cells!: RatioCellType[];

  @NonNull(() => Int, "Number of items in the hub, or in the requested areas, each counted once.")
  total!: number;

  @NonNull(() => CoverageType, "Total, and the number of items with all requested groups known.")
  coverage!: Coverage;

  @NonNull(() => CoverageType, "Number of areas, and of those with a known population.")
  peopleCoverage!: Coverage;

  @NonNull(() => String, "Method of computing the ratios.")
  method!: string;
}
