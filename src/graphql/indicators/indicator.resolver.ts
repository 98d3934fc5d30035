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
  unit: nonNullField(
    () => UnitType,
    "Unit of measure.",
    ({ unit }) => unitOf(unit),
  ),
});
