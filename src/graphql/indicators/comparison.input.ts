import { Int } from "type-graphql";
import { usualResidentsIndicator } from "../../domain/indicators/series-document";
import { limits } from "../../domain/kit/limits";
import type { ComparisonRequest } from "../../queries/indicators/make-cells";
import { optional, usually } from "../kit/argument";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { WeightingEnum } from "./indicator-cell.type";
import { minimumDenominator, residentsIndicator } from "./panel-arguments";

const { peers, rankedDenominator, rankedResidents } = limits;

/** Each field has its default here and in the argument: a default value is not completed by those of its fields. */
const usual = {
  minimumResidents: rankedResidents.usual,
  minimumDenominator: rankedDenominator.usual,
  residentsIndicator: usualResidentsIndicator,
  weighting: "INDICATOR",
  peers: peers.usual,
  since: undefined,
} as const satisfies ComparisonRequest;

const ComparisonInput = input("ComparisonInput", "How areas are compared, the same in every view.", {
  minimumResidents: usually(
    () => Int,
    usual.minimumResidents,
    "Minimum number of residents for ranks, distribution and means; 0 includes all areas.",
  ),
  minimumDenominator,
  residentsIndicator,
  weighting: usually(() => WeightingEnum, usual.weighting, "Weighting of the means of level and peers."),
  peers: usually(
    () => Int,
    usual.peers,
    `Number of peers of each area, ${peers.smallest} to ${peers.largest}.`,
  ),
  since: optional(
    () => PartialDateScalar,
    "Earlier period of changes, in which peers have the nearest values. When absent, the previous period and the first one.",
  ),
});

/** Last argument of every view of indicators. */
export const comparison = usually(() => ComparisonInput, usual, "How areas are compared.");
