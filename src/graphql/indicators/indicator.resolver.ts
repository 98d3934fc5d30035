import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { unitOf } from "../../domain/kit/unit";
import { fields, nonNullField, queries } from "../kit/declare";
import { UnitType } from "../kit/unit.type";
import { IndicatorDefinitionType, toIndicator } from "./indicator.type";

queries({
  indicator: toIndicator.byCode("indicator", "share_65plus"),
});

fields<IndicatorDefinition>(() => IndicatorDefinitionType, {
  numerator: toIndicator.one("numeratorCode", "Numerator; null for a count."),
  denominator: toIndicator.one("denominatorCode", "Denominator; null for a count."),
  sensitive: nonNullField(
    () => Boolean,
    "True for facts such as living alone, income or health. The hub suppresses counts under 5 of them, and others that would let them be worked out.",
    ({ sensitive }) => sensitive === true,
  ),
  unit: nonNullField(
    () => UnitType,
    "Unit of measure.",
    ({ unit }) => unitOf(unit),
  ),
});
