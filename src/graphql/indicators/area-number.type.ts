import { Float } from "type-graphql";
import type { Coverage, ObservationStatus } from "../../domain/indicators/observation";
import type { AreaPart } from "../../domain/places/area-parts";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { CoverageType, ObservationStatusEnum } from "./observation.type";

@Output("AreaPart", "A small area within a large one.")
export class AreaPartType implements AreaPart {
  @NonNull(() => String, "Code of the small area.")
  areaCode!: string;

  @Nullable(
    () => Float,
    "Share of its surface that lies in the large one, 0 to 1; null where its shares are not known, so that it is left out.",
  )
  share!: number | null;
}

@Output("AreaNumber", "A number of an area: as published, or put together from the areas within it.")
export class AreaNumberType implements Omit<AreaNumber, "areaCode" | "sourceCodes"> {
  @Nullable(() => Float, "The value; null when missing, never 0 for unknown.")
  value!: number | null;

  @Nullable(() => Float, "What was divided; null for a count.")
  numerator!: number | null;

  @Nullable(() => Float, "What it was divided by; null for a count.")
  denominator!: number | null;

  @NonNull(() => ObservationStatusEnum, "State of the number.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is none, or what to know.")
  note!: LocalizedTextType | null;

  @Nullable(
    () => CoverageType,
    "Parts that belong to it, and those that had a value; null for a value published as it is.",
  )
  coverage!: Coverage | null;

  @NonNull(() => Boolean, "True as published, false where the hub put it together.")
  isPublished!: boolean;

  @NonNull(() => [AreaPartType], "What it was put together from; none where it is published.")
  parts!: readonly AreaPart[];
}
