import { Float } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import { withCommas } from "../../domain/kit/with-commas";
import type { Area } from "../../domain/places/area";
import { findObservation, observationOfArea } from "../../queries/indicators/find-observation";
import { findObservations } from "../../queries/indicators/find-observations";
import { findVintages } from "../../queries/indicators/find-vintages";
import { newestOfArea } from "../../queries/indicators/newest-of-area";
import { isSmallCell, roundedValueOf } from "../../queries/indicators/observation-value";
import { codeOf, optional, required } from "../kit/argument";
import { field, fields, fieldWith, operation, queries } from "../kit/declare";
import { asOfDescription } from "../kit/link";
import { listArguments, pageArguments } from "../kit/page.input";
import { recordState } from "../kit/record-state.type";
import { DateTimeScalar } from "../kit/scalars";
import { AreaType, toArea } from "../places/area.type";
import { toIndicator } from "./indicator.type";
import { ObservationFilterInput } from "./observation.input";
import { ObservationConnectionType, ObservationType } from "./observation.type";
import { ObservationVintageConnectionType } from "./observation-vintage.type";
import { periodOrNewest } from "./panel-arguments";

const indicatorOfOne = required(codeOf("indicator"), "Code of the indicator, for example share_65plus.");

queries({
  observations: operation(
    () => ObservationConnectionType,
    "Observations: of an area, by indicator and period; of an indicator alone, by period and area.",
    { filter: required(() => ObservationFilterInput, "Filter of observations."), ...listArguments },
    ({ filter, ...page }, context) => findObservations(filter, page, context),
  ),
  observation: operation(
    () => ObservationType,
    "One observation, current or as the hub gave it at a moment. Without a value its status is MISSING and its note gives the reason. Without a period, the newest one with a value that is not a forecast; its `period` says which.",
    {
      area: required(codeOf("area"), "Code of the area, for example nil:42."),
      indicator: indicatorOfOne,
      period: periodOrNewest,
      asOf: optional(() => DateTimeScalar, asOfDescription),
    },
    ({ asOf, ...which }, context) => findObservation(which, asOf, context),
  ),
});

fields<Observation>(() => ObservationType, {
  indicator: toIndicator.one("indicatorCode", "The indicator."),
  area: toArea.one("areaCode", "Area of the observation."),
  roundedValue: field(() => Float, "Value rounded to the decimals of its indicator.", roundedValueOf),
  smallCellPublishedBySource: field(
    () => Boolean,
    "True if the source itself publishes a count of 1 to 4, or a ratio with such a component. A few persons change such a value. Sensitive indicators have none: the hub suppresses them. Null if the indicator is unknown.",
    isSmallCell,
  ),
  recordState,
  vintages: fieldWith(
    () => ObservationVintageConnectionType,
    "All versions of the observation, newest first: the published value and its revisions. Empty if the hub never had a value. Request it for one observation at a time.",
    pageArguments,
    findVintages,
  ),
});

fields<Area>(() => AreaType, {
  observation: fieldWith(
    () => ObservationType,
    "One observation of this area. Without a value its status is MISSING and its note gives the reason. Without a period, the newest one with a value that is not a forecast. Efficient in lists of areas.",
    { indicator: indicatorOfOne, period: periodOrNewest },
    observationOfArea,
  ),
  newestObservations: fieldWith(
    () => ObservationConnectionType,
    `Newest known value of each indicator in this area that is not a forecast, by indicator. Reads all values of the area, at most ${withCommas(limits.seriesObservations)}, once for each area.`,
    pageArguments,
    newestOfArea,
  ),
});
