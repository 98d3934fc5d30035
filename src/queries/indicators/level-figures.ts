import type { Observation } from "../../domain/indicators/observation";
import { type SeriesDocument, seriesDocumentId } from "../../domain/indicators/series-document";
import type { Area, AreaLevel } from "../../domain/places/area";
import { knownCodeIfGiven } from "../kit/known-code";
import { loadDocument, scopeOf } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

interface FiguresRequest {
  /** `null` for all cities of the hub. */
  readonly city: string | null;
  readonly level: AreaLevel;
  readonly indicator: string;
  /** Only the numbers of this period; of every period when absent. */
  readonly period?: string;
}

/** An indicator in the areas of a level. */
interface LevelFigures {
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of the areas, and of their cities where every period was asked for. */
  readonly observations: readonly Observation[];
}

/**
 * Of one city, or of cities beside each other, as it is published: one Get and one Query. Of several cities at once, and
 * before the first publication, from the lists of the whole hub.
 * @throws HubError UNKNOWN_CODE for a city that the hub does not know; LIMIT_EXCEEDED for lists that are too long.
 */
export async function levelFigures(request: FiguresRequest, context: QueryContext): Promise<LevelFigures> {
  const { city, level, indicator, period } = request;
  const { loaders } = context;
  const scope = await scopeOf(level, city, loaders);
  const id = seriesDocumentId(level, indicator);
  const document = scope === null ? null : await loadDocument<SeriesDocument>(loaders, scope, id);
  const figures =
    document === null ? await listedFigures(request, context) : publishedFigures(document, request, context);
  for (const area of figures.areas) loaders.area.prime(area.code, area);
  if (period === undefined) return figures;
  return { ...figures, observations: figures.observations.filter((each) => each.period === period) };
}

/** What a document shows is not read again one by one. */
function publishedFigures(
  { indicator, cityArea, areas, observations, sources }: SeriesDocument,
  { city, level }: FiguresRequest,
  { loaders }: QueryContext,
): LevelFigures {
  loaders.indicator.prime(indicator.code, indicator);
  if (cityArea) loaders.area.prime(cityArea.code, cityArea);
  for (const source of sources) loaders.sourceRef.prime(source.code, source);
  const own = level === "CITY" && city !== null ? areas.filter(({ code }) => code === city) : areas;
  return { areas: own, observations };
}

async function listedFigures(
  { city, level, indicator, period }: FiguresRequest,
  { loaders }: QueryContext,
): Promise<LevelFigures> {
  const [cityCode, areas, observations] = await Promise.all([
    knownCodeIfGiven(loaders.area, "city", city),
    loaders.areasOfLevel.load(level),
    period === undefined
      ? loaders.observationsOfIndicator.load(indicator)
      : loaders.observationsOfLevel.load({ indicatorCode: indicator, period, level }),
  ]);
  const own = areas.filter((area) => cityCode === undefined || (area.cityCode ?? area.code) === cityCode);
  return { areas: own, observations };
}
