import { Int } from "type-graphql";
import type { ProtectedCount } from "../../domain/statistics/disclosure";
import type {
  AgeClassTotal,
  EngagementArea,
  EngagementTotals,
} from "../../domain/strategy/engagement-totals";
import { CoverageType } from "../indicators/observation.type";
import { NonNull, Nullable, Output } from "../kit/decorators";

@Output("ProtectedCount", "Count without small groups.")
class ProtectedCountType implements ProtectedCount {
  @Nullable(() => Int, "The count; null if suppressed or if no source states it.")
  count!: number | null;

  @NonNull(
    () => Boolean,
    "True if the count is suppressed, because it is small or would reveal a small count.",
  )
  suppressed!: boolean;
}

@Output("AgeClassTotal", "Participations in one age class.")
class AgeClassTotalType extends ProtectedCountType implements AgeClassTotal {
  @NonNull(() => String, "Age class in years, for example 65-79 or 80+.")
  ageClass!: string;
}

@Output("EngagementArea", "Participations in one area.")
export class EngagementAreaType implements Omit<EngagementArea, "areaCode"> {
  @NonNull(() => [AgeClassTotalType], "Participations by age class.")
  byAgeClass!: readonly AgeClassTotal[];

  @NonNull(() => ProtectedCountType, "Total participations.")
  total!: ProtectedCount;

  @NonNull(() => CoverageType, "Number of events, and of those with a count of participants.")
  coverage!: CoverageType;
}

@Output(
  "EngagementTotals",
  "Participations by area and age class, without small groups. A person who takes part twice counts twice, because the hub stores no persons.",
)
export class EngagementTotalsType implements EngagementTotals {
  @NonNull(() => [EngagementAreaType], "Participations by area, by code; empty if no source reports events.")
  areas!: readonly EngagementArea[];

  @NonNull(() => [AgeClassTotalType], "Participations by age class, over all areas.")
  byAgeClass!: readonly AgeClassTotal[];

  @NonNull(() => ProtectedCountType, "Total participations.")
  total!: ProtectedCount;

  @NonNull(() => CoverageType, "Number of events, and of those with a count of participants.")
  coverage!: CoverageType;

  @NonNull(() => Int, "Smallest count that is not suppressed.")
  threshold!: number;
}
