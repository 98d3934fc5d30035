import type { AreaReach } from "./area-reach";

/** Weights of the thirds of a catchment, from the middle outwards. */
export type ZoneWeights = readonly [number, number, number];

/** 2SFCA (Luo & Wang 2003): everybody within the catchment counts in full. */
export const equalWeights: ZoneWeights = [1, 1, 1];

/** E2SFCA (Luo & Qi 2009): Gaussian weights of its three zones, the slower of its two decays. */
export const decayingWeights: ZoneWeights = [1, 0.68, 0.22];

export interface Demand {
  readonly people: number;
  readonly reach: AreaReach;
}

export interface FloatingCatchment {
  /** For each area the mean of `A` over its people: supply per person. */
  readonly scores: readonly number[];
  /** How many facilities somebody reaches: only their supply is distributed. */
  readonly reached: number;
}

/**
 * The two-step floating catchment area, with weights of zones:
 * 1. for each facility `R_j = S_j / sum of P_k W(d_kj)` over the people within its catchment;
 * 2. for each place `A_i = sum of R_j W(d_ij)` over the facilities within its catchment.
 *
 * Luo & Wang 2003, Environment and Planning B 30(6), 865-884; Luo & Qi 2009, Health & Place 15(4), 1100-1107. Both
 * steps use the same catchment, so the sum of `P A` is the sum of `S` over the facilities that somebody reaches.
 */
export function floatingCatchment(
  demands: readonly Demand[],
  supplies: readonly number[],
  weights: ZoneWeights,
): FloatingCatchment {
  // The share of an area's people who reach a facility, by weight.
  const shares = demands.map(({ reach }) =>
    reach.zones.map((zone) => (reach.points === 0 ? 0 : weighted(zone, weights) / reach.points)),
  );
  const ratios = supplies.map((supply, j) => {
    const people = demands.reduce((sum, demand, i) => sum + demand.people * shares[i]![j]!, 0);
    return people > 0 ? supply / people : null;
  });
  return {
    scores: shares.map((ofArea) => ofArea.reduce((sum, share, j) => sum + share * (ratios[j] ?? 0), 0)),
    reached: ratios.filter((ratio) => ratio !== null).length,
  };
}

const weighted = (zone: readonly [number, number, number], weights: ZoneWeights): number =>
  zone[0] * weights[0] + zone[1] * weights[1] + zone[2] * weights[2];
