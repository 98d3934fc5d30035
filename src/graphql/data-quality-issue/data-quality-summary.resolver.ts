import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { QualityGroup, QualityGrouping } from "../../domain/data-quality-summary";
import { limits } from "../../domain/limits";
import type { LocalizedText } from "../../domain/localized-text";
import type { Organization } from "../../domain/organization";
import { type QualityRule, qualityRules } from "../../domain/quality-rule";
import type { SourceRef } from "../../domain/source-ref";
import { loadOne } from "../../queries/kit/loaders";
import {
  type DataQualitySummary,
  findDataQualitySummary,
} from "../../queries/quality/find-data-quality-summary";
import type { Context } from "../context";
import { OrganizationType } from "../organization/organization.type";
import { LocalizedTextType } from "../shared/localized-text.type";
import { SourceRefType } from "../source-ref/source-ref.type";
import { DataQualityGroupingEnum } from "./data-quality-issue.enum";
import { DataQualityGroupType, DataQualitySummaryType } from "./data-quality-summary.type";

@Resolver()
export class DataQualitySummaryResolver {
  @Query(() => DataQualitySummaryType, {
    nullable: true,
    description: `How many issues stand and how many were mended. Refused beyond ${limits.summarisedIssues} of either.`,
  })
  dataQualitySummary(
    @Arg("groupBy", () => DataQualityGroupingEnum, { description: "What to count by." })
    groupBy: QualityGrouping,
    @Ctx() context: Context,
  ): Promise<DataQualitySummary> {
    return findDataQualitySummary(groupBy, context);
  }
}

@Resolver(() => DataQualityGroupType)
export class DataQualityGroupResolver {
  @FieldResolver(() => LocalizedTextType, {
    nullable: true,
    description: "What the rule means; null where issues are not counted by rule.",
  })
  meaning(@Root() { groupBy, key }: QualityGroup): LocalizedText | null {
    return groupBy === "RULE" ? qualityRules[key as QualityRule].meaning : null;
  }

  @FieldResolver(() => SourceRefType, {
    nullable: true,
    description: "The source; null where issues are not counted by source, or its file could never be read.",
  })
  source(@Root() { groupBy, key }: QualityGroup, @Ctx() { loaders }: Context) {
    return loadOne<SourceRef>(loaders.sourceRef, groupBy === "SOURCE" ? key : null);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The body that answers for the files; null where issues are not counted by it.",
  })
  organization(@Root() { groupBy, key }: QualityGroup, @Ctx() { loaders }: Context) {
    return loadOne<Organization>(loaders.organization, groupBy === "ORGANIZATION" ? key : null);
  }
}
