import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { unitOf } from "../../domain/kit/unit";
import { fields, nonNullField, queries } from "../kit/declare";
import { listArguments } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { UnitType } from "../kit/unit.type";
import { IndicatorConnectionType, IndicatorDefinitionType, toIndicator } from "./indicator.type";

queries({
  indicators: pageOf(
    () => IndicatorConnectionType,
    "All indicators, by code.",
    listArguments,
    (repositories, page) => repositories.indicators.page(page),
  ),
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
