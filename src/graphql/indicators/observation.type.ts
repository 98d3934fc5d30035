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
  "Status of an observation (SDMX).",
  {
    BREAK: "Break in the series: do not connect the values before and after.",
    CONFIDENTIAL: "Suppressed, because it would reveal facts about single persons.",
    ESTIMATED: "Estimated.",
    MISSING: "Not available; the note gives the reason.",
    NORMAL: "Published, or computed from published values.",
    PROVISIONAL: "Provisional: it may change, or some parts were missing.",
  },
);

@Output("Coverage", "Completeness of a total.")
export class CoverageType implements Coverage {
  @NonNull(() => Int, "Number of expected parts.")
  expected!: number;

  @NonNull(() => Int, "Number of present parts.")
  present!: number;
}

@Output(
  "Observation",
  "Observation: value of one indicator for one area and period, with components, status and source.",
  NodeType,
)
export class ObservationType
  extends NodeType
  implements Omit<Observation, "indicatorCode" | "areaCode" | "areaLevel" | "sourceCodes">
{
  @NonNull(() => PartialDateScalar, "Period of the observation, for example 2024.")
  period!: string;

  @Nullable(
    () => Float,
    "Value at full precision; null if missing or suppressed. An unknown value is never 0.",
  )
  value!: number | null;

  @Nullable(() => Float, "Numerator; null for a count.")
  numerator!: number | null;

  @Nullable(() => Float, "Denominator; null for a count.")
  denominator!: number | null;

  @NonNull(() => ObservationStatusEnum, "Status of the value.")
  status!: ObservationStatus;

  @Nullable(() => LocalizedTextType, "Reason for a missing value, or a caveat.")
  note!: LocalizedTextType | null;

  @Nullable(() => CoverageType, "Completeness of a total; null for a published value.")
  coverage!: CoverageType | null;
}

export const ObservationConnectionType = connectionType("Observation", () => ObservationType, "observations");
