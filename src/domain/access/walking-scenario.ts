import type { WalkingPace } from "../geo/distance";

/** How long and how people walk. */
export interface WalkingScenario extends WalkingPace {
  readonly minutes: number;
}

/**
 * The straight-line distance within that time, in metres: `minutes * speed / detour`, the inverse of `walkingMinutes`.
 */
export const catchmentRadiusMetres = ({ minutes, speedKmh, detourFactor }: WalkingScenario): number =>
  (minutes * speedKmh * 1000) / 60 / detourFactor;

/** The paces of older people and of adults, with the detour of a city and without any (docs/methods.md). */
const usualPaces: readonly WalkingPace[] = [
  { speedKmh: 3.5, detourFactor: 1.3 },
  { speedKmh: 5, detourFactor: 1.3 },
  { speedKmh: 5, detourFactor: 1 },
];

/** The requested scenario, then the usual paces that differ from it, for as many minutes. */
export const comparedScenarios = (asked: WalkingScenario): WalkingScenario[] => [
  asked,
  ...usualPaces
    .filter(
      ({ speedKmh, detourFactor }) => speedKmh !== asked.speedKmh || detourFactor !== asked.detourFactor,
    )
    .map((pace) => ({ minutes: asked.minutes, ...pace })),
];
