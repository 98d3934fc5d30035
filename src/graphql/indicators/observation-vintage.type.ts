import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import type { ObservationRequest, ObservationVintage } from "../../queries/indicators/find-vintages";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";

@ArgsType()
export class ObservationArgs implements ObservationRequest {
  @NonNull(() => String, "Code of the area, for example nil:42.")
  area!: string;

  @NonNull(() => String, "Code of the indicator, for example share_65plus.")
  indicator!: string;

  @NonNull(() => PartialDateScalar, "For example 2024.")
  period!: string;
}

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
