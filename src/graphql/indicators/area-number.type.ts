import { Float } from "type-graphql";
import type { AreaPart } from "../../domain/places/area-parts";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { LocalizedTextType } from "../kit/localized-text.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { CoverageType, ObservationStatusEnum } from "./observation.type";

export const AreaPartType = output<AreaPart>("AreaPart", "A small area within a large area.", {
  areaCode: nonNull(() => String, "Code of the small area."),
  share: nullable(
    () => Float,
    "Share of the surface of the small area inside the large one, 0 to 1. Null if unknown; the small area is then left out.",
  ),
});

export const AreaNumberType = sourced<AreaNumber, "areaCode" | "sourceCodes">(
  "AreaNumber",
  "Value of an area: published, or computed from the areas within it.",
  {
    value: nullable(() => Float, "The value; null if missing. An unknown value is never 0."),
    numerator: nullable(() => Float, "Numerator; null for a count."),
    denominator: nullable(() => Float, "Denominator; null for a count."),
    status: nonNull(() => ObservationStatusEnum, "Status of the value."),
    note: nullable(() => LocalizedTextType, "Reason for a null value, or a caveat."),
    coverage: nullable(
      () => CoverageType,
      "Number of areas within it, and of those with a value; null for a published value.",
    ),
    isPublished: nonNull(() => Boolean, "True for a published value, false for a value computed by the hub."),
    parts: nonNull(
      () => [AreaPartType],
      "Areas from which the value was computed; empty for a published value.",
    ),
  },
);
