import { codeOf, optional } from "../kit/argument";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";

export const ObservationFilterInput = input(
  "ObservationFilter",
  "Filter of observations: at least an area or an indicator. All conditions must be met.",
  {
    area: optional(codeOf("area"), "Code of an area, for example nil:42."),
    indicator: optional(codeOf("indicator"), "Code of an indicator, for example share_65plus."),
    period: optional(() => PartialDateScalar, "Exact period, for example 2024."),
    level: optional(() => AreaLevelEnum, "Level of the areas; requires indicator and period."),
  },
);
