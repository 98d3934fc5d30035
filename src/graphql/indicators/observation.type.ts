import { Float, Int } from "type-graphql";
import type { Coverage, Observation, ObservationStatus } from "../../domain/indicators/observation";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType, SourcedType } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

export const ObservationStatusEnum = enumType<ObservationStatus>(
  "ObservationStatus",
  "Status of an observation (SDMX).",
  {
    BREAK: "Break in the series: do not connect the values before and after.",
    CONFIDENTIAL:
      "Suppressed by its source, or by this hub: a small number of a sensitive indicator, or a number that would let one be worked out. The note says which; the sources have their files.",
    ESTIMATED: "Estimated.",
    FORECAST: "Forecast or projection of the source: nobody has counted it.",
    MISSING: "Not available; the note gives the reason.",
    NORMAL: "Published, or computed from published values.",
    PROVISIONAL: "Provisional: it may change, or some parts were missing.",
  },
);

export const CoverageType = output<Coverage>("Coverage", "Completeness of a total.", {
  expected: nonNull(() => Int, "Number of expected parts."),
  present: nonNull(() => Int, "Number of present parts."),
});

export const ObservationType = output<
  Observation,
  "indicatorCode" | "areaCode" | "areaLevel" | "sourceCodes"
>(
  "Observation",
  "Observation: value of one indicator for one area and period, with components, status and source.",
  {
    period: nonNull(() => PartialDateScalar, "Period of the observation, for example 2024."),
    value: nullable(
      () => Float,
      "Value at full precision; null if missing or suppressed. An unknown value is never 0.",
    ),
    numerator: nullable(() => Float, "Numerator; null for a count."),
    denominator: nullable(() => Float, "Denominator; null for a count."),
    status: nonNull(() => ObservationStatusEnum, "Status of the value."),
    note: nullable(() => LocalizedTextType, "Reason for a missing value, or a caveat."),
    coverage: nullable(() => CoverageType, "Completeness of a total; null for a published value."),
  },
  [NodeType, SourcedType],
);

export const ObservationConnectionType = connectionType("Observation", () => ObservationType, "observations");
