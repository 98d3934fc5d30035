import {
  type AreaProfile,
  type ProfilePoint,
  type ProfileSeries,
  profileId,
} from "../../domain/indicators/area-profile";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { checkBounds } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import { loadDocument } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";
import { mapMethod } from "./make-indicator-map";

interface ProfileRequest {
  readonly area: string;
  readonly city?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly indicators?: readonly string[] | null | undefined;
}

/** One indicator of an area, as it is answered. */
export interface AreaFigures {
  readonly indicator: IndicatorDefinition;
  readonly point: ProfilePoint | null;
  readonly points: readonly ProfilePoint[];
}

/** A profile as it is answered. */
export interface ProfileAnswer {
  readonly area: AreaProfile["area"];
  readonly series: readonly AreaFigures[];
  readonly minimumResidents: number;
  readonly method: string;
}

/**
 * The numbers of an area as they are published: one Get and one Query, and one BatchGet for the area where its city is not
 * told.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, and SERVICE_UNAVAILABLE before the first publication.
 */
export async function findAreaProfile(
  request: ProfileRequest,
  context: QueryContext,
): Promise<ProfileAnswer> {
  const { indicators: asked } = request;
  if (asked) checkBounds("the number of indicators", asked.length, limits.profileIndicators);
  const profile = await publishedProfile(request, context);
  const { loaders } = context;
  const { area, city, series, indicators, sources } = profile;
  loaders.area.prime(area.code, area);
  if (city) loaders.area.prime(city.code, city);
  for (const indicator of indicators) loaders.indicator.prime(indicator.code, indicator);
  for (const source of sources) loaders.sourceRef.prime(source.code, source);
  const byCode = new Map(series.map((each) => [each.indicatorCode, each]));
  const codes = asked ? [...new Set(asked)] : [...byCode.keys()];
  return {
    area,
    series: await Promise.all(
      codes.map(async (code) => ({
        indicator: await knownCode(loaders.indicator, "indicators", code),
        ...pointsOf(byCode.get(code), request.period ?? null),
      })),
    ),
    minimumResidents: limits.rankedResidents.usual,
    method: mapMethod,
  };
}

function pointsOf(series: ProfileSeries | undefined, period: string | null): Omit<AreaFigures, "indicator"> {
  const points = series?.points ?? [];
  const wanted = period === null ? points.at(-1) : points.find((each) => each.observation.period === period);
  return { point: wanted ?? null, points };
}

async function publishedProfile(request: ProfileRequest, { loaders }: QueryContext): Promise<AreaProfile> {
  const read = (city: string, areaCode: string) =>
    loadDocument<AreaProfile>(loaders, city, profileId(areaCode));
  const found = request.city ? await read(request.city, request.area) : null;
  if (found) return found;
  const area = await knownCode(loaders.area, "area", request.area);
  const city = area.cityCode ?? area.code;
  if (request.city && request.city !== city) throw elsewhere(area.code, request.city, city);
  const profile = await read(city, area.code);
  if (profile) return profile;
  throw new HubError("SERVICE_UNAVAILABLE", {
    message: `No profile of ${area.code} is published yet.`,
    messageIt: `Il profilo di ${area.code} non è ancora stato pubblicato.`,
    hint: "Import data, start the hub with its starter data, or run npm run projections -- rebuild.",
    where: "area",
  });
}

const elsewhere = (area: string, city: string, itsCity: string): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `${area} does not lie in "${city.slice(0, 80)}".`,
    messageIt: `${area} non è in "${city.slice(0, 80)}".`,
    hint: `It lies in ${itsCity}: give that, or no city.`,
    where: "city",
  });
