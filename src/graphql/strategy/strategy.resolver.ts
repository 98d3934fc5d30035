import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import { newestBudget, type SharedBudgetVersion, withShares } from "../../domain/strategy/budget-version";
import type { GovernanceRole, Strategy, TargetArea } from "../../domain/strategy/strategy";
import { recordAsOf } from "../../queries/kit/as-of";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { sourcesOf } from "../../queries/kit/sourced";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
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
