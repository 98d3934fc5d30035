import { type AreaProfile, profileId } from "../../domain/indicators/area-profile";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { checkCount } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import { loadDocument } from "../kit/published-documents";
import type { QueryContext } from "../kit/query-context";
import { prime } from "./load-panel";
import { mapMethod } from "./make-indicator-map";

interface ProfileRequest {
  readonly area: string;
  readonly city?: string | null | undefined;
  readonly period?: string | null | undefined;
  readonly indicators?: readonly string[] | null | undefined;
}

export type ProfileAnswer = Awaited<ReturnType<typeof findAreaProfile>>;

/**
 * The published panels of one area: one Get and one Query, and one BatchGet for the area if its city is not given.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, and SERVICE_UNAVAILABLE before the first publication.
 */
export async function findAreaProfile(request: ProfileRequest, context: QueryContext) {
  const { indicators: asked, period } = request;
  if (asked) checkCount("indicators", asked, limits.profileIndicators);
  const { area, city, series, indicators, sources } = await publishedProfile(request, context);
  prime(context, { areas: [area], cityArea: city, indicators, sources });
  const byCode = new Map(series.map(({ indicatorCode, points }) => [indicatorCode, points]));
  const codes = asked ? [...new Set(asked)] : [...byCode.keys()];
  const minimumResidents: number = limits.rankedResidents.usual;
  return {
    area,
    series: await Promise.all(
      codes.map(async (code) => {
        const points = byCode.get(code) ?? [];
        const point = period ? points.find((each) => each.observation.period === period) : points.at(-1);
        const indicator = await knownCode(context.loaders, "indicator", "indicators", code);
        return { indicator, point: point ?? null, points };
      }),
    ),
    minimumResidents,
    method: mapMethod,
  };
}

async function publishedProfile(request: ProfileRequest, { loaders }: QueryContext): Promise<AreaProfile> {
  const read = (city: string, areaCode: string) =>
    loadDocument<AreaProfile>(loaders, city, profileId(areaCode));
  const found = request.city ? await read(request.city, request.area) : null;
  if (found) return found;
  const area = await knownCode(loaders, "area", "area", request.area);
  const city = area.cityCode ?? area.code;
  if (request.city && request.city !== city) {
    const values = { area: area.code, city: request.city, actual: city };
    throw new HubError("BAD_USER_INPUT", "notInCity", values, { where: "city" });
  }
  const profile = await read(city, area.code);
  if (profile) return profile;
  throw new HubError("SERVICE_UNAVAILABLE", "noProfile", { area: area.code }, { where: "area" });
}
