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
  level: usually(() => AreaLevelEnum, "DISTRICT", "Which size of area."),
  city: optional(() => String, cityDescription),
};

queries({
  centreTotals: operation(
    () => CentreTotalsType,
    "Centres by kind and area on a day. What kind they were is never guessed.",
    {
      groupBy: required(() => [CentreDimensionEnum], "What to count by."),
      on: required(() => PartialDateScalar, "The whole day, for example 2026-11-22."),
      ...places,
    },
    ({ groupBy, ...where }, context) => makeTotals("CENTRES", groupBy, where, context),
  ),
  serviceTotals: operation(
    () => ServiceTotalsType,
    "Services by sort of care, area and target group.",
    { groupBy: required(() => [ServiceDimensionEnum], "What to count by."), ...places },
    ({ groupBy, ...where }, context) => makeTotals("SERVICES", groupBy, where, context),
  ),
});
