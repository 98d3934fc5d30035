import { Float } from "type-graphql";
import type { SameConfidence, SameReason } from "../../domain/matching/same-centres";
import type { PossibleSameCentre } from "../../queries/matching/possible-same-centres";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { CentreType } from "../places/centre.type";

export const SameConfidenceEnum = enumType<SameConfidence>(
  "SameConfidence",
  "Certainty that two records are about one thing. Only a steward decides.",
  {
    HIGH: "One door or points of one building, and names that agree in most words. Or one place there has the name of the other as its second name.",
    LOW: "One place, and names or kinds that differ.",
    MEDIUM: "One place and names that agree in part, or one has the name of the other as its second name.",
  },
);

const SameReasonEnum = enumType<SameReason>(
  "SameReason",
  "Evidence about two records that can be about one thing.",
  {
    ALTERNATE_NAME: "The alternative name of one is the name of the other.",
    OTHER_POSTAL_CODE: "The postal codes differ.",
    POINTS_APART: "The positions are more than 150 m apart.",
    POINTS_NEAR: "The positions lie close together.",
    SAME_ADDRESS: "The addresses are the same.",
    SAME_AREA: "Both are in one neighbourhood or district.",
    SAME_IDENTIFIER: "Both have the same identifier of a register.",
    SAME_KIND: "The current kinds are the same.",
    SAME_NAME: "The names are the same.",
    SAME_STREET: "The street is the same, and the numbers can be the same.",
    SIMILAR_ADDRESS: "The addresses are the same, apart from the spelling of the street.",
    SIMILAR_NAME: "The names have words in common.",
  },
);

export const PossibleSameCentreType = output<PossibleSameCentre>(
  "PossibleSameCentre",
  "Two records of centres that can be about one thing. They count as two until a steward decides with updateCentre: sameAs accepts, distinctFrom rejects.",
  {
    preferred: nonNull(
      () => CentreType,
      "Record that would stand for both: in operation, with a position, from the newest source.",
    ),
    other: nonNull(() => CentreType, "The other record."),
    confidence: nonNull(() => SameConfidenceEnum, "Certainty of the proposal."),
    reasons: nonNull(
      () => [SameReasonEnum],
      "Evidence, from all sources together.",
      Object.keys(SameReasonEnum).length,
    ),
    distanceMetres: nullable(
      () => Float,
      "Distance between the positions in metres, rounded to 0.1; null if one of them is unknown.",
    ),
    nameLikeness: nonNull(
      () => Float,
      "Likeness of the names from 0 to 1: share of common words, without those that many names have.",
    ),
  },
);
