import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { AccessOrder, CentreChanges, PlannedCentre } from "../../queries/access/access-request";
import { optional, required, usually } from "../kit/argument";
import { Default, Input, NonNull } from "../kit/decorators";
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
class PlannedCentreInput implements PlannedCentre {
  @NonNull(() => String, "What you call it; it is repeated in the answer.")
  name!: string;

  @NonNull(() => Float, "Degrees north, for example 45.4287.")
  latitude!: number;

  @NonNull(() => Float, "Degrees east, for example 9.1741.")
  longitude!: number;
}

@Input("WhatIfInput", "What would be if centres were opened or closed. Nothing is stored.")
class WhatIfInput implements CentreChanges {
  @Default(() => [PlannedCentreInput], [], `Centres to open, at most ${whatIfCentres}.`)
  add!: PlannedCentreInput[];

  @Default(
    () => [String],
    [],
    `Codes of centres to close, at most ${whatIfCentres}; each must be among those that count.`,
  )
  close!: string[];
}

export const accessArguments = {
  period: required(() => PartialDateScalar, "Of the people, for example 2024."),
  population: usually(() => String, "residents_65plus", "Code of the indicator that counts the people."),
  level: usually(
    () => AreaLevelEnum,
    "NEIGHBOURHOOD",
    "Which size of area. The people must be counted at that level.",
  ),
  city: optional(
    () => String,
    "Code of a city: only its areas and centres. All that the hub knows when absent.",
  ),
  areas: optional(
    () => [String],
    "Codes of the areas to show; all of the level when absent. The total is of the whole level.",
  ),
  minutes: usually(
    () => Int,
    accessMinutes.usual,
    `Minutes on foot, ${accessMinutes.smallest} to ${accessMinutes.largest}.`,
  ),
  walkingSpeedKmh: usually(
    () => Float,
    accessSpeedKmh.usual,
    `Walking speed in km/h, ${accessSpeedKmh.smallest} to ${accessSpeedKmh.largest}: about 3.5 for older people, of whom the default speaks, 5 for adults.`,
  ),
  detourFactor: usually(
    () => Float,
    detourFactor.usual,
    `Way on foot over straight line, ${detourFactor.smallest} to ${detourFactor.largest}.`,
  ),
  filter: optional(
    () => CentreFilterInput,
    "Which centres count; all when absent. Conditions on opening times, equipment and step-free access keep only centres that are known to meet them, so that the gap is the largest that it can be. It takes no near.",
  ),
  kindsOn: optional(
    () => PartialDateScalar,
    "A whole day: the kind in the filter is that of this day, and so are the centres. Where nobody says what some of them were then, nothing is answered.",
  ),
  whatIf: optional(() => WhatIfInput, "Centres to open or close for the comparison."),
  sort: usually(() => AccessOrderEnum, "AREA", "In which order areas come."),
  first: optional(
    () => Int,
    `How many areas at most, 1 to ${mapAreas.toLocaleString("en")}; all when absent.`,
  ),
};
