import { type Access, cityAccess, type DemandArea } from "../../domain/access/access-figures";
import { type RoundedAccess, roundedAccess, roundedRadiusMetres } from "../../domain/access/rounded-access";
import { comparedScenarios, type WalkingScenario } from "../../domain/access/walking-scenario";
import { limits } from "../../domain/kit/limits";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { loadPanel } from "../indicators/load-panel";
import { checkAreas } from "../kit/check-bounds";
import { knownPopulation } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { type AccessArea, accessReason, exclusionOf } from "./access-area";
import { accessCentres } from "./access-centres";
import { inOrder } from "./access-order";
import type { AccessRequest } from "./access-request";
import { checkAccessRequest } from "./check-access-request";

export type AccessAnswer = Awaited<ReturnType<typeof makeAccess>>;

const method =
  "People of an area are spread evenly over a grid of points inside its boundary (25 m, finer in small areas). A point is covered when a centre lies within minutes x speed / detour of it in a straight line. Gap = people who are not covered. Nearest = mean over the people of straight line x detour / speed. 2SFCA: each centre, capacity 1, is divided by the people within its catchment; each point gets the sum over the centres within its own; the score is the mean over the people, for each thousand of them (Luo and Wang 2003). E2SFCA: the same with weights 1, 0.68 and 0.22 in the thirds of the catchment (Luo and Qi 2009).";

/** Limitations and uncertainty. */
const note: LocalizedText = {
  en: "Speed and detour move coverage more than anything else: see sensitivity, low and high. Straight lines do not see railways, canals and ring roads. Inside an area people do not live evenly: no source gives census sections with a place on the map. Nobody says how many people a centre can take, nor of most whether they work: each counts as one that does. A filter on opening times, equipment or step-free access counts only centres that are known to meet it, so with it more people may be covered. Centres that no source lists, and those beyond the border of the city, are missing.",
  it: "La velocità e la deviazione incidono sulla copertura più di ogni altra ipotesi: si vedano sensitivity e i valori minimi e massimi. Le linee rette ignorano ferrovie, canali e circonvallazioni. In un'area le persone non sono distribuite in modo uniforme, ma nessuna fonte pubblica le sezioni di censimento con la loro posizione. Nessuna fonte indica quante persone un centro può accogliere, né, per la maggior parte dei centri, se sono in funzione: ciascuno conta come attivo. Un filtro su orari, dotazioni o accesso senza barriere conta solo i centri che lo soddisfano con certezza: le persone servite possono quindi essere di più. Mancano i centri che nessuna fonte elenca e quelli oltre il confine della città.",
};

/** About so many cells has the result of an area. */
const cellsOfArea = 30;

/**
 * Access in all areas of a level: computed once for all equal requests of a version.
 * @throws HubError UNKNOWN_CODE, BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export function makeAccess(request: AccessRequest, context: QueryContext) {
  checkAccessRequest(request);
  const { answer, pairs } = context.records.shared(
    `access ${JSON.stringify(request)}`,
    () => computedAccess(request, context),
    ({ answer: { areas } }) => cellsOfArea * (areas.length + 1),
  );
  // The same cost for all: an answer does not depend on who asked before.
  context.work.compared(pairs);
  return answer;
}

function computedAccess(request: AccessRequest, context: QueryContext) {
  const { period, level, sort, minutes, walkingSpeedKmh, detourFactor } = request;
  const { records } = context;
  const people = { city: request.city ?? null, level, indicator: request.population, period };
  const [panel, centres] = [loadPanel(people, context), accessCentres(request, context)];
  const population = knownPopulation(records, "population", request.population);
  const { areas } = panel;
  checkAreas(request.areas, level, areas);
  const points = records.populationPoints(areas.map(({ code }) => code));
  const demands = areas.map(({ code }, i): DemandArea | null => {
    const count = panel.at(code, period)?.value ?? null;
    const ofArea = points[i] ?? null;
    return count === null || ofArea === null ? null : { people: count, points: ofArea };
  });
  const known = demands.filter((demand) => demand !== null);
  const places = new Map(known.map((demand, i) => [demand, i]));
  const { counted, before, after } = centres;
  const asked = { minutes, speedKmh: walkingSpeedKmh, detourFactor };
  const scenarios = comparedScenarios(asked) as [WalkingScenario, ...WalkingScenario[]];
  const now = cityAccess(known, after, scenarios, limits.accessPairs);
  const then = request.whatIf ? cityAccess(known, before, [asked], limits.accessPairs - now.pairs) : null;
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
  const answer = {
    population,
    period,
    level,
    minutes,
    walkingSpeedKmh,
    detourFactor,
    radiusMetres: roundedRadiusMetres(asked),
    on: request.on ?? null,
    sort,
    added: (request.whatIf?.add ?? []).map(({ name }) => name),
    closed: request.whatIf?.close ?? [],
    /** Centres that count. */
    centres: after.length,
    /** Those of them that somebody reaches; `null` if kinds are not known. */
    centresReached: isKnown ? now.reached : null,
    centresOfUnknownStatus: counted.ofUnknownStatus,
    centresNotWorking: counted.notWorking,
    centresWithoutPosition: counted.withoutPosition,
    centresOfUnknownKind: counted.unknownKind,
    areas: inOrder(
      entries.filter(({ area }) => request.areas?.includes(area.code) ?? true),
      sort,
    ).slice(0, request.first ?? undefined),
    /** All areas together, also those outside the answer. */
    total: resultOf(now.total, then?.total),
    coverage: { expected: areas.length, present: entries.filter(({ result }) => result !== null).length },
    distanceMethod: "STRAIGHT_LINE" as const,
    placingMethod: "EVEN_SPREAD" as const,
    method,
    note,
  };
  return { answer, pairs: now.pairs + (then?.pairs ?? 0) };
}
