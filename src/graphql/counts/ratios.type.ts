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

export const RatioSubjectEnum = enumType<CountSubject>("RatioSubject", "What is counted for 1,000 people.", {
  CENTRES: "Centres, by area and kind. Each lies in one area of a level at most.",
  SERVICES: "Services, by area, sort of care and target group. One that serves several areas counts in each.",
});

export const RatioDimensionEnum = enumType<CountDimension>("RatioDimension", "What ratios are told by.", {
  AREA: "The areas of the level, each beside its own people.",
  CARE_DOMAIN: "The sort of care; of services only.",
  KIND: "What kind it was on the day; of centres only.",
  TARGET_GROUP: "For whom it is; of services only.",
});

@Output("RatioCell", "Things of one combination for 1,000 people.")
export class RatioCellType implements RatioCell {
  @AreaGroup area!: Area | null;

  @CareDomainGroup careDomain!: CareDomain | null;

  @KindGroup kind!: TaxonomyTerm | null;

  @TargetGroupGroup targetGroup!: TaxonomyTerm | null;

  @NonNull(() => [RatioDimensionEnum], "What no source tells of these things.")
  unknown!: CountDimension[];

  @NonNull(() => Int, "The numerator: how many things; 0 is a zero cell.")
  count!: number;

  @Nullable(
    () => AreaNumberType,
    "The denominator: the people of the area, or of all areas where none was asked for; null where the area is not known.",
  )
  people!: AreaNumber | null;

  @Nullable(
    () => Float,
    "The ratio, 1,000 x count / people, at full precision; null where the people are not known.",
  )
  value!: number | null;

  @NonNull(() => ObservationStatusEnum, "State of the ratio: that of its denominator.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is none, or what to know about it.")
  reason!: LocalizedText | null;

  @NonNull(() => Boolean, "True below 50 people, where one thing more moves it by 20 or more.")
  isUnstable!: boolean;
}

@Output(
  "Ratios",
  "Services or centres for 1,000 people of a group. Ratios are never added up: ask for larger areas instead.",
)
export class RatiosType implements Ratios {
  @NonNull(() => RatioSubjectEnum, "What is counted.")
  of!: CountSubject;

  @NonNull(() => [RatioDimensionEnum], "What it is told by.")
  groupBy!: CountDimension[];

  @NonNull(() => AreaLevelEnum, "The level of the areas.")
  level!: AreaLevel;

  @Nullable(() => PartialDateScalar, "The day of the kinds of centres; null for services.")
  on!: string | null;

  @NonNull(() => IndicatorDefinitionType, "The people that it is told for.")
  per!: IndicatorDefinition;

  @NonNull(() => PartialDateScalar, "The year of these people.")
  period!: string;

  @NonNull(() => Int, "For how many people: 1,000.")
  factor!: number;

  @NonNull(
    () => [RatioCellType],
    "Every known combination, zero cells included, then those with something unknown.",
  )
  cells!: RatioCellType[];

  @NonNull(() => Int, "All things that the hub knows, each once; with areas named, those in them.")
  total!: number;

  @NonNull(() => CoverageType, "The same, and those of them of which all is known that was asked.")
  coverage!: Coverage;

  @NonNull(() => CoverageType, "Areas, and those of them of which the people are known.")
  peopleCoverage!: Coverage;

  @NonNull(() => String, "How the ratios are made.")
  method!: string;
}
