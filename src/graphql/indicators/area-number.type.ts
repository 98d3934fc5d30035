import { Float } from "type-graphql";
import type { Coverage, ObservationStatus } from "../../domain/indicators/observation";
import type { AreaPart } from "../../domain/places/area-parts";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { CoverageType, ObservationStatusEnum } from "./observation.type";

@Output("AreaPart", "A small area within a large area.")
export class AreaPartType implements AreaPart {
  @NonNull(() => String, "Code of the small area.")
  areaCode!: string;

  @Nullable(
    () => Float,
    "Share of the surface of the small area inside the large one, 0 to 1. Null if unknown; the small area is then left out.",
  )
  share!: number | null;
}

@Output("AreaNumber", "Value of an area: published, or computed from the areas within it.")
export class AreaNumberType implements Omit<AreaNumber, "areaCode" | "sourceCodes"> {
  @Nullable(() => Float, "The value; null if missing. An unknown value is never 0.")
  value!: number | null;

  @Nullable(() => Float, "Numerator; null for a count.")
  numerator!: number | null;

  @Nullable(() => Float, "Denominator; null for a count.")
  denominator!: number | null;

  @NonNull(() => ObservationStatusEnum, "Status of the value.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Reason for a null value, or a caveat.")
  note!: LocalizedTextType | null;

  @Nullable(
    () => CoverageType,
    "Number of areas within it, and of those with a value; null for a published value.",
  )
  coverage!: Coverage | null;

  @NonNull(() => Boolean, "True for a published value, false for a value computed by the hub.")
  isPublished!: boolean;

  @NonNull(() => [AreaPartType], "Areas from which the value was computed; empty for a published value.")
  parts!: readonly AreaPart[];
}
