import { limits } from "../../domain/kit/limits";
import { findAreaProfile } from "../../queries/indicators/find-area-profile";
import { optional, required } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { PartialDateScalar } from "../kit/scalars";
import { AreaProfileType } from "./area-profile.type";

queries({
  areaProfile: operation(
    () => AreaProfileType,
    "Every number of one area, with its rank, its tenth, the mean of its level, the city and the change, as it was last published.",
    {
      area: required(() => String, "Code of the area, for example nil:42."),
      city: optional(() => String, "Code of its city, for example comune:015146: spares the hub a look-up."),
      period: optional(
        () => PartialDateScalar,
        "Which period `point` shows; the newest of each indicator when absent.",
      ),
      indicators: optional(
        () => [String],
        `Codes of 1 to ${limits.profileIndicators.largest} indicators; all when absent.`,
      ),
    },
    findAreaProfile,
  ),
});
