import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import { lastObservationOf, progressOf } from "../../queries/strategy/target-progress";
import { toIndicator } from "../indicators/indicator.type";
import { ObservationType } from "../indicators/observation.type";
import { field, fields } from "../kit/declare";
import { toArea } from "../places/area.type";
import { toAction } from "./action.type";
import { IndicatorTargetType, TargetProgressType } from "./indicator-target.type";

fields<IndicatorTarget>(() => IndicatorTargetType, {
  indicator: toIndicator.one("indicatorCode", "The indicator."),
  action: toAction.one("actionCode", "Action; null for the strategy as a whole."),
  area: toArea.one("areaCode", "Area of the target; null if it is not limited to an area."),
  lastObservation: field(
    () => ObservationType,
    "Newest observation of the indicator in the area; null if there is none or no area.",
    lastObservationOf,
  ),
  progress: field(
    () => TargetProgressType,
    "Computed progress of the last observation from the baseline to milestone and target.",
    progressOf,
  ),
});
