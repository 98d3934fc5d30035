import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import { enumType } from "../kit/enum-type";

export const CompositeMethodEnum = enumType<CompositeMethod>(
  "CompositeMethod",
  "How several numbers become one. The recipe of an answer gives the formula and its source.",
  {
    AMPI: "Adjusted Mazziotta-Pareto index: the reference is 100, most values 70 to 130, imbalance counts against an area. Comparable over time.",
    GEOMETRIC_MEAN:
      "Geometric mean of the values normalised as for AMPI. Imbalance always lowers it, also where a low index is good.",
    MIN_MAX_MEAN: "Mean of the values from 0 at the lowest goalpost to 1 at the highest. No penalty.",
    MPI: "Mazziotta-Pareto index: mean 100 and deviation 10 in each period. Not comparable over time.",
    Z_SCORE_MEAN:
      "Mean of the distances from the mean of the areas in the reference period, in standard deviations. No penalty.",
  },
);

export const MissingPolicyEnum = enumType<MissingPolicy>(
  "MissingPolicy",
  "What becomes of an area that lacks a part. Nothing is ever imputed.",
  {
    AVAILABLE_PARTS: "It is computed from the parts that are there, at least two, and marked ESTIMATED.",
    OMIT_AREA: "It has no index, with the reason.",
  },
);

export const DirectionEnum = enumType<Direction>("CompositeDirection", "Whether more is good or bad.", {
  HIGHER_IS_BETTER: "More is better.",
  HIGHER_IS_WORSE: "More is worse, as for fragility.",
});
