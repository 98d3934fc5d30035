import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { withCommas } from "../../domain/kit/with-commas";
import type { AccessOrder } from "../../queries/access/access-request";
import { population } from "../indicators/population-argument";
import { codeOf, codesOf, later, optional, required, usually } from "../kit/argument";
import { enumType } from "../kit/enum-type";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { CentreFilterInput } from "../places/centre.input";

const { accessMinutes, detourFactor, mapAreas, walkingSpeedKmh, whatIfCentres } = limits;

export const AccessOrderEnum = enumType<AccessOrder>("AccessOrder", "Order of the areas.", {
  AREA: "By area number.",
  GAP: "By number of people without a centre within reach, largest first.",
  GAP_PER_1000:
    "By share of people without a centre within reach, largest first; ties by number of people. Areas with very few people can come first.",
});

const PlannedCentreInput = input("PlannedCentreInput", "Hypothetical new centre.", {
  name: required(() => String, "Name chosen by the client; the answer repeats it."),
  latitude: required(() => Float, "Degrees north, for example 45.4287."),
  longitude: required(() => Float, "Degrees east, for example 9.1741."),
});

const WhatIfInput = input("WhatIfInput", "Hypothetical opening and closing of centres. Nothing is stored.", {
  add: usually(() => [PlannedCentreInput], [], `New centres, at most ${whatIfCentres}.`),
  close: usually(
    codesOf("centre"),
    [],
    `Codes of centres to close, at most ${whatIfCentres}. Each must be among the counted centres.`,
  ),
});

export const AccessInput = input("AccessInput", "Question about walking access to centres.", {
  period: required(() => PartialDateScalar, "Period of the population, for example 2024."),
  population,
  level: usually(
    () => AreaLevelEnum,
    "NEIGHBOURHOOD",
    "Level of the areas. The population indicator must have values at this level.",
  ),
  city: optional(
    codeOf("area", later),
    "Code of a city: restricts areas and centres to this city. The whole hub when absent.",
  ),
  areas: optional(
    codesOf("area"),
    "Codes of the areas to return; all areas of the level when absent. The total always covers the whole level.",
  ),
  minutes: usually(
    () => Int,
    accessMinutes.usual,
    `Walking time in minutes, ${accessMinutes.smallest} to ${accessMinutes.largest}.`,
  ),
  walkingSpeedKmh: usually(
    () => Float,
    walkingSpeedKmh.usual,
    `Walking speed in km/h, ${walkingSpeedKmh.smallest} to ${walkingSpeedKmh.largest}: about 3.5 for older people (default), 5 for adults.`,
  ),
  detourFactor: usually(
    () => Float,
    detourFactor.usual,
    `Detour factor, ${detourFactor.smallest} to ${detourFactor.largest}: walking distance divided by straight-line distance.`,
  ),
  filter: optional(
    () => CentreFilterInput,
    "Filter of the counted centres; all active centres when absent, and `near` is rejected. Those of unknown status count only if `statuses` asks for them. Conditions on opening times, equipment and step-free access keep only centres known to meet them, so gaps are upper limits.",
  ),
  on: optional(
    () => PartialDateScalar,
    "Date at which the kind in the filter and the set of centres are evaluated. If the kind of some centres on that date is unknown, there are no figures.",
  ),
  whatIf: optional(() => WhatIfInput, "Hypothetical opening and closing of centres, for comparison."),
  sort: usually(() => AccessOrderEnum, "AREA", "Order of the areas."),
  first: optional(() => Int, `Maximum number of areas, 1 to ${withCommas(mapAreas)}; all when absent.`),
});
