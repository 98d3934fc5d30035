import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { FreshnessState, SourceFreshness } from "../../domain/quality/source-freshness";
import { LocalizedTextType } from "../kit/localized-text.type";
import { FreshnessStateEnum } from "./import-run.enum";
import { ImportRunType } from "./import-run.type";

@ObjectType("SourceFreshness", {
  description: "Whether what the hub holds of a source is as new as it should be.",
  simpleResolvers: true,
})
export class SourceFreshnessType implements Omit<SourceFreshness, "lastRun" | "lastSuccessfulRun"> {
  @Field(() => FreshnessStateEnum, { description: "In one word." })
  state!: FreshnessState;

  @Field(() => LocalizedTextType, { description: "Why." })
  reason!: LocalizedTextType;

  @Field(() => GraphQLDateTime, { description: "The moment that was judged by." })
  at!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Days since the publisher last changed the data; null where it does not say when.",
  })
  ageDays!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Days since an import last took the file over, changed or not; null where none did.",
  })
  daysSinceRead!: number | null;

  @Field(() => ImportRunType, { nullable: true, description: "The last import, whatever became of it." })
  lastRun!: ImportRunType | null;

  @Field(() => ImportRunType, {
    nullable: true,
    description: "The last import that was completed, of the last hundred.",
  })
  lastSuccessfulRun!: ImportRunType | null;
}
