import { limits } from "../../domain/kit/limits";
import { findAreaProfile } from "../../queries/indicators/find-area-profile";
import { optional, required } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { AreaProfileType } from "./area-profile.type";

queries({
  areaProfile: operation(
    () => AreaProfileType,
    "Values of all indicators for one area as last published, with rank, decile, mean of the level, city value and change.",
    {
      area: required(() => String, "Code of the area, for example nil:42."),
      city: optional(
        () => String,
        "Code of the city of the area, for example comune:015146. It saves a look-up.",
      ),
      period: optional(
        () => PartialDateScalar,
        "Period of the field `point`; the newest of each indicator when absent.",
      ),
      indicators: optional(
        () => [String],
        `Codes of 1 to ${limits.profileIndicators.largest} indicators; all when absent.`,
      ),
    },
    findAreaProfile,
  ),
});
