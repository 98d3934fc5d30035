import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import { enumType } from "../kit/enum-type";

export const CompositeMethodEnum = enumType<CompositeMethod>(
  "CompositeMethod",
  "Method of combining several indicators. The recipe of an answer gives the formula and its source.",
  {
    AMPI: "Adjusted Mazziotta-Pareto index. The reference is 100, most values are 70 to 130, and imbalance counts against an area. Comparable over time.",
    GEOMETRIC_MEAN:
      "Geometric mean of values normalised as for AMPI. Imbalance always lowers it, even if a low index is good.",
    MIN_MAX_MEAN:
      "Mean of values scaled from 0 at the lower goalpost to 1 at the upper goalpost. No penalty.",
    MPI: "Mazziotta-Pareto index with mean 100 and standard deviation 10 in each period. Not comparable over time.",
    Z_SCORE_MEAN:
      "Mean of z-scores: distances from the mean of the areas in the reference period, in standard deviations. No penalty.",
  },
);

export const MissingPolicyEnum = enumType<MissingPolicy>(
  "MissingPolicy",
  "Treatment of areas with missing components. Values are never imputed.",
  {
    AVAILABLE_PARTS: "The index uses the available components, at least two, with status ESTIMATED.",
    OMIT_AREA: "The area has no index, with a reason.",
  },
);

export const DirectionEnum = enumType<Direction>("CompositeDirection", "Meaning of a high value.", {
  HIGHER_IS_BETTER: "Higher is better.",
  HIGHER_IS_WORSE: "Higher is worse, for example for fragility.",
});
