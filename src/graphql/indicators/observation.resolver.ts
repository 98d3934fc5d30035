import { GraphQLDateTime } from "graphql-scalars";
import { Float } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import type { Area } from "../../domain/places/area";
import { findObservations } from "../../queries/indicators/find-observations";
import { findVintages, observationAsOf } from "../../queries/indicators/find-vintages";
import { isSmallCell, roundedValueOf } from "../../queries/indicators/observation-value";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { optional, required } from "../kit/argument";
import { field, fields, fieldWith, operation, queries } from "../kit/declare";
import { asOfDescription } from "../kit/link";
import { ListArgs, PageArgs } from "../kit/page.input";
import { PartialDateScalar } from "../kit/scalars";
import { sourceRefs } from "../kit/source-ref.type";
import { AreaType, toArea } from "../places/area.type";
import { AreaNumberType } from "./area-number.type";
import { toIndicator } from "./indicator.type";
import { ObservationFilterInput } from "./observation.input";
import { ObservationConnectionType, ObservationType } from "./observation.type";
import { ObservationVintageConnectionType, observationArguments } from "./observation-vintage.type";

queries({
  observations: operation(
    () => ObservationConnectionType,
    "Numbers: with an area by indicator and period, with an indicator alone by period and area.",
    { filter: required(() => ObservationFilterInput, "Which numbers."), page: ListArgs },
    ({ filter, page }, context) => findObservations(filter, page, context),
  ),
  observation: operation(
    () => ObservationType,
    "One number, now or as the hub gave it at a moment; null where there was none.",
    { ...observationArguments, asOf: optional(() => GraphQLDateTime, asOfDescription) },
    ({ asOf, ...which }, context) => observationAsOf(which, asOf, context),
  ),
  observationVintages: operation(
    () => ObservationVintageConnectionType,
    "Everything that one number was, newest first: what was published, and what was revised later.",
    { ...observationArguments, page: PageArgs },
    ({ page, ...which }, context) => findVintages(which, page, context),
  ),
});

fields<Observation>(() => ObservationType, {
  indicator: toIndicator.one("indicatorCode", "What the number means."),
  area: toArea.one("areaCode", "The area it speaks of."),
  roundedValue: field(() => Float, "The value rounded to the decimals of its indicator.", roundedValueOf),
  smallCellPublishedBySource: field(
    () => Boolean,
    "True for a count of 1 to 4 that the source itself publishes, or a ratio with such a part: it passes as it is, and a few persons move it. Null where the indicator is not known.",
    isSmallCell,
  ),
  sourceRefs,
});

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

fields<AreaNumber>(() => AreaNumberType, { sourceRefs });
