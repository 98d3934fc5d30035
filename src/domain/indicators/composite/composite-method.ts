import { ampiScore } from "./ampi";
import { geometricPenalty } from "./geometric-mean";
import type { Goalposts } from "./goalposts";
import { type Direction, imbalancePenalty } from "./imbalance-penalty";
import { minMax } from "./min-max";
import { mpiScore } from "./mpi";
import type { Weighted } from "./weighted-mean";
import { type Moments, zScore } from "./z-score";

export const compositeMethods = ["AMPI", "GEOMETRIC_MEAN", "MIN_MAX_MEAN", "MPI", "Z_SCORE_MEAN"] as const;
export type CompositeMethod = (typeof compositeMethods)[number];

/** The scale of a part; `null` for what does not exist. */
export interface PartScale {
  readonly goalposts: Goalposts | null;
  /** In the reference period. */
  readonly reference: Moments | null;
  /** In the period of the value. */
  readonly own: Moments | null;
}

/** Index = weighted mean of the normalised parts + penalty, for every method. */
interface MethodRules {
  readonly formula: string;
  /** Whether values of different periods are comparable. */
  readonly overTime: boolean;
  readonly needsReference: boolean;
  /** Digits after the point that make sense to show. */
  readonly decimals: number;
  normalise(x: number, scale: PartScale, reversed: boolean): number | null;
  penalty(values: readonly Weighted[], direction: Direction): number | null;
}

const byGoalposts: MethodRules["normalise"] = (x, { goalposts }, reversed) =>
  goalposts && ampiScore(x, goalposts, reversed);

export const methodRules: Readonly<Record<CompositeMethod, MethodRules>> = {
  AMPI: {
    formula:
      "r = 100 ± 60 (x - reference) / (high - low), M = sum of w r, S^2 = sum of w (r - M)^2, index = M + S^2 / M where higher is worse, M - S^2 / M where higher is better. Mazziotta and Pareto, Social Indicators Research 136(3), 2018, 967-976; weighted: RIEDS 2022.",
    overTime: true,
    needsReference: true,
    decimals: 1,
    normalise: byGoalposts,
    penalty: imbalancePenalty,
  },
  GEOMETRIC_MEAN: {
    formula:
      "r = 100 ± 60 (x - reference) / (high - low), index = product of r^w. Penalty = index - sum of w r: imbalance always lowers it. UNDP, Human Development Report, technical note 1.",
    overTime: true,
    needsReference: true,
    decimals: 1,
    normalise: byGoalposts,
    penalty: geometricPenalty,
  },
  MIN_MAX_MEAN: {
    formula:
      "r = (x - low) / (high - low), or 1 - r, index = sum of w r. No penalty: parts make up for each other. OECD and JRC, Handbook on Constructing Composite Indicators, 2008.",
    overTime: true,
    needsReference: false,
    decimals: 3,
    normalise: (x, { goalposts }, reversed) => goalposts && minMax(x, goalposts, reversed),
    penalty: () => 0,
  },
  MPI: {
    formula:
      "z = 100 ± 10 (x - mean) / deviation of the period, M = sum of w z, S^2 = sum of w (z - M)^2, index = M ± S^2 / M as for AMPI. Mazziotta and Pareto, Social Indicators Research 127, 2016, 983-1003. Not comparable between periods.",
    overTime: false,
    needsReference: false,
    decimals: 1,
    normalise: (x, { own }, reversed) => own && mpiScore(x, own, reversed),
    penalty: imbalancePenalty,
  },
  Z_SCORE_MEAN: {
    formula:
      "z = ± (x - mean) / deviation of the reference period, index = sum of w z. No penalty: parts make up for each other. OECD and JRC, Handbook on Constructing Composite Indicators, 2008.",
    overTime: true,
    needsReference: false,
    decimals: 2,
    normalise: (x, { reference }, reversed) => reference && zScore(x, reference, reversed),
    penalty: () => 0,
  },
};
