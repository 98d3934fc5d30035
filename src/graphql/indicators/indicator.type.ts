import { Float, Int } from "type-graphql";
import type {
  AggregationRule,
  IndicatorDefinition,
  IndicatorFamily,
  Polarity,
} from "../../domain/indicators/indicator";
import type { AreaLevel } from "../../domain/places/area";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { AreaLevelEnum } from "../places/area.type";

const IndicatorFamilyEnum = enumType<IndicatorFamily>("IndicatorFamily", "What an indicator is for.", {
  ACCESS: "How well services can be reached.",
  CONTEXT: "Who lives there: population and households.",
  EU_OUTPUT: "Output indicator of EU cohesion policy (RCO, EECO).",
  EU_RESULT: "Result indicator of EU cohesion policy (RCR, EECR).",
  FRAGILITY: "Conditions that make people more fragile.",
  SERVICE: "Supply and use of services.",
});

const PolarityEnum = enumType<Polarity>("Polarity", "How to read a high value.", {
  HIGHER_IS_BETTER: "More is better.",
  HIGHER_IS_WORSE: "More is worse.",
  NEUTRAL: "Neither.",
});

const AggregationRuleEnum = enumType<AggregationRule>(
  "AggregationRule",
  "How values of areas may be put together.",
  {
    NONE: "Not at all: the value holds for its area only.",
    SUM: "They may be added.",
    WEIGHTED_MEAN: "By summing numerators and denominators, never the values.",
  },
);

@Output(
  "IndicatorDefinition",
  "What a number means: definition, unit, formula, and how it may be used.",
  NodeType,
)
export class IndicatorDefinitionType
  extends NodeType
  implements Omit<IndicatorDefinition, "numeratorCode" | "denominatorCode" | "sourceCodes">
{
  @NonNull(() => String, "Stable key, for example share_65plus.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Short name.")
  name!: LocalizedTextType;

  @NonNull(() => LocalizedTextType, "What exactly is measured.")
  definition!: LocalizedTextType;

  @Nullable(() => String, "How it is computed; null for a count taken as published.")
  formula!: string | null;

  @NonNull(() => IndicatorFamilyEnum, "What it is for.")
  family!: IndicatorFamily;

  @NonNull(() => String, "Unit of measure, for example persons or percent.")
  unit!: string;

  @NonNull(() => Int, "Digits after the point that make sense to show.")
  decimals!: number;

  @NonNull(() => PolarityEnum, "How to read a high value.")
  polarity!: Polarity;

  @NonNull(() => AggregationRuleEnum, "How values of areas may be put together.")
  aggregation!: AggregationRule;

  @Nullable(() => Float, "What numerator / denominator is multiplied by: 100 for percent; null for a count.")
  factor!: number | null;

  @NonNull(() => AreaLevelEnum, "The smallest areas for which it exists.")
  finestLevel!: AreaLevel;
}

export const IndicatorConnectionType = connectionType(
  "IndicatorDefinition",
  () => IndicatorDefinitionType,
  "indicators",
);

export const toIndicator = linkTo(() => IndicatorDefinitionType, "indicator");
