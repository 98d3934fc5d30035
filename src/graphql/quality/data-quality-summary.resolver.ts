import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Organization } from "../../domain/places/organization";
import type { QualityGroup, QualityGrouping } from "../../domain/quality/data-quality-summary";
import { type QualityRule, qualityRules } from "../../domain/quality/quality-rule";
import { loadOne } from "../../queries/kit/loaders";
import {
  type DataQualitySummary,
  findDataQualitySummary,
} from "../../queries/quality/find-data-quality-summary";
import type { Context } from "../kit/context";
import { LocalizedTextType } from "../kit/localized-text.type";
import { SourceRefType } from "../kit/source-ref.type";
import { OrganizationType } from "../places/organization.type";
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
