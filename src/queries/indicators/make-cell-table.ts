import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type CoverageDocument, coverageDocumentId } from "../../domain/indicators/indicator-coverage";
import { type SeriesDocument, seriesDocumentId } from "../../domain/indicators/series-document";
import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { checkCount } from "../kit/check-bounds";
import { allKnown, knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { scopeOf } from "../kit/scope-of";
import { type ComparisonRequest, checkComparison, type IndicatorCell, loadCells } from "./make-cells";
import { newestPeriod } from "./newest-period";

/** Cells of any areas, indicators and periods. */
export type CellTable = ReturnType<typeof tableOf>;

export const cellsMethod =
  "Rank 1 is the highest value, ties share the smallest rank. Decile = 1 + floor(10 x ranked areas strictly below / ranked areas). Quartiles by linear interpolation (Hyndman and Fan, type 7). Areas without a value or below the minimum of residents are left out of ranks, distribution and means. Peers: the ranked areas of the same level and city nearest in value in the first period with a value, or in `since`; ties by code. Means by the rule of the indicator, or unweighted on request; changes of means over the areas ranked in both periods.";

const tableOf = (cells: readonly IndicatorCell[]) => ({
  cells,
  coverage: {
    expected: cells.length,
    present: cells.filter(({ observation }) => observation.value !== null).length,
  },
  method: cellsMethod,
});

interface ProfileRequest {
  readonly indicators?: readonly string[] | null | undefined;
  readonly period?: string | null | undefined;
  readonly comparison: ComparisonRequest;
}

/**
 * Some indicators of an area in one period, or each in its newest. Profiles of several areas of a level share
 * the panel of each indicator.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeProfile(
  area: Area,
  { indicators: asked, period, comparison }: ProfileRequest,
  context: QueryContext,
) {
  checkComparison(comparison);
  if (asked) checkCount("indicators", asked, limits.profileIndicators);
  const indicators = asked
    ? allKnown(context.records, "indicator", "indicators", [...new Set(asked)])
    : indicatorsOf(area, context);
  if (indicators.length === 0)
    knownCode(context.records, "indicator", "comparison.residentsIndicator", comparison.residentsIndicator);
  const { level, cityCode: city } = area;
  const cells = indicators.map((indicator) => {
    const { panel, cell } = loadCells({ indicator, level, city, comparison }, context);
    const own = panel.series(area.code);
    const at = period ?? newestPeriod(own, context);
    return asked || own.some((each) => each.period === at) ? [cell(area, at)] : [];
  });
  return tableOf(cells.flat());
}

/** The indicators with a value in any area of the level. */
function indicatorsOf({ level, cityCode }: Area, { records }: QueryContext): readonly IndicatorDefinition[] {
  const scope = scopeOf(level, cityCode, records);
  const coverage = scope && records.document<CoverageDocument>(scope, coverageDocumentId);
  if (!coverage) return records.allIndicators();
  const codes = Object.keys(coverage).filter((code) => coverage[code]!.some((each) => each.level === level));
  const found = codes.map((code) => {
    // The profile reads it in any case.
    const series = records.document<SeriesDocument>(scope, seriesDocumentId(level, code));
    return series?.indicator ?? records.indicator.one(code);
  });
  return found.filter((indicator) => indicator !== null);
}

/**
 * One indicator of some areas in every period, area by area, oldest first, from one panel for each level and city.
 * @throws HubError UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
function makeSeries(
  indicator: IndicatorDefinition,
  areas: readonly Area[],
  comparison: ComparisonRequest,
  context: QueryContext,
) {
  checkComparison(comparison);
  const cells = areas.map((area) => {
    const { level, cityCode: city } = area;
    const { panel, cell } = loadCells({ indicator, level, city, comparison }, context);
    return panel.series(area.code).map(({ period }) => cell(area, period));
  });
  return tableOf(cells.flat());
}

interface SeriesRequest {
  readonly areas: readonly string[];
  readonly comparison: ComparisonRequest;
}

/** @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED. */
export function seriesOfAreas(
  indicator: IndicatorDefinition,
  { areas, comparison }: SeriesRequest,
  context: QueryContext,
): CellTable {
  const codes = [...new Set(areas)];
  checkCount("areas", codes, limits.seriesAreas);
  return makeSeries(indicator, allKnown(context.records, "area", "areas", codes), comparison, context);
}

/** @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED. */
export function seriesOfArea(
  area: Area,
  { indicator: code, comparison }: { readonly indicator: string; readonly comparison: ComparisonRequest },
  context: QueryContext,
): CellTable {
  const indicator = knownCode(context.records, "indicator", "indicator", code);
  return makeSeries(indicator, [area], comparison, context);
}
