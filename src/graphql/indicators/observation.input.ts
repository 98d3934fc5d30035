import type { AreaLevel } from "../../domain/places/area";
import type { ObservationFilter } from "../../queries/indicators/find-observations";
import { Input, Nullable } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";

@Input(
  "ObservationFilter",
  "Filter of observations: at least an area or an indicator. All conditions must be met.",
)
export class ObservationFilterInput implements ObservationFilter {
  @Nullable(() => String, "Code of an area, for example nil:42.")
  area!: string | null | undefined;

  @Nullable(() => String, "Code of an indicator, for example share_65plus.")
  indicator!: string | null | undefined;

  @Nullable(() => PartialDateScalar, "Exact period, for example 2024.")
  period!: string | null | undefined;

  @Nullable(() => AreaLevelEnum, "Level of the areas; requires indicator and period.")
  level!: AreaLevel | null | undefined;
}
