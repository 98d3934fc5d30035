import { addsUp, noTotal } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { IndicatorPanel } from "../../domain/indicators/indicator-panel";
import { missingObservation, type Observation } from "../../domain/indicators/observation";
import { isMadeOf } from "../../domain/places/area";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { loadPanel, type PanelRequest, rankedPanel } from "./load-panel";
import { readAreaNumbers } from "./read-area-numbers";

/**
 * As `loadPanel`, with the values that no source publishes for an area computed from the areas within it, once for all requests
 * of a version. Residents are completed too: ranks may need a minimum of them. Without a rule for totals the
 * observations are MISSING and say so.
 * @throws HubError as `loadPanel`; UNKNOWN_CODE for the indicator.
 */
export const loadCompletedPanel = (request: PanelRequest, context: QueryContext): IndicatorPanel =>
  context.records.shared(
    `completed panel ${JSON.stringify(request)}`,
    () => completed(request, context),
    ({ areas, observations }) => areas.length + observations.length,
  );

function completed(request: PanelRequest, context: QueryContext): IndicatorPanel {
  const { ranking: _, ...values } = request;
  const indicator = knownCode(context.records, "indicator", "indicator", request.indicator);
  const published = loadPanel(values, context);
  if (!isMadeOf(request.level, indicator.finestLevel)) return loadPanel(request, context);
  const finest = { ...values, level: indicator.finestLevel };
  const periods = request.period === undefined ? periodsOf(loadPanel(finest, context)) : [request.period];
  const added = periods.flatMap((period) => addedIn(period, indicator, request, context));
  const material = {
    areas: published.areas,
    observations: [...published.observations, ...added],
    computed: new Set(added.filter(({ value }) => value !== null)),
  };
  return rankedPanel(material, request, loadCompletedPanel, context);
}

/** Of areas, not of their city: it may have values in other periods. */
const periodsOf = ({ areas, observations }: IndicatorPanel): string[] => {
  const codes = new Set(areas.map(({ code }) => code));
  return [...new Set(observations.flatMap(({ areaCode, period }) => (codes.has(areaCode) ? period : [])))];
};

/** The observations of a period that no source publishes: computed, or MISSING with the reason. */
function addedIn(
  period: string,
  indicator: IndicatorDefinition,
  { level, city }: PanelRequest,
  context: QueryContext,
): Observation[] {
  const { areas, at } = loadPanel({ indicator: indicator.code, level, city, period }, context);
  if (!addsUp(indicator))
    return areas
      .filter(({ code }) => at(code, period) === null)
      .map((area) => missingObservation(area, indicator.code, period, noTotal));
  const numbers = readAreaNumbers({ indicator, period, city }, level, context);
  return numbers.flatMap(({ isPublished, parts: _, ...number }) =>
    isPublished ? [] : { ...number, indicatorCode: indicator.code, areaLevel: level, period },
  );
}
