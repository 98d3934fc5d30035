import { Float, Int } from "type-graphql";
import type { Coverage, Observation, ObservationStatus } from "../../domain/indicators/observation";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

export const ObservationStatusEnum = enumType<ObservationStatus>(
  "ObservationStatus",
  "State of a number (SDMX).",
  {
    BREAK: "The series changes its base here: do not draw one line through it.",
    CONFIDENTIAL: "Withheld, because it would tell about single persons.",
    ESTIMATED: "Estimated.",
    MISSING: "Not available: the note says why.",
    NORMAL: "As published or computed from published numbers.",
    PROVISIONAL: "May still change, or not all parts were there.",
  },
);

@Output("Coverage", "How complete a total is.")
export class CoverageType implements Coverage {
  @NonNull(() => Int, "Parts that belong to the total.")
  expected!: number;

  @NonNull(() => Int, "Parts that were there to be summed.")
  present!: number;
}

@Output(
  "Observation",
  "One number: an indicator, an area, a period, with its parts, state and source.",
  NodeType,
)
export class ObservationType
  extends NodeType
  implements Omit<Observation, "indicatorCode" | "areaCode" | "areaLevel" | "sourceCodes">
{
  @NonNull(() => PartialDateScalar, "The time it speaks of, for example 2024.")
  period!: string;

  @Nullable(() => Float, "The value at full precision; null when missing or withheld, never 0 for unknown.")
  value!: number | null;

  @Nullable(() => Float, "What was divided; null for a count.")
  numerator!: number | null;

  @Nullable(() => Float, "What it was divided by; null for a count.")
  denominator!: number | null;

  @NonNull(() => ObservationStatusEnum, "State of the number.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Why there is no value, or what to know about it.")
  note!: LocalizedTextType | null;

  @Nullable(() => CoverageType, "How complete a total is; null for a value published as it is.")
  coverage!: CoverageType | null;
}

export const ObservationConnectionType = connectionType("Observation", () => ObservationType, "observations");
