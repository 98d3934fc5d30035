import type { WalkingPace } from "../geo/distance";

/** How long somebody is ready to walk, and how. */
export interface WalkingScenario extends WalkingPace {
  readonly minutes: number;
}

/** How far that reaches in a straight line, in metres: `minutes * speed / detour`, the inverse of `walkingMinutes`. */
export const catchmentRadiusMetres = ({ minutes, speedKmh, detourFactor }: WalkingScenario): number =>
  (minutes * speedKmh * 1000) / 60 / detourFactor;

/** What older people and adults walk, with the detour of a city and without any (docs/methods.md). */
const usualPaces: readonly WalkingPace[] = [
  { speedKmh: 3.5, detourFactor: 1.3 },
  { speedKmh: 5, detourFactor: 1.3 },
  { speedKmh: 5, detourFactor: 1 },
];

/** The scenario that was asked first, then the usual paces that differ from it, for as many minutes. */
export const comparedScenarios = (asked: WalkingScenario): WalkingScenario[] => [
  asked,
  ...usualPaces
    .filter(
      ({ speedKmh, detourFactor }) => speedKmh !== asked.speedKmh || detourFactor !== asked.detourFactor,
    )
    .map((pace) => ({ minutes: asked.minutes, ...pace })),
];
