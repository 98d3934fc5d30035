import { ArgsType, Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import type {
  AccessOrder,
  AccessRequest,
  CentreChanges,
  PlannedCentre,
} from "../../queries/access/access-request";
import { Default, Input, NonNull, Nullable } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { CentreFilterInput } from "../places/centre.input";

const { accessMinutes, accessSpeedKmh, detourFactor, mapAreas, whatIfCentres } = limits;

export const AccessOrderEnum = enumType<AccessOrder>("AccessOrder", "In which order areas come.", {
  AREA: "By their number.",
  GAP: "Those with most people who have no centre within reach first.",
  GAP_PER_1000:
    "Those with the largest share of such people first; of equal shares those with more people. Areas with a handful of people stand among the first.",
});

@Input("PlannedCentreInput", "A centre that might be opened.")
export class PlannedCentreInput implements PlannedCentre {
  @NonNull(() => String, "What you call it; it is repeated in the answer.")
  name!: string;

  @NonNull(() => Float, "Degrees north, for example 45.4287.")
  latitude!: number;

  @NonNull(() => Float, "Degrees east, for example 9.1741.")
  longitude!: number;
}

@Input("WhatIfInput", "What would be if centres were opened or closed. Nothing is stored.")
export class WhatIfInput implements CentreChanges {
  @Default(() => [PlannedCentreInput], [], `Centres to open, at most ${whatIfCentres}.`)
  add!: PlannedCentreInput[];

  @Default(
    () => [String],
    [],
    `Codes of centres to close, at most ${whatIfCentres}; each must be among those that count.`,
  )
  close!: string[];
}

@ArgsType()
export class AccessArgs implements AccessRequest {
  @NonNull(() => PartialDateScalar, "Of the people, for example 2024.")
  period!: string;

  @Default(() => String, "residents_65plus", "Code of the indicator that counts the people.")
  population!: string;

  @Default(
    () => AreaLevelEnum,
    "NEIGHBOURHOOD",
    "Which size of area. The people must be counted at that level.",
  )
  level!: AreaLevel;

  @Nullable(() => String, "Code of a city: only its areas and centres. All that the hub knows when absent.")
  city!: string | null | undefined;

  @Nullable(
    () => [String],
    "Codes of the areas to show; all of the level when absent. The total is of the whole level.",
  )
  areas!: string[] | null | undefined;

  @Default(
    () => Int,
    accessMinutes.usual,
    `Minutes on foot, ${accessMinutes.smallest} to ${accessMinutes.largest}.`,
  )
  minutes!: number;

  @Default(
    () => Float,
    accessSpeedKmh.usual,
    `Walking speed in km/h, ${accessSpeedKmh.smallest} to ${accessSpeedKmh.largest}: about 3.5 for older people, of whom the default speaks, 5 for adults.`,
  )
  walkingSpeedKmh!: number;

  @Default(
    () => Float,
    detourFactor.usual,
    `Way on foot over straight line, ${detourFactor.smallest} to ${detourFactor.largest}.`,
  )
  detourFactor!: number;

  @Nullable(
    () => CentreFilterInput,
    "Which centres count; all when absent. Conditions on opening times, equipment and step-free access keep only centres that are known to meet them, so that the gap is the largest that it can be. It takes no near.",
  )
  filter!: CentreFilterInput | null | undefined;

  @Nullable(
    () => PartialDateScalar,
    "A whole day: the kind in the filter is that of this day, and so are the centres. Where nobody says what some of them were then, nothing is answered.",
  )
  kindsOn!: string | null | undefined;

  @Nullable(() => WhatIfInput, "Centres to open or close for the comparison.")
  whatIf!: WhatIfInput | null | undefined;

  @Default(() => AccessOrderEnum, "AREA", "In which order areas come.")
  sort!: AccessOrder;

  @Nullable(() => Int, `How many areas at most, 1 to ${mapAreas.toLocaleString("en")}; all when absent.`)
  first!: number | null | undefined;
}
