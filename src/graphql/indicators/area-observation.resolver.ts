import type { Area } from "../../domain/places/area";
import { required } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { AreaType } from "../places/area.type";
import { ObservationType } from "./observation.type";

fields<Area>(() => AreaType, {
  observation: fieldWith(
    () => ObservationType,
    "One number about this area; null where there is none. Cheap for whole lists of areas.",
    {
      indicator: required(() => String, "Code of the indicator, for example share_65plus."),
      period: required(() => PartialDateScalar, "For example 2024."),
    },
    ({ code: areaCode }: Area, { indicator: indicatorCode, period }, { loaders }) =>
      loaders.observation.load({ areaCode, indicatorCode, period }),
  ),
});
