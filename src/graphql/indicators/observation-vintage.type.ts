import type { Observation } from "../../domain/indicators/observation";
import type { ObservationVintage } from "../../queries/indicators/find-vintages";
import { required } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { DateTimeScalar, PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";
import { indicator, period } from "./panel-arguments";

export const observationArguments = {
  area: required(() => String, "Code of the area, for example nil:42."),
  indicator,
  period,
};

@Output(
  "ObservationVintage",
  "Version of an observation during a time. Sources can revise figures for the same period.",
)
class ObservationVintageType implements ObservationVintage {
  @NonNull(() => ObservationType, "Observation in this version.")
  observation!: Observation;

  @Nullable(
    () => PartialDateScalar,
    "Publication date of the dataset that first contained it; null if unknown.",
  )
  publishedOn!: string | null;

  @NonNull(() => DateTimeScalar, "Time from which the hub gave this version.")
  recordedAt!: string;

  @Nullable(() => DateTimeScalar, "Time until which the hub gave this version; null for the current version.")
  supersededAt!: string | null;
}

export const ObservationVintageConnectionType = connectionType(
  "ObservationVintage",
  () => ObservationVintageType,
  "vintages",
);
