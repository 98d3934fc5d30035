import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Area } from "../../domain/area";
import { newestBudget, type SharedBudgetVersion, withShares } from "../../domain/budget-version";
import type { Organization } from "../../domain/organization";
import type { SourceRef } from "../../domain/source-ref";
import type { GovernanceRole, Strategy, TargetArea } from "../../domain/strategy";
import { recordAsOf } from "../../queries/kit/as-of";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { sourcesOf } from "../../queries/kit/sourced";
import { AreaType } from "../area/area.type";
import type { Context } from "../context";
import { asOfDescription } from "../history/as-of-argument";
import { OrganizationType } from "../organization/organization.type";
import { ListArgs } from "../shared/page.input";
import { SourceRefType, sourceRefsDescription } from "../source-ref/source-ref.type";
import { BudgetVersionType } from "./budget.type";
import { GovernanceRoleType, StrategyConnectionType, StrategyType, TargetAreaType } from "./strategy.type";

@Resolver(() => StrategyType)
export class StrategyResolver {
  @Query(() => StrategyConnectionType, {
    nullable: true,
    description: "The strategies that the hub knows, by code.",
  })
  async strategies(
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Strategy>> {
    return toConnection(await repositories.strategies.page(page), page);
  }

  @Query(() => StrategyType, {
    nullable: true,
    description: "One strategy by its code; null if there is none.",
  })
  strategy(
    @Arg("code", () => String, { description: "For example mi-over-net." }) code: string,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Strategy | null> {
    return recordAsOf({ type: "Strategy", code }, asOf, context.loaders.strategy, context);
  }

  @FieldResolver(() => [BudgetVersionType], { description: "Every version of the budget, oldest first." })
  budgetVersions(@Root() { budgetVersions }: Strategy): SharedBudgetVersion[] {
    return budgetVersions.map(withShares);
  }

  @FieldResolver(() => BudgetVersionType, {
    nullable: true,
    description: "The newest version of the budget; null where no source gives one.",
  })
  budget(@Root() strategy: Strategy): SharedBudgetVersion | null {
    return newestBudget(strategy);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() strategy: Strategy, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(strategy, context);
  }
}

@Resolver(() => BudgetVersionType)
export class BudgetVersionResolver {
  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() version: SharedBudgetVersion, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(version, context);
  }
}

@Resolver(() => GovernanceRoleType)
export class GovernanceRoleResolver {
  @FieldResolver(() => OrganizationType, { nullable: true, description: "The body." })
  organization(@Root() role: GovernanceRole, @Ctx() { loaders }: Context): Promise<Organization | null> {
    return loaders.organization.load(role.organizationCode);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() role: GovernanceRole, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(role, context);
  }
}

@Resolver(() => TargetAreaType)
export class TargetAreaResolver {
  @FieldResolver(() => AreaType, {
    nullable: true,
    description: "The statistical area that the name refers to.",
  })
  area(@Root() target: TargetArea, @Ctx() { loaders }: Context): Promise<Area | null> {
    return loaders.area.load(target.areaCode);
  }
}
