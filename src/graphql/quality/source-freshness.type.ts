import { Int } from "type-graphql";
import type { FreshnessState, SourceFreshness } from "../../domain/quality/source-freshness";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { DateTimeScalar } from "../kit/scalars";
import { FreshnessStateEnum } from "./import-run.enum";
import { ImportRunType } from "./import-run.type";

@Output("SourceFreshness", "Timeliness of the data of a source.")
export class SourceFreshnessType implements Omit<SourceFreshness, "lastRun" | "lastSuccessfulRun"> {
  @NonNull(() => FreshnessStateEnum, "State of the timeliness.")
  state!: FreshnessState;

  @NonNull(() => LocalizedTextType, "Reason for the state.")
  reason!: LocalizedTextType;

  @NonNull(() => DateTimeScalar, "Moment of the evaluation.")
  at!: string;

  @Nullable(
    () => Int,
    "Number of days since the last change by the publisher; null if the publisher states no date.",
  )
  ageDays!: number | null;

  @Nullable(
    () => Int,
    "Number of days since the last successful import, with or without changes; null if there was none.",
  )
  daysSinceRead!: number | null;

  @Nullable(() => ImportRunType, "Last import, regardless of its status.")
  lastRun!: ImportRunType | null;

  @Nullable(() => ImportRunType, "Last completed import among the last hundred.")
  lastSuccessfulRun!: ImportRunType | null;
}
