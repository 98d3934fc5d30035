import { usualResidentsIndicator } from "../../domain/indicators/series-document";
import { codeOf, later, usually } from "../kit/argument";

/** Argument of every question about people. */
export const population = usually(
  codeOf("indicator", later),
  usualResidentsIndicator,
  "Population indicator: code of an indicator that counts people, for example residents_65plus.",
);
