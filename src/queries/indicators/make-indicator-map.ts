import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { residentsPeriod } from "../../domain/indicators/indicator-panel";
import type { Observation } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { type ClassMethod, classesOf, classIndexOf, type ValueClass } from "../../domain/statistics/classes";
import { checkBounds } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { cellsMethod } from "./make-cell-table";
import { type ComparisonRequest, checkComparison, loadCells } from "./make-cells";
import { newestPeriod } from "./newest-period";

const totalsMethod =
  "Values that no source publishes for an area are computed from the areas within it: counts are summed, ratios are computed from summed numerators and denominators, and an area on a border counts with the share of its surface (docs/methods.md, Totals over areas).";

interface MapRequest {
  readonly level: AreaLevel;
  readonly city?: string | null | undefined;
  readonly period?: string | null | undefined;
  /** Whether the hub computes the values that no source publishes for the level. */
  readonly computed?: boolean;
  readonly comparison: ComparisonRequest;
}

export type IndicatorMap = Awaited<ReturnType<typeof makeIndicatorMap>>;

/** A class of values, with its areas. */
export interface AreaClass extends ValueClass {
  readonly areaCodes: readonly string[];
}

/**
 * One indicator in all areas of a level, from one panel.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeIndicatorMap(indicator: IndicatorDefinition, request: MapRequest, context: QueryContext) {
  const { level, city = null, computed = false, comparison } = request;
  checkComparison(comparison);
  const asked = request.period ? { period: request.period } : {};
  const { panel, whole, cell } = loadCells(
    { indicator, level, city, computed, comparison, ...asked },
    context,
  );
  const period = request.period ?? newestPeriod(panel.observations, context);
  const { coverage, distribution } = panel.slice(period);
  return {
    period,
    residentsPeriod: comparison.minimumResidents > 0 ? residentsPeriod(period) : null,
    cells: panel.areas.map((area) => cell(area, period)),
    coverage,
    ranked: distribution?.count ?? 0,
    distribution,
    /** Of the one city of the areas; `null` for several cities, or areas that are cities. */
    city(): Observation | null {
      const [only, ...others] = new Set(panel.areas.map(({ cityCode }) => cityCode));
      return only === undefined || others.length > 0 ? null : whole().at(only, period);
    },
    method: computed ? `${cellsMethod} ${totalsMethod}` : cellsMethod,
  };
}

/** @throws HubError BAD_USER_INPUT if the number of classes is out of its bounds. */
export function mapClasses({ cells }: IndicatorMap, count: number, by: ClassMethod): AreaClass[] {
  checkBounds("count", count, limits.mapClasses);
  const ranked = cells.flatMap(({ area, rank, observation }) =>
    rank === null ? [] : [{ code: area.code, value: observation.value! }],
  );
  const classes = classesOf(
    ranked.map(({ value }) => value),
    count,
    by,
  );
  const codes = classes.map((): string[] => []);
  for (const { code, value } of ranked) codes[classIndexOf(classes, value)]!.push(code);
  return classes.map((each, i) => ({ ...each, areaCodes: codes[i]! }));
}
