import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { fields, queries } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { IndicatorDefinitionType, toIndicator } from "./indicator.type";

queries({
  indicator: toIndicator.byCode("indicator", "share_65plus"),
});

fields<IndicatorDefinition>(() => IndicatorDefinitionType, {
  numerator: toIndicator.one("numeratorCode", "Numerator; null for a count."),
  denominator: toIndicator.one("denominatorCode", "Denominator; null for a count."),
  sourceRefs,
});
