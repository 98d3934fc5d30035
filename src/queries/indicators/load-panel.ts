import {
  everyoneRanked,
  type IndicatorPanel,
  indicatorPanel,
  type PanelMaterial,
  type RankingThreshold,
  residentsPeriod,
} from "../../domain/indicators/indicator-panel";
import type { RankingMinimums } from "../../domain/indicators/ranking";
import { type SeriesDocument, seriesDocumentId } from "../../domain/indicators/series-document";
import { type Area, type AreaLevel, isZoneLevel } from "../../domain/places/area";
import { knownCode, knownCodeIfGiven } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { scopeOf } from "../kit/scope-of";

/** The areas that are ranked. */
export interface RankingRequest extends RankingMinimums {
  readonly residentsIndicator: string;
}

export interface PanelRequest {
  readonly indicator: string;
  readonly level: AreaLevel;
  /** `null` for all cities of the hub. */
  readonly city: string | null;
  /** Only this period; every period if absent. */
  readonly period?: string;
  /** All areas are ranked if absent. */
  readonly ranking?: RankingRequest;
}

/**
 * An indicator in the areas of a level, once for all requests of a version. Of one city, or of cities beside each other, it is
 * a published document. Of several cities at once, and before the first publication, it needs the lists of the whole hub.
 * @throws HubError UNKNOWN_CODE for a city, and with a ranking for an indicator too; LIMIT_EXCEEDED for lists that are
 * too long.
 */
export const loadPanel = (request: PanelRequest, context: QueryContext): IndicatorPanel =>
  context.records.shared(
    `panel ${JSON.stringify(request)}`,
    () => readPanel(request, context),
    ({ areas, observations }) => areas.length + observations.length,
  );

/** Reads a panel for a request, published or completed. */
type PanelLoader = typeof loadPanel;

const readPanel = (request: PanelRequest, context: QueryContext): IndicatorPanel =>
  rankedPanel(materialOf(request, context), request, loadPanel, context);

/**
 * The panel with the ranks of the request.
 * @param load reads the residents of the areas.
 */
export function rankedPanel(
  material: PanelMaterial,
  request: PanelRequest,
  load: PanelLoader,
  context: QueryContext,
): IndicatorPanel {
  const { records } = context;
  const { ranking, indicator } = request;
  if (!ranking) return indicatorPanel(material, everyoneRanked);
  const threshold = thresholdOf(request, ranking, load, context);
  knownCode(records, "indicator", "indicator", indicator);
  knownCode(records, "indicator", "comparison.residentsIndicator", ranking.residentsIndicator);
  return indicatorPanel(material, threshold);
}

function materialOf(request: PanelRequest, context: QueryContext): PanelMaterial {
  const { level, indicator, city } = request;
  const series = published<SeriesDocument>(request, seriesDocumentId(level, indicator), context);
  if (series === null) {
    const zones = isZoneLevel(level) ? zonesWithoutValues(request, context) : null;
    if (zones !== null) return zones;
    // Before long lists are read: the city may not exist, be spelled otherwise, or be replaced by another one.
    const known = knownCodeIfGiven(context.records, "area", "city", city) ?? null;
    return known === city ? listed(request, context) : materialOf({ ...request, city: known }, context);
  }
  return { ...series, areas: areasIn(series.areas, level === "CITY" ? city : null) };
}

/**
 * Of an indicator without values of zones there is no document of zones. Another one of the indicator says that the rest is
 * published: then the zones have no values.
 */
function zonesWithoutValues(request: PanelRequest, context: QueryContext): PanelMaterial | null {
  const id = seriesDocumentId("NEIGHBOURHOOD", request.indicator);
  const other = published<SeriesDocument>(request, id, context);
  if (other === null) return null;
  const { records } = context;
  const city = other.cityArea?.code ?? null;
  return {
    ...other,
    areas: areasIn(records.areasOfLevel(request.level), city),
    observations: other.observations.filter(({ areaCode }) => areaCode === city),
  };
}

/** From a document of residents, or from their list. */
function thresholdOf(
  request: PanelRequest,
  { residentsIndicator, ...minimums }: RankingRequest,
  load: PanelLoader,
  context: QueryContext,
): RankingThreshold {
  if (minimums.minimumResidents <= 0) return { ...everyoneRanked, ...minimums };
  const { level, city, period } = request;
  const counted = { level, city, indicator: residentsIndicator };
  const year = period === undefined ? {} : { period: residentsPeriod(period) };
  const residents = load({ ...counted, ...year }, context);
  return { ...minimums, residentsIn: (code, at) => residents.at(code, at)?.value ?? null };
}

function published<T>({ level, city }: PanelRequest, id: string, { records }: QueryContext): T | null {
  const scope = scopeOf(level, city, records);
  return scope === null ? null : records.document<T>(scope, id);
}

function listed(
  { city, level, indicator: indicatorCode, period }: PanelRequest,
  { records }: QueryContext,
): PanelMaterial {
  const observations =
    period === undefined
      ? records.observationsOfIndicator(indicatorCode)
      : records.observationsOfLevel({ indicatorCode, period, level });
  return { areas: areasIn(records.areasOfLevel(level), city), observations };
}

const areasIn = (areas: readonly Area[], city: string | null): readonly Area[] =>
  city === null ? areas : areas.filter(({ code, cityCode }) => (cityCode ?? code) === city);
