import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { UpdateFrequency } from "../../domain/kit/update-frequency";
import type { SourceFreshness } from "../../domain/quality/source-freshness";
import { findSourceFreshness } from "../../queries/quality/find-source-freshness";
import type { Context } from "../kit/context";
import { SourceRefType } from "../kit/source-ref.type";
import { UpdateFrequencyEnum } from "./import-run.enum";
import { SourceFreshnessType } from "./source-freshness.type";

@Resolver(() => SourceRefType)
export class SourceFreshnessResolver {
  @FieldResolver(() => UpdateFrequencyEnum, {
    description: "How often it is expected to be renewed (dct:accrualPeriodicity).",
  })
  updateFrequency(@Root() { updateFrequency }: SourceRef): UpdateFrequency {
    return updateFrequency ?? "UNKNOWN";
  }

  @FieldResolver(() => SourceFreshnessType, {
    nullable: true,
    description: "Whether what the hub holds of it is as new as it should be. Cheap for whole lists.",
  })
  freshness(
    @Root() source: SourceRef,
    @Arg("at", () => GraphQLDateTime, {
      nullable: true,
      description:
        "The moment to judge by; that of the request when absent. Imports after it count all the same.",
    })
    at: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<SourceFreshness> {
    return findSourceFreshness(source, at, context);
  }
}
