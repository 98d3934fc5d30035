import type { ObservationVintage } from "../../queries/indicators/find-vintages";
import { connectionType } from "../kit/connection.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";

const ObservationVintageType = output<ObservationVintage>(
  "ObservationVintage",
  "Version of an observation during a time. Sources can revise figures for the same period.",
  {
    observation: nonNull(() => ObservationType, "Observation in this version."),
    publishedOn: nullable(
      () => PartialDateScalar,
      "Publication date of the dataset that first contained it; null if unknown.",
    ),
    recordedAt: nonNull(() => DateTimeScalar, "Time from which the hub gave this version."),
    supersededAt: nullable(
      () => DateTimeScalar,
      "Time until which the hub gave this version; null for the current version.",
    ),
  },
);

export const ObservationVintageConnectionType = connectionType(
  "ObservationVintage",
  () => ObservationVintageType,
  "vintages",
);
