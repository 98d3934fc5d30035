import { Float } from "type-graphql";
import type { AreaPart } from "../../domain/places/area-parts";
import { nonNull, nullable, output } from "../kit/output";

export const AreaPartType = output<AreaPart>("AreaPart", "A small area within a large area.", {
  areaCode: nonNull(() => String, "Code of the small area."),
  share: nullable(
    () => Float,
    "Share of the surface of the small area inside the large one, 0 to 1. Null if unknown; the small area is then left out.",
  ),
});
