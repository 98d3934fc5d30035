import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Organization } from "../../domain/places/organization";
import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import { qualityRules } from "../../domain/quality/quality-rule";
import type { Connection } from "../../queries/kit/connection";
import type { TypedRecord } from "../../queries/kit/find-node";
import { findRecord } from "../../queries/kit/find-node";
import { loadOne } from "../../queries/kit/loaders";
import { findDataQualityIssues } from "../../queries/quality/find-data-quality-issues";
import type { Context } from "../kit/context";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PageArgs } from "../kit/page.input";
import { SourceRefType } from "../kit/source-ref.type";
import { OrganizationType } from "../places/organization.type";
import { DataQualityIssueFilterInput } from "./data-quality-issue.input";
import { DataQualityIssueConnectionType, DataQualityIssueType } from "./data-quality-issue.type";

@Resolver(() => DataQualityIssueType)
export class DataQualityIssueResolver {
  @Query(() => DataQualityIssueConnectionType, {
    nullable: true,
    description: "What is wrong with the imported files: the worst first, then by source and line.",
  })
  dataQualityIssues(
    @Arg("filter", () => DataQualityIssueFilterInput, {
      nullable: true,
      description: "Which issues; all that stand when absent.",
    })
    filter: DataQualityIssueFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<DataQualityIssue>> {
    return findDataQualityIssues(filter, page, context);
  }

  @Query(() => DataQualityIssueType, {
    nullable: true,
    description: "One issue by its code, whether it stands or not; null if there is none.",
  })
  dataQualityIssue(
    @Arg("code", () => String, { description: "As the report of an import names it." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<DataQualityIssue | null> {
    return loaders.dataQualityIssue.load(code);
  }

  @FieldResolver(() => LocalizedTextType, { description: "What the rule means." })
  meaning(@Root() { rule }: DataQualityIssue): LocalizedText {
    return qualityRules[rule].meaning;
  }

  @FieldResolver(() => LocalizedTextType, { description: "What whoever keeps the file can do about it." })
  remedy(@Root() { rule }: DataQualityIssue): LocalizedText {
    return qualityRules[rule].remedy;
  }

  @FieldResolver(() => NodeType, {
    nullable: true,
    description:
      "The record concerned; null where no record came of the row, and for a file as a whole. Cheap for whole lists.",
  })
  record(
    @Root() { entity }: DataQualityIssue,
    @Ctx() { loaders }: Context,
  ): Promise<TypedRecord | null> | null {
    return entity && findRecord(entity, loaders);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description:
      "The body that answers for what the file says and can mend it: for a city's datasets the municipality; null where none is known.",
  })
  organization(@Root() { organizationCode }: DataQualityIssue, @Ctx() { loaders }: Context) {
    return loadOne<Organization>(loaders.organization, organizationCode);
  }

  @FieldResolver(() => SourceRefType, {
    nullable: true,
    description:
      "The source with publisher and licence; null where its file could never be read, and where records of several sources were compared.",
  })
  source(@Root() { sourceCode }: DataQualityIssue, @Ctx() { loaders }: Context): Promise<SourceRef | null> {
    return loaders.sourceRef.load(sourceCode);
  }
}
