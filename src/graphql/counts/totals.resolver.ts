import { makeTotals } from "../../queries/counts/make-totals";
import { optional, required, usually } from "../kit/argument";
import { cityDescription } from "../kit/city-argument";
import { operation, queries } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import {
  CentreDimensionEnum,
  CentreTotalsType,
  ServiceDimensionEnum,
  ServiceTotalsType,
} from "./totals.type";

const places = {
  level: usually(() => AreaLevelEnum, "DISTRICT", "Level of the areas."),
  city: optional(() => String, cityDescription),
};

queries({
  centreTotals: operation(
    () => CentreTotalsType,
    "Number of centres by kind and area on a date. Unknown kinds are never guessed.",
    {
      groupBy: required(() => [CentreDimensionEnum], "Grouping dimensions."),
      on: required(() => PartialDateScalar, "Date, for example 2026-11-22."),
      ...places,
    },
    ({ groupBy, ...where }, context) => makeTotals("CENTRES", groupBy, where, context),
  ),
  serviceTotals: operation(
    () => ServiceTotalsType,
    "Number of services by care domain, area and target group.",
    { groupBy: required(() => [ServiceDimensionEnum], "Grouping dimensions."), ...places },
    ({ groupBy, ...where }, context) => makeTotals("SERVICES", groupBy, where, context),
  ),
});
