import type { IndicatorTarget } from "../../domain/strategy/indicator-target";
import type { Strategy } from "../../domain/strategy/strategy";
import { lastObservationOf, progressOf } from "../../queries/strategy/target-progress";
import { toIndicator } from "../indicators/indicator.type";
import { ObservationType } from "../indicators/observation.type";
import { field, fields } from "../kit/declare";
import { ListArgs } from "../kit/page.input";
import { pageOf } from "../kit/page-of";
import { sourceRefs } from "../kit/source-ref.type";
import { toArea } from "../places/area.type";
import { toAction } from "./action.type";
import {
  IndicatorTargetConnectionType,
  IndicatorTargetType,
  TargetProgressType,
} from "./indicator-target.type";
import { StrategyType } from "./strategy.type";

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

fields<Strategy>(() => StrategyType, {
  indicatorTargets: pageOf(
    () => IndicatorTargetConnectionType,
    "What it promises to reach, by indicator; empty where no source tells.",
    ListArgs,
    ({ indicatorTargets }, page, { code }) => indicatorTargets.ofStrategy(code, page),
  ),
});
