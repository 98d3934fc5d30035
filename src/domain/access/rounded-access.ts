import { roundTo } from "../kit/round";
import type { Access, AccessFigures, ScenarioFigures } from "./access-figures";
import { catchmentRadiusMetres, type WalkingScenario } from "./walking-scenario";

/** Coverage at one pace, with the pace. */
export interface RoundedScenario extends Omit<ScenarioFigures, "scenario"> {
  readonly walkingSpeedKmh: number;
  readonly detourFactor: number;
  readonly radiusMetres: number;
}

export interface RoundedAccess {
  readonly people: number;
  readonly figures: AccessFigures;
  /** Before the scenario; `null` without one. */
  readonly before: AccessFigures | null;
  readonly sensitivity: readonly RoundedScenario[];
  /** The minimum and the maximum over all scenarios. */
  readonly gapPer1000Low: number;
  readonly gapPer1000High: number;
}

/** The answer, rounded to significant digits, the same on every machine. `null` without people. */
export function roundedAccess(access: Access, before: AccessFigures | null): RoundedAccess | null {
  if (access.figures === null) return null;
  const gaps = access.sensitivity.map(({ gapPer1000 }) => gapPer1000);
  return {
    people: access.people,
    figures: roundedFigures(access.figures),
    before: before && roundedFigures(before),
    sensitivity: access.sensitivity.map(({ scenario, ...coverage }) => ({
      walkingSpeedKmh: scenario.speedKmh,
      detourFactor: scenario.detourFactor,
      radiusMetres: roundedRadiusMetres(scenario),
      coveredPeople: roundTo(coverage.coveredPeople, 1),
      coveredShare: roundTo(coverage.coveredShare, 4),
      gapPer1000: roundTo(coverage.gapPer1000, 1),
    })),
    gapPer1000Low: roundTo(Math.min(...gaps), 1),
    gapPer1000High: roundTo(Math.max(...gaps), 1),
  };
}

/** The walking distance of a scenario, to whole metres. */
export const roundedRadiusMetres = (scenario: WalkingScenario): number =>
  roundTo(catchmentRadiusMetres(scenario), 0);

const roundedFigures = (figures: AccessFigures): AccessFigures => ({
  coveredPeople: roundTo(figures.coveredPeople, 1),
  coveredShare: roundTo(figures.coveredShare, 4),
  gapPeople: roundTo(figures.gapPeople, 1),
  gapPer1000: roundTo(figures.gapPer1000, 1),
  nearestMinutes: figures.nearestMinutes === null ? null : roundTo(figures.nearestMinutes, 1),
  twoStepScore: roundTo(figures.twoStepScore, 4),
  enhancedScore: roundTo(figures.enhancedScore, 4),
});
