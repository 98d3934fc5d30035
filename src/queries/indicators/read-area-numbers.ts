import { type AggregatedValue, areaTotal, checkAddsUp } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { IndicatorPanel } from "../../domain/indicators/indicator-panel";
import { noValue, type Observation } from "../../domain/indicators/observation";
import { type Area, type AreaLevel, isMadeOf } from "../../domain/places/area";
import { type AreaPart, partsByOverlap, partsOfCity } from "../../domain/places/area-parts";
import type { QueryContext } from "../kit/query-context";
import { loadPanel } from "./load-panel";

/** The value of an area: as published, or aggregated from the areas within it. */
export interface AreaNumber
  extends Omit<AggregatedValue, "coverage">,
    Pick<Observation, "areaCode" | "coverage"> {
  readonly isPublished: boolean;
}

interface NumberRequest {
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  /** `null` for all cities of the hub. */
  readonly city: string | null;
}

/**
 * The value of every area of a level, in the order of the areas. Published values stand; others are aggregated from the
 * finest level of the indicator: one published document, and for an aggregation one more and a batch.
 * @throws HubError BAD_USER_INPUT if nothing is published and nothing may be aggregated; LIMIT_EXCEEDED.
 */
export function readAreaNumbers(
  request: NumberRequest,
  level: AreaLevel,
  context: QueryContext,
): AreaNumber[] {
  const { indicator, period, city } = request;
  const panel = loadPanel({ city, level, indicator: indicator.code, period }, context);
  const { areas } = panel;
  const open = areas.filter(({ code }) => panel.at(code, period) === null);
  const isWhole = isMadeOf(level, indicator.finestLevel);
  const addsUp = indicator.aggregation !== "NONE";
  if (open.length > 0 && isWhole && ofPeriod(panel, period).length === 0) checkAddsUp(indicator);
  const totals = open.length > 0 && isWhole && addsUp ? aggregated(request, areas, open, context) : new Map();
  return areas.map(({ code }): AreaNumber => {
    const observation = panel.at(code, period);
    if (observation) return { ...observation, parts: [], isPublished: true };
    return { areaCode: code, isPublished: false, ...(totals.get(code) ?? unknown) };
  });
}

const ofPeriod = ({ observations }: IndicatorPanel, period: string): Observation[] =>
  observations.filter((each) => each.period === period);

function aggregated(
  { indicator, period, city }: NumberRequest,
  ofLevel: readonly Area[],
  open: readonly Area[],
  context: QueryContext,
): ReadonlyMap<string, AggregatedValue> {
  const finest = { city, level: indicator.finestLevel, indicator: indicator.code, period };
  const panel = loadPanel(finest, context);
  const { areas: small } = panel;
  const byArea = new Map(ofPeriod(panel, period).map((each) => [each.areaCode, each]));
  // Of the whole level: scaling needs all shares of a small area together.
  const overlapped = ofLevel.filter((area) => area.level !== "CITY").map(({ code }) => code);
  const overlapping = context.records.areaOverlaps.all(overlapped);
  const byOverlap = partsByOverlap(overlapping, small);
  const partsOf = ({ code, level: size }: Area): readonly AreaPart[] =>
    size === "CITY" ? partsOfCity(code, small) : (byOverlap.get(code) ?? []);
  const measuredBy = new Map(overlapping.map(({ code, sourceCodes }) => [code, sourceCodes]));
  return new Map(
    open.map((area) => {
      const total = areaTotal(indicator, partsOf(area), byArea);
      const sourceCodes = [...new Set([...total.sourceCodes, ...(measuredBy.get(area.code) ?? [])])];
      return [area.code, { ...total, sourceCodes }];
    }),
  );
}

const unknown: Omit<AreaNumber, "areaCode" | "isPublished"> = {
  value: null,
  numerator: null,
  denominator: null,
  status: "MISSING",
  note: noValue,
  coverage: null,
  parts: [],
  sourceCodes: [],
};
