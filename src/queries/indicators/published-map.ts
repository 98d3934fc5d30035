import type { RankedAreas } from "../../domain/indicators/indicator-map";
import {
  type MapDocument,
  mapDocumentId,
  usualResidentsIndicator,
  withMinimum,
} from "../../domain/indicators/map-document";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import { loadDocument, scopeOf } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";

export interface MapRequest {
  readonly indicator: string;
  readonly period: string;
  readonly level: AreaLevel;
  readonly city?: string | null | undefined;
  readonly minimumResidents: number;
  readonly residentsIndicator: string;
}

type PublishedMap = RankedAreas & Pick<MapDocument, "indicator">;

/** The map as it is published; `null` where it is not, or where something else was asked for. */
export async function publishedMap(request: MapRequest, context: QueryContext): Promise<PublishedMap | null> {
  const { indicator, level, minimumResidents: minimum, period, residentsIndicator } = request;
  if (residentsIndicator !== usualResidentsIndicator || (level === "CITY" && request.city)) return null;
  const { loaders } = context;
  const scope = await scopeOf(level, request.city, loaders);
  if (scope === null) return null;
  const map = await loadDocument<MapDocument>(loaders, scope, mapDocumentId(level, indicator, period));
  if (map === null) return null;
  primeWith(context, map);
  const ranked = minimum === limits.rankedResidents.usual ? map : withMinimum(map, minimum);
  return { ...ranked, indicator: map.indicator };
}

/** What a map shows is not read again one by one. */
function primeWith({ loaders }: QueryContext, map: MapDocument): void {
  const { indicator, entries, sources, city, cityArea, period } = map;
  loaders.indicator.prime(indicator.code, indicator);
  for (const source of sources) loaders.sourceRef.prime(source.code, source);
  for (const { area } of entries) loaders.area.prime(area.code, area);
  if (cityArea === null) return;
  loaders.area.prime(cityArea.code, cityArea);
  loaders.observation.prime({ areaCode: cityArea.code, indicatorCode: indicator.code, period }, city);
}
