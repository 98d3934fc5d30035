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

const IndicatorFamilyEnum = enumType<IndicatorFamily>("IndicatorFamily", "Family of indicators.", {
  ACCESS: "Access to services.",
  CONTEXT: "Context: population and households.",
  EU_OUTPUT: "Output indicator of EU cohesion policy (RCO, EECO).",
  EU_RESULT: "Result indicator of EU cohesion policy (RCR, EECR).",
  FRAGILITY: "Conditions that increase the fragility of people.",
  SERVICE: "Supply and use of services.",
});

const PolarityEnum = enumType<Polarity>("Polarity", "Meaning of a high value.", {
  HIGHER_IS_BETTER: "Higher is better.",
  HIGHER_IS_WORSE: "Higher is worse.",
  NEUTRAL: "Neither better nor worse.",
});

const AggregationRuleEnum = enumType<AggregationRule>(
  "AggregationRule",
  "Rule for combining the values of areas.",
  {
    NONE: "No combination: a value applies to its own area only.",
    SUM: "Values are summed.",
    WEIGHTED_MEAN: "Numerators and denominators are summed, then divided.",
  },
);

@Output(
  "IndicatorDefinition",
  "Definition of an indicator: meaning, unit, formula and rules of use.",
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

  @NonNull(() => LocalizedTextType, "Exact definition of the measured quantity.")
  definition!: LocalizedTextType;

  @Nullable(() => String, "Formula; null for a count as published.")
  formula!: string | null;

  @NonNull(() => IndicatorFamilyEnum, "Family of the indicator.")
  family!: IndicatorFamily;

  @NonNull(() => String, "Unit of measure, for example persons or percent.")
  unit!: string;

  @NonNull(() => Int, "Number of meaningful decimals for display.")
  decimals!: number;

  @NonNull(() => PolarityEnum, "Meaning of a high value.")
  polarity!: Polarity;

  @NonNull(() => AggregationRuleEnum, "Rule for combining the values of areas.")
  aggregation!: AggregationRule;

  @Nullable(
    () => Float,
    "Multiplier of numerator / denominator, for example 100 for percent; null for a count.",
  )
  factor!: number | null;

  @NonNull(() => AreaLevelEnum, "Level of the smallest areas with values.")
  finestLevel!: AreaLevel;
}

export const IndicatorConnectionType = connectionType(
  "IndicatorDefinition",
  () => IndicatorDefinitionType,
  "indicators",
);

export const toIndicator = linkTo(() => IndicatorDefinitionType, "indicator");
