import { Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { ProtectedCount } from "../../domain/statistics/disclosure";
import type {
  AgeClassTotal,
  EngagementArea,
  EngagementTotals,
} from "../../domain/strategy/engagement-totals";
import { CoverageType } from "../indicators/observation.type";
import { nonNull, nullable, output } from "../kit/output";

const protectedCount = {
  count: nullable(() => Int, "The count; null if suppressed or if no source states it."),
  suppressed: nonNull(
    () => Boolean,
    "True if the count is suppressed, because it is small or would reveal a small count.",
  ),
};

const ProtectedCountType = output<ProtectedCount>(
  "ProtectedCount",
  "Count without small groups.",
  protectedCount,
);

const AgeClassTotalType = output<AgeClassTotal>("AgeClassTotal", "Participations in one age class.", {
  ...protectedCount,
  ageClass: nonNull(() => String, "Age class in years, for example 65-79 or 80+."),
});

export const EngagementAreaType = output<EngagementArea, "areaCode">(
  "EngagementArea",
  "Participations in one area.",
  {
    byAgeClass: nonNull(() => [AgeClassTotalType], "Participations by age class."),
    total: nonNull(() => ProtectedCountType, "Total participations."),
    coverage: nonNull(() => CoverageType, "Number of events, and of those with a count of participants."),
  },
);

export const EngagementTotalsType = output<EngagementTotals>(
  "EngagementTotals",
  "Participations by area and age class, without small groups. A person who takes part twice counts twice, because the hub stores no persons.",
  {
    areas: nonNull(
      () => [EngagementAreaType],
      "Participations by area, by code; empty if no source reports events.",
      limits.totalledRecords,
    ),
    byAgeClass: nonNull(() => [AgeClassTotalType], "Participations by age class, over all areas."),
    total: nonNull(() => ProtectedCountType, "Total participations."),
    coverage: nonNull(() => CoverageType, "Number of events, and of those with a count of participants."),
    threshold: nonNull(() => Int, "Smallest count that is not suppressed."),
  },
);
