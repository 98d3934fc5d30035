import type { ObservationVintage } from "../../queries/indicators/find-vintages";
import { codeOf, required } from "../kit/argument";
import { connectionType } from "../kit/connection.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";
import { period } from "./panel-arguments";

export const observationArguments = {
  area: required(codeOf("area"), "Code of the area, for example nil:42."),
  indicator: required(codeOf("indicator"), "Code of the indicator, for example share_65plus."),
  period,
};

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
