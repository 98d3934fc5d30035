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
    "Services or centres for 1,000 residents of a group and year, by area and kind.",
    {
      of: required(() => RatioSubjectEnum, "What is counted."),
      groupBy: required(() => [RatioDimensionEnum], "What to tell it by; at most once each."),
      per: required(
        () => String,
        "Code of the indicator that counts the people, for example residents_65plus.",
      ),
      period: required(() => PartialDateScalar, "The year of these people, for example 2024."),
      level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Which size of area."),
      areas: optional(
        () => [String],
        "Codes of areas of the level: only these. All of the level when absent.",
      ),
      city: optional(() => String, cityDescription),
      on: optional(() => PartialDateScalar, "The day of the kinds of centres; today when absent."),
    },
    ({ city = null, ...given }, context) => makeRatios({ ...given, city }, context),
  ),
});

fields(() => RatiosType, { flat: flatOf(flatRatios) });
