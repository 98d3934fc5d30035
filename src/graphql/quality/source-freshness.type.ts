import { GraphQLDateTime } from "graphql-scalars";
import { Int } from "type-graphql";
import type { FreshnessState, SourceFreshness } from "../../domain/quality/source-freshness";
import { NonNull, Nullable, Output } from "../kit/decorators";
import { LocalizedTextType } from "../kit/localized-text.type";
import { FreshnessStateEnum } from "./import-run.enum";
import { ImportRunType } from "./import-run.type";

@Output("SourceFreshness", "Whether what the hub holds of a source is as new as it should be.")
export class SourceFreshnessType implements Omit<SourceFreshness, "lastRun" | "lastSuccessfulRun"> {
  @NonNull(() => FreshnessStateEnum, "In one word.")
  state!: FreshnessState;

  @NonNull(() => LocalizedTextType, "Why.")
  reason!: LocalizedTextType;

  @NonNull(() => GraphQLDateTime, "The moment that was judged by.")
  at!: string;

  @Nullable(() => Int, "Days since the publisher last changed the data; null where it does not say when.")
  ageDays!: number | null;

  @Nullable(() => Int, "Days since an import last took the file over, changed or not; null where none did.")
  daysSinceRead!: number | null;

  @Nullable(() => ImportRunType, "The last import, whatever became of it.")
  lastRun!: ImportRunType | null;

  @Nullable(() => ImportRunType, "The last import that was completed, of the last hundred.")
  lastSuccessfulRun!: ImportRunType | null;
}
