import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { possibleSameCentres } from "../../queries/matching/possible-same-centres";
import { codeOf, optional, usually } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { PossibleSameCentreType, SameConfidenceEnum } from "./same-centre.type";

const { smallest, largest, usual } = limits.sameCentres;

queries({
  possibleSameCentres: operation(
    () => [PossibleSameCentreType],
    "Pairs of centres that can be two records of one thing, most certain first, for stewards to decide.",
    {
      area: optional(codeOf("area"), "Code of an area of any level: one of the two lies in it."),
      minimumConfidence: usually(() => SameConfidenceEnum, "LOW", "Least certainty of the proposals."),
      first: usually(() => Int, usual, `Maximum number of proposals, ${smallest} to ${largest}.`),
    },
    (request, context) => possibleSameCentres(request, context),
    largest,
  ),
});
