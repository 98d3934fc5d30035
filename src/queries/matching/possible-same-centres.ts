import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { roundTo } from "../../domain/kit/round";
import { areKeptApart } from "../../domain/matching/same-centre-decision";
import { type SameConfidence, sameCentres, sameConfidences } from "../../domain/matching/same-centres";
import { checkBounds } from "../kit/check-bounds";
import { knownCodes } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";

interface SameCentresRequest {
  /** Code of an area of any level: one of the two is there. */
  readonly area?: string | null | undefined;
  readonly minimumConfidence: SameConfidence;
  readonly first: number;
}

export type PossibleSameCentre = Awaited<ReturnType<typeof possibleSameCentres>>[number];

/**
 * Pairs of centres that may be two records of one thing, most certain first, from all centres as they are now.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT; LIMIT_EXCEEDED for too many centres to compare.
 */
export function possibleSameCentres(request: SameCentresRequest, { records, repositories }: QueryContext) {
  const { first, minimumConfidence } = request;
  checkBounds("first", first, limits.sameCentres);
  const { areaCode } = knownCodes(records, request, { area: "area" });
  const centres = records.allCentres();
  if (centres.length > limits.totalledRecords)
    throw new HubError("LIMIT_EXCEEDED", "list", { type: "Centre", most: limits.totalledRecords });
  const areas = records.area.all([...new Set(centres.flatMap((centre) => centre.areaCodes))]);
  const cities = new Set(areas.flatMap(({ code, level }) => (level === "CITY" ? code : [])));
  const centreOf = new Map(centres.map((centre) => [centre.code, centre]));
  const least = sameConfidences.indexOf(minimumConfidence);
  const areApart = areKeptApart(repositories.sameCentreDecisions.all());
  return sameCentres(centres, (code) => !cities.has(code), areApart)
    .map(({ preferredCode, otherCode, distanceMetres, nameLikeness, ...proposal }) => ({
      ...proposal,
      preferred: centreOf.get(preferredCode)!,
      other: centreOf.get(otherCode)!,
      distanceMetres: distanceMetres === null ? null : roundTo(distanceMetres, 1),
      nameLikeness: roundTo(nameLikeness, 2),
    }))
    .filter(({ confidence }) => sameConfidences.indexOf(confidence) <= least)
    .filter(
      ({ preferred, other }) =>
        areaCode === undefined || [preferred, other].some((each) => each.areaCodes.includes(areaCode)),
    )
    .slice(0, first);
}
