import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { fields, queries } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { IndicatorConnectionType, IndicatorDefinitionType, toIndicator } from "./indicator.type";

queries({
  indicators: pageOf(
    () => IndicatorConnectionType,
    "The indicators that the hub knows, by code.",
    ListArgs,
    (repositories, page) => repositories.indicators.page(page),
  ),
  indicator: toIndicator.byCode(
    "One indicator by its code; null if there is none.",
    "For example share_65plus.",
  ),
});

fields<IndicatorDefinition>(() => IndicatorDefinitionType, {
  numerator: toIndicator.one("numeratorCode", "What is divided; null for a count."),
  denominator: toIndicator.one("denominatorCode", "What it is divided by; null for a count."),
  sourceRefs,
});
