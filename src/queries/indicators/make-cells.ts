import { type AreaMean, areaMean } from "../../domain/indicators/area-mean";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type ComparedValue, type Comparison, comparedValue } from "../../domain/indicators/indicator-cell";
import type { IndicatorPanel } from "../../domain/indicators/indicator-panel";
import { missingObservation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { checkBounds } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { loadCompletedPanel } from "./load-completed-panel";
import { loadPanel, type PanelRequest, type RankingRequest } from "./load-panel";

/** With what areas are compared, and which of them are ranked. */
export interface ComparisonRequest extends Comparison, RankingRequest {}

/** One indicator in one area and period. What is outside of its slice is computed on request. */
export type IndicatorCell = ReturnType<ReturnType<typeof cellsOf>>;

export type CellsRequest = Omit<PanelRequest, "indicator" | "ranking"> & {
  readonly indicator: IndicatorDefinition;
  readonly comparison: ComparisonRequest;
  /** Whether the hub computes what no source publishes; false if absent. */
  readonly computed?: boolean;
};

/** @throws HubError BAD_USER_INPUT. */
export function checkComparison({ minimumDenominator, minimumResidents, peers }: ComparisonRequest): void {
  checkBounds("comparison.minimumDenominator", minimumDenominator, limits.rankedDenominator);
  checkBounds("comparison.minimumResidents", minimumResidents, limits.rankedResidents);
  checkBounds("comparison.peers", peers, limits.peers);
}

/**
 * The panel of an indicator and the cells in it.
 * @throws HubError as `loadPanel`.
 */
export function loadCells(request: CellsRequest, context: QueryContext) {
  const { indicator, comparison, computed = false, ...where } = request;
  const load = computed ? loadCompletedPanel : loadPanel;
  const { minimumDenominator, minimumResidents, residentsIndicator } = comparison;
  const ranking = { minimumDenominator, minimumResidents, residentsIndicator };
  const wanted = { ...where, indicator: indicator.code, ranking };
  const { period: _, ...everyPeriod } = wanted;
  /** With every period, and with the city. */
  const whole = () => load(everyPeriod, context);
  const panel = load(wanted, context);
  return { panel, whole, cell: cellsOf(indicator, panel, whole, comparison) };
}

function cellsOf(
  indicator: IndicatorDefinition,
  panel: IndicatorPanel,
  whole: () => IndicatorPanel,
  comparison: Comparison,
) {
  const levels = new Map<string, AreaMean>();
  /** Once for all cells that share it. */
  const levelMean = (all: IndicatorPanel, period: string, base: string | null): AreaMean => {
    const name = `${period} ${base}`;
    const mean = levels.get(name) ?? {
      ...areaMean(all.areas, all, indicator, comparison.weighting, period, base),
      areas: null,
    };
    levels.set(name, mean);
    return mean;
  };
  return (area: Area, period: string) => {
    const { distribution } = panel.slice(period);
    const {
      rank = null,
      decile = null,
      exclusion = null,
      reason = null,
      residents = null,
    } = panel.cell(area.code, period) ?? {};
    const observation = panel.at(area.code, period) ?? missingObservation(area, indicator.code, period);
    let read: ComparedValue | undefined;
    const compared = () => {
      read ??= comparedValue(area, period, whole(), indicator, comparison);
      return read;
    };
    return {
      area,
      indicator,
      observation,
      isComputed: panel.isComputed(observation),
      rank,
      ranked: distribution?.count ?? 0,
      decile,
      exclusion,
      reason,
      residents,
      distribution,
      isBreak: observation.status === "BREAK",
      sourceChanged: () => compared().sourceChanged,
      city: () => compared().city,
      differenceToCity: () => compared().differenceToCity,
      shareOfCity: () => compared().shareOfCity,
      change: () => compared().change,
      changeReason: () => compared().changeReason,
      cityChange: () => compared().cityChange,
      level: () => levelMean(whole(), period, compared().base),
      peers: () => compared().peers(),
    };
  };
}
