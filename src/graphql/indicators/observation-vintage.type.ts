import { GraphQLDateTime } from "graphql-scalars";
import type { Observation } from "../../domain/indicators/observation";
import type { ObservationVintage } from "../../queries/indicators/find-vintages";
import { required } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";

export const observationArguments = {
  area: required(() => String, "Code of the area, for example nil:42."),
  indicator: required(() => String, "Code of the indicator, for example share_65plus."),
  period: required(() => PartialDateScalar, "For example 2024."),
};

@Output(
  "ObservationVintage",
  "A number as it stood for a time: sources publish revised figures for the same period.",
)
class ObservationVintageType implements ObservationVintage {
  @NonNull(() => ObservationType, "The number as it stood.")
  observation!: Observation;

  @Nullable(
    () => PartialDateScalar,
    "When the dataset was published that first gave it; null where that is not known.",
  )
  publishedOn!: string | null;

  @NonNull(() => GraphQLDateTime, "From when on the hub gave it.")
  recordedAt!: string;

  @Nullable(() => GraphQLDateTime, "Until when; null for the number of now.")
  supersededAt!: string | null;
}

export const ObservationVintageConnectionType = connectionType(
  "ObservationVintage",
  () => ObservationVintageType,
  "vintages",
);
