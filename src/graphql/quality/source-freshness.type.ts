import { Int } from "type-graphql";
import type { SourceFreshness } from "../../domain/quality/source-freshness";
import { LocalizedTextType } from "../kit/localized-text.type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";
import { FreshnessStateEnum } from "./import-run.enum";
import { ImportRunType } from "./import-run.type";

export const SourceFreshnessType = output<SourceFreshness>(
  "SourceFreshness",
  "Timeliness of the data of a source.",
  {
    state: nonNull(() => FreshnessStateEnum, "State of the timeliness."),
    reason: nonNull(() => LocalizedTextType, "Reason for the state."),
    at: nonNull(() => DateTimeScalar, "Moment of the evaluation."),
    daysLate: nullable(
      () => Int,
      "Number of days beyond the expected frequency of updates; 0 if the data is fresh, null if that is unknown.",
    ),
    ageDays: nullable(
      () => Int,
      "Number of days since the last change by the publisher; null if the publisher states no date.",
    ),
    daysSinceRead: nullable(
      () => Int,
      "Number of days since the last successful import, with or without changes; null if there was none.",
    ),
    lastRun: nullable(() => ImportRunType, "Last import, regardless of its status."),
    lastSuccessfulRun: nullable(() => ImportRunType, "Last completed import among the last hundred."),
  },
);
