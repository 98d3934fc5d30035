import { limits } from "../../domain/kit/limits";
import { codesOf, optional } from "../kit/argument";
import { input } from "../kit/input";
import { AreaLevelEnum } from "./area.type";

const { smallest, largest } = limits.namedAreas;

export const AreaFilterInput = input("AreaFilter", "Filter of areas. All conditions must be met.", {
  level: optional(() => AreaLevelEnum, "Level of the areas; NEIGHBOURHOOD when level and codes are absent."),
  codes: optional(codesOf("area"), `Codes of ${smallest} to ${largest} areas, for example nil:30.`),
});
