import { Float, Int } from "type-graphql";
import type {
  AggregationRule,
  IndicatorDefinition,
  IndicatorFamily,
  Polarity,
} from "../../domain/indicators/indicator";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { AreaLevelEnum } from "../places/area.type";

export const IndicatorFamilyEnum = enumType<IndicatorFamily>("IndicatorFamily", "Family of indicators.", {
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

export const IndicatorDefinitionType = node<
  IndicatorDefinition,
  "numeratorCode" | "denominatorCode" | "sensitive" | "sourceCodes" | "unit"
>("IndicatorDefinition", "Definition of an indicator: meaning, unit, formula and rules of use.", {
  code: nonNull(() => String, "Stable key, for example share_65plus."),
  name: nonNull(() => LocalizedTextType, "Short name."),
  definition: nonNull(() => LocalizedTextType, "Exact definition of the measured quantity."),
  formula: nullable(() => String, "Formula; null for a count as published."),
  family: nonNull(() => IndicatorFamilyEnum, "Family of the indicator."),
  decimals: nonNull(() => Int, "Number of meaningful decimals for display."),
  polarity: nonNull(() => PolarityEnum, "Meaning of a high value."),
  aggregation: nonNull(() => AggregationRuleEnum, "Rule for combining the values of areas."),
  factor: nullable(
    () => Float,
    "Multiplier of numerator / denominator, for example 100 for percent; null for a count.",
  ),
  finestLevel: nonNull(() => AreaLevelEnum, "Level of the smallest areas with values."),
});

export const IndicatorConnectionType = connectionType(
  "IndicatorDefinition",
  () => IndicatorDefinitionType,
  "indicators",
);

export const toIndicator = linkTo(() => IndicatorDefinitionType, "indicator");
