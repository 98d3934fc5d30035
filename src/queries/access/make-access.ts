import { type Access, cityAccess, type DemandArea } from "../../domain/access/access-figures";
import { type RoundedAccess, roundedAccess, roundedRadiusMetres } from "../../domain/access/rounded-access";
import { comparedScenarios, type WalkingScenario } from "../../domain/access/walking-scenario";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { loadPanel } from "../indicators/load-panel";
import { knownPopulation } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import type { AccessAnswer, AccessArea } from "./access-answer";
import { accessCentres } from "./access-centres";
import { accessReason, exclusionOf } from "./access-exclusion";
import { inOrder } from "./access-order";
import type { AccessRequest } from "./access-request";
import { accessMethod, accessUncertainty } from "./access-words";
import { checkAccessRequest } from "./check-access-request";

/**
 * Access in all areas of a level: one Query each for areas, people and centres, one batch for every hundred areas.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeAccess(request: AccessRequest, context: QueryContext): Promise<AccessAnswer> {
  const { period, level, sort, minutes, walkingSpeedKmh, detourFactor } = request;
  const { loaders } = context;
  checkAccessRequest(request);
  const people = { city: request.city ?? null, level, indicator: request.population, period };
  const [panel, centres] = await Promise.all([loadPanel(people, context), accessCentres(request, context)]);
  const population = await knownPopulation(loaders, "population", request.population);
  const { areas } = panel;
  const shown = shownCodes(request, areas);
  const points = await Promise.all(areas.map(({ code }) => loaders.populationPoints.load(code)));
  const demands = areas.map(({ code }, i): DemandArea | null => {
    const count = panel.at(code, period)?.value ?? null;
    const ofArea = points[i] ?? null;
    return count === null || ofArea === null ? null : { people: count, points: ofArea };
  });
  const known = demands.filter((demand) => demand !== null);
  const places = new Map(known.map((demand, i) => [demand, i]));
  const { counted, before, after } = centres;
  checkPairs(known, before.length + after.length);
  const asked = { minutes, speedKmh: walkingSpeedKmh, detourFactor };
  const scenarios = comparedScenarios(asked) as [WalkingScenario, ...WalkingScenario[]];
  const now = cityAccess(known, after, scenarios);
  const then = request.whatIf ? cityAccess(known, before, [asked]) : null;
  const isKnown = counted.unknownKind === 0;
  const resultOf = (access: Access, earlier: Access | undefined): RoundedAccess | null =>
    isKnown ? roundedAccess(access, earlier?.figures ?? null) : null;
  const entries = areas.map((area, i): AccessArea => {
    const demand = demands[i] ?? null;
    const place = demand && places.get(demand)!;
    const observation = panel.at(area.code, period);
    const result = place === null ? null : resultOf(now.areas[place]!, then?.areas[place]);
    const exclusion =
      result === null
        ? exclusionOf({
            kinds: isKnown,
            points: (points[i] ?? null) !== null,
            people: (observation?.value ?? null) !== null,
          })
        : null;
    return { area, observation, result, exclusion, reason: accessReason(exclusion, counted.unknownKind) };
  });
  return {
    population,
    period,
    level,
    minutes,
    walkingSpeedKmh,
    detourFactor,
    radiusMetres: roundedRadiusMetres(asked),
    kindsOn: request.kindsOn ?? null,
    sort,
    added: (request.whatIf?.add ?? []).map(({ name }) => name),
    closed: request.whatIf?.close ?? [],
    centres: after.length,
    centresReached: isKnown ? now.reached : null,
    centresNotWorking: counted.notWorking,
    centresWithoutPosition: counted.withoutPosition,
    centresOfUnknownKind: counted.unknownKind,
    areas: inOrder(
      entries.filter(({ area }) => shown === null || shown.has(area.code)),
      sort,
    ).slice(0, request.first ?? undefined),
    total: resultOf(now.total, then?.total),
    coverage: { expected: areas.length, present: entries.filter(({ result }) => result !== null).length },
    distanceMethod: "STRAIGHT_LINE",
    placingMethod: "EVEN_SPREAD",
    method: accessMethod,
    uncertainty: accessUncertainty,
  };
}

/** Codes of the requested areas; `null` for all. */
function shownCodes(
  { areas: wanted, level }: AccessRequest,
  areas: readonly Area[],
): ReadonlySet<string> | null {
  if (!wanted) return null;
  const known = new Set(areas.map(({ code }) => code));
  const unknown = wanted.find((code) => !known.has(code));
  if (unknown !== undefined)
    throw new HubError("BAD_USER_INPUT", "notOfLevel", { code: unknown, level }, { where: "areas" });
  return new Set(wanted);
}

function checkPairs(demands: readonly DemandArea[], centres: number): void {
  const most = limits.accessPairs;
  const count = centres * demands.reduce((sum, { points }) => sum + points.xs.length, 0);
  if (count > most) throw new HubError("LIMIT_EXCEEDED", "pairs", { count, most }, { where: "filter" });
}
