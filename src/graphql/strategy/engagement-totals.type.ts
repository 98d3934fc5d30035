import { Int } from "type-graphql";
import type { ProtectedCount } from "../../domain/statistics/disclosure";
import type {
  AgeClassTotal,
  EngagementArea,
  EngagementTotals,
} from "../../domain/strategy/engagement-totals";
import { CoverageType } from "../indicators/observation.type";
import { NonNull, Nullable, Output } from "../kit/decorators";

@Output("ProtectedCount", "A count that tells of no small group.")
class ProtectedCountType implements ProtectedCount {
  @Nullable(() => Int, "The count; null when held back, or when no source tells it.")
  count!: number | null;

  @NonNull(() => Boolean, "True when it is held back, because it is small or would give a small one away.")
  suppressed!: boolean;
}

@Output("AgeClassTotal", "Participations in one age class.")
class AgeClassTotalType extends ProtectedCountType implements AgeClassTotal {
  @NonNull(() => String, "The class in years, for example 65-79 or 80+.")
  ageClass!: string;
}

@Output("EngagementArea", "Participations in one area.")
export class EngagementAreaType implements Omit<EngagementArea, "areaCode"> {
  @NonNull(() => [AgeClassTotalType], "By age class.")
  byAgeClass!: readonly AgeClassTotal[];

  @NonNull(() => ProtectedCountType, "All together.")
  total!: ProtectedCount;

  @NonNull(() => CoverageType, "Events, and those of them of which somebody counted who took part.")
  coverage!: CoverageType;
}

@Output(
  "EngagementTotals",
  "Participations by area and age class, without small groups. Who takes part twice counts twice: no person enters the hub.",
)
export class EngagementTotalsType implements EngagementTotals {
  @NonNull(() => [EngagementAreaType], "By area, by code; empty where no source tells of any event.")
  areas!: readonly EngagementArea[];

  @NonNull(() => [AgeClassTotalType], "By age class, over all areas.")
  byAgeClass!: readonly AgeClassTotal[];

  @NonNull(() => ProtectedCountType, "All together.")
  total!: ProtectedCount;

  @NonNull(() => CoverageType, "Events, and those of them of which somebody counted who took part.")
  coverage!: CoverageType;

  @NonNull(() => Int, "The smallest group that is told of.")
  threshold!: number;
}
