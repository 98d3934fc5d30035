import type { IndicatorDefinition } from "../../domain/indicators/indicator";
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
import { loadDocument, scopeOf } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

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
 * An indicator in the areas of a level, once for all fields of a request. Of one city, or of cities beside each other, it is
 * a published document: one Get and one Query, and with a minimum of residents one more Query for theirs. Of several cities
 * at once, and before the first publication, it needs the lists of the whole hub.
 * @throws HubError UNKNOWN_CODE for a city, and with a ranking for an indicator too; LIMIT_EXCEEDED for lists that are
 * too long.
 */
export const loadPanel = (request: PanelRequest, context: QueryContext): Promise<IndicatorPanel> =>
  context.loaders.shared.load(`panel ${JSON.stringify(request)}`, () => readPanel(request, context));

async function readPanel(request: PanelRequest, context: QueryContext): Promise<IndicatorPanel> {
  const { loaders } = context;
  const { ranking, indicator } = request;
  const [material, threshold] = await Promise.all([
    materialOf(request, context),
    ranking ? thresholdOf(request, ranking, context) : everyoneRanked,
  ]);
  if (ranking)
    await Promise.all([
      knownCode(loaders, "indicator", "indicator", indicator),
      knownCode(loaders, "indicator", "comparison.residentsIndicator", ranking.residentsIndicator),
    ]);
  return indicatorPanel(material, threshold);
}

async function materialOf(request: PanelRequest, context: QueryContext): Promise<PanelMaterial> {
  const { level, indicator, city } = request;
  const series = await published<SeriesDocument>(request, seriesDocumentId(level, indicator), context);
  if (series === null) {
    const zones = isZoneLevel(level) ? await zonesWithoutValues(request, context) : null;
    if (zones !== null) return zones;
    // Before long lists are read: the city may not exist, be spelled otherwise, or be replaced by another one.
    const known = (await knownCodeIfGiven(context.loaders, "area", "city", city)) ?? null;
    return known === city ? listed(request, context) : materialOf({ ...request, city: known }, context);
  }
  prime(context, { ...series, indicators: [series.indicator] });
  return { ...series, areas: areasIn(series.areas, level === "CITY" ? city : null) };
}

/**
 * Of an indicator without values of zones there is no document of zones. Another one of the indicator says that the rest is
 * published: then the zones have no values.
 */
async function zonesWithoutValues(
  request: PanelRequest,
  context: QueryContext,
): Promise<PanelMaterial | null> {
  const id = seriesDocumentId("NEIGHBOURHOOD", request.indicator);
  const other = await published<SeriesDocument>(request, id, context);
  if (other === null) return null;
  prime(context, { ...other, indicators: [other.indicator] });
  const { loaders } = context;
  const city = other.cityArea?.code ?? null;
  return {
    ...other,
    areas: areasIn(await loaders.areasOfLevel.load(request.level), city),
    observations: other.observations.filter(({ areaCode }) => areaCode === city),
  };
}

/** From a document of residents, or from their list. */
async function thresholdOf(
  request: PanelRequest,
  { residentsIndicator, ...minimums }: RankingRequest,
  context: QueryContext,
): Promise<RankingThreshold> {
  if (minimums.minimumResidents <= 0) return { ...everyoneRanked, ...minimums };
  const { level, city, period } = request;
  const counted = { level, city, indicator: residentsIndicator };
  const year = period === undefined ? {} : { period: residentsPeriod(period) };
  const residents = await loadPanel({ ...counted, ...year }, context);
  return { ...minimums, residentsIn: (code, at) => residents.at(code, at)?.value ?? null };
}

async function published<T>(
  { level, city }: PanelRequest,
  id: string,
  { loaders }: QueryContext,
): Promise<T | null> {
  const scope = await scopeOf(level, city, loaders);
  return scope === null ? null : loadDocument<T>(loaders, scope, id);
}

interface Shown extends Pick<SeriesDocument, "areas" | "cityArea" | "sources"> {
  readonly indicators: readonly IndicatorDefinition[];
}

/** Records in a document are not read again one by one. */
function prime({ loaders }: QueryContext, { indicators, areas, cityArea, sources }: Shown): void {
  for (const indicator of indicators) loaders.indicator.prime(indicator.code, indicator);
  for (const source of sources) loaders.sourceRef.prime(source.code, source);
  for (const area of [...areas, cityArea ?? []].flat()) loaders.area.prime(area.code, area);
}

async function listed(
  { city, level, indicator: indicatorCode, period }: PanelRequest,
  { loaders }: QueryContext,
): Promise<PanelMaterial> {
  const [areas, observations] = await Promise.all([
    loaders.areasOfLevel.load(level),
    period === undefined
      ? loaders.observationsOfIndicator.load(indicatorCode)
      : loaders.observationsOfLevel.load({ indicatorCode, period, level }),
  ]);
  for (const area of areas) loaders.area.prime(area.code, area);
  return { areas: areasIn(areas, city), observations };
}

const areasIn = (areas: readonly Area[], city: string | null): readonly Area[] =>
  city === null ? areas : areas.filter(({ code, cityCode }) => (cityCode ?? code) === city);
