import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import { lastObservationOf, progressOf } from "../../queries/strategy/target-progress";
import { toIndicator } from "../indicators/indicator.type";
import { ObservationType } from "../indicators/observation.type";
import { field, fields } from "../kit/declare";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { toAction } from "./action.type";
import { IndicatorTargetType, TargetProgressType } from "./indicator-target.type";

fields<IndicatorTarget>(() => IndicatorTargetType, {
  indicator: toIndicator.one("indicatorCode", "What is measured."),
  action: toAction.one("actionCode", "The action that it belongs to; null for the strategy as a whole."),
  area: toArea.one("areaCode", "The area that it holds for; null where it is not tied to one."),
  lastObservation: field(
    () => ObservationType,
    "The newest value of the indicator in its area; null where there is none, or no area.",
    lastObservationOf,
  ),
  progress: field(
    () => TargetProgressType,
    "How far that value is on the way from the baseline to milestone and target; computed.",
    progressOf,
  ),
  sourceRefs,
});
