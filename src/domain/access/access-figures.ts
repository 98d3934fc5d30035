import { walkingMinutes } from "../geo/distance";
import type { GeoPoint } from "../geo/point";
import { type UnitPoints, unitPoints } from "../geo/unit-points";
import { HubError } from "../kit/errors";
import { areaReach } from "./area-reach";
import { decayingWeights, equalWeights, floatingCatchment } from "./floating-catchment";
import { type PointBlock, pointBlocks } from "./point-blocks";
import { catchmentRadiusMetres, type WalkingScenario } from "./walking-scenario";

/** An area with its people, spread evenly over its points. */
export interface DemandArea {
  readonly people: number;
  readonly points: UnitPoints;
}

/** A place to go to. */
export interface Facility extends GeoPoint {
  /** Its capacity; only the proportions matter, so all are 1 if unknown. */
  readonly supply: number;
}

/** How near people are to facilities. */
export interface AccessFigures {
  /** People within the catchment of at least one facility. */
  readonly coveredPeople: number;
  /** 0 to 1. */
  readonly coveredShare: number;
  /** People outside every catchment. */
  readonly gapPeople: number;
  readonly gapPer1000: number;
  /** Mean minutes on foot to the nearest facility; `null` if there is none. */
  readonly nearestMinutes: number | null;
  /** Supply per thousand people by 2SFCA. */
  readonly twoStepScore: number;
  /** The same by E2SFCA. */
  readonly enhancedScore: number;
}

/** Coverage at one walking pace. */
export interface ScenarioFigures
  extends Pick<AccessFigures, "coveredPeople" | "coveredShare" | "gapPer1000"> {
  readonly scenario: WalkingScenario;
}

export interface Access {
  readonly people: number;
  /** At the first scenario; `null` without people. */
  readonly figures: AccessFigures | null;
  /** At every scenario; empty without people. */
  readonly sensitivity: readonly ScenarioFigures[];
}

export interface CityAccess {
  /** In the order of the areas. */
  readonly areas: readonly Access[];
  readonly total: Access;
  /** Facilities that somebody reaches in the first scenario. */
  readonly reached: number;
  /** Pairs of points and facilities that were compared. */
  readonly pairs: number;
}

/**
 * How near the people of some areas are to facilities. Include the areas around the requested ones: their people share
 * the same facilities.
 * @param scenarios the requested one, then those for comparison.
 * @throws HubError LIMIT_EXCEEDED if more pairs of points and facilities would be compared than `mostPairs`.
 */
export function cityAccess(
  areas: readonly DemandArea[],
  facilities: readonly Facility[],
  scenarios: readonly [WalkingScenario, ...WalkingScenario[]],
  mostPairs = Infinity,
): CityAccess {
  const [asked, ...others] = scenarios;
  const radii = [catchmentRadiusMetres(asked), ...others.map(catchmentRadiusMetres)] as const;
  const places = unitPoints(facilities);
  const indexed = blocksWithin(areas, places, radii[0], mostPairs);
  const demands = areas.map(({ people, points }, i) => ({
    people,
    reach: areaReach(points, places, radii, indexed.blocks[i]!),
  }));
  const supplies = facilities.map(({ supply }) => supply);
  const twoStep = floatingCatchment(demands, supplies, equalWeights);
  const enhanced = floatingCatchment(demands, supplies, decayingWeights);
  const parts = demands.map(({ people, reach }, i): Part => {
    const nearest = reach.meanNearestMetres;
    return {
      people,
      covered: reach.covered.map((points) => (people * points) / Math.max(reach.points, 1)),
      minutes: nearest === null ? null : people * walkingMinutes(nearest, asked),
      twoStep: people * twoStep.scores[i]!,
      enhanced: people * enhanced.scores[i]!,
    };
  });
  return {
    areas: parts.map((part) => accessOf(part, scenarios)),
    total: accessOf(parts.reduce(added, noPeople(scenarios)), scenarios),
    reached: twoStep.reached,
    pairs: indexed.pairs,
  };
}

/** The blocks of each area; the limit applies before any pair of them is compared. */
function blocksWithin(
  areas: readonly DemandArea[],
  places: UnitPoints,
  radius: number,
  most: number,
): { readonly blocks: readonly (readonly PointBlock[])[]; readonly pairs: number } {
  let pairs = 0;
  const blocks = areas.map(({ points }) => {
    const found = pointBlocks(points, places, radius);
    pairs += found.pairs;
    if (pairs > most) throw new HubError("LIMIT_EXCEEDED", "pairs", { most }, { where: "filter" });
    return found.blocks;
  });
  return { blocks, pairs };
}

/** Sums over people, which may be added up over areas. */
interface Part {
  readonly people: number;
  readonly covered: readonly number[];
  readonly minutes: number | null;
  readonly twoStep: number;
  readonly enhanced: number;
}

const noPeople = (scenarios: readonly WalkingScenario[]): Part => ({
  people: 0,
  covered: scenarios.map(() => 0),
  minutes: 0,
  twoStep: 0,
  enhanced: 0,
});

const added = (a: Part, b: Part): Part => ({
  people: a.people + b.people,
  covered: a.covered.map((people, i) => people + b.covered[i]!),
  minutes: a.minutes === null || b.minutes === null ? null : a.minutes + b.minutes,
  twoStep: a.twoStep + b.twoStep,
  enhanced: a.enhanced + b.enhanced,
});

function accessOf(part: Part, scenarios: readonly WalkingScenario[]): Access {
  const { people, covered, minutes } = part;
  if (people <= 0) return { people, figures: null, sensitivity: [] };
  const sensitivity = scenarios.map((scenario, i): ScenarioFigures => {
    const coveredShare = covered[i]! / people;
    return { scenario, coveredPeople: covered[i]!, coveredShare, gapPer1000: 1000 * (1 - coveredShare) };
  });
  const { scenario: _, ...asked } = sensitivity[0]!;
  return {
    people,
    figures: {
      ...asked,
      gapPeople: people - asked.coveredPeople,
      nearestMinutes: minutes === null ? null : minutes / people,
      twoStepScore: (1000 * part.twoStep) / people,
      enhancedScore: (1000 * part.enhanced) / people,
    },
    sensitivity,
  };
}

/** Facilities after some are closed and others are opened; closing an unknown one changes nothing. */
export const whatIf = <F extends { readonly code: string | null }>(
  facilities: readonly F[],
  { add, close }: { readonly add: readonly F[]; readonly close: readonly string[] },
): F[] => [...facilities.filter(({ code }) => code === null || !close.includes(code)), ...add];
