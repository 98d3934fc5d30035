import { flatRatios } from "../../queries/counts/flat-counts";
import { makeRatios } from "../../queries/counts/make-ratios";
import { optional, required, usually } from "../kit/argument";
import { cityDescription } from "../kit/city-argument";
import { fields, operation, queries } from "../kit/declare";
import { flatOf } from "../kit/flat-table.type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { RatioDimensionEnum, RatioSubjectEnum, RatiosType } from "./ratios.type";

queries({
  ratios: operation(
    () => RatiosType,
    "Services or centres per 1,000 people of a population group, by area and other dimensions.",
    {
      of: required(() => RatioSubjectEnum, "Subject of the count."),
      groupBy: required(() => [RatioDimensionEnum], "Grouping dimensions; each at most once."),
      per: required(
        () => String,
        "Population indicator: code of an indicator that counts people, for example residents_65plus.",
      ),
      period: required(() => PartialDateScalar, "Year of the population, for example 2024."),
      level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Level of the areas."),
      areas: optional(
        () => [String],
        "Codes of areas of the level to count; all areas of the level when absent.",
      ),
      city: optional(() => String, cityDescription),
      on: optional(() => PartialDateScalar, "Date for the kinds of centres; today when absent."),
    },
    ({ city = null, ...given }, context) => makeRatios({ ...given, city }, context),
  ),
});

fields(() => RatiosType, { flat: flatOf(flatRatios) });
