import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import type { Centre } from "../../domain/places/centre";
import type { Organization } from "../../domain/places/organization";
import type { Action, ActionProgress } from "../../domain/strategy/action";
import type { Strategy } from "../../domain/strategy/strategy";
import type { Connection } from "../../queries/kit/connection";
import { loadAll, loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findActions } from "../../queries/strategy/find-actions";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { CentreType } from "../places/centre.type";
import { OrganizationType } from "../places/organization.type";
import { ActionConnectionType, ActionProgressType, ActionType } from "./action.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => ActionType)
export class ActionResolver {
  @Query(() => ActionType, { nullable: true, description: "One action by its code; null if there is none." })
  action(
    @Arg("code", () => String, { description: "For example mi-over-net-wemi-space." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Action | null> {
    return loaders.action.load(code);
  }

  @FieldResolver(() => StrategyType, { nullable: true, description: "The strategy that it belongs to." })
  strategy(@Root() action: Action, @Ctx() { loaders }: Context): Promise<Strategy | null> {
    return loaders.strategy.load(action.strategyCode);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "Who leads it; null where no source says.",
  })
  lead(@Root() action: Action, @Ctx() { loaders }: Context) {
    return loadOne(loaders.organization, action.leadOrganizationCode);
  }

  @FieldResolver(() => [OrganizationType], {
    nullable: true,
    description: "The organisations that a source names for this very action, without its lead.",
  })
  partners(@Root() action: Action, @Ctx() { loaders }: Context): Promise<Organization[]> {
    return loadAll(loaders.organization, action.partnerCodes);
  }

  @FieldResolver(() => [CentreType], { nullable: true, description: "The centres that it concerns." })
  centres(@Root() action: Action, @Ctx() { loaders }: Context): Promise<Centre[]> {
    return loadAll(loaders.centre, action.centreCodes);
  }

  @FieldResolver(() => [AreaType], {
    nullable: true,
    description: "The areas that a source names for it; empty means that none does.",
  })
  areas(@Root() action: Action, @Ctx() { loaders }: Context): Promise<Area[]> {
    return loadAll(loaders.area, action.areaCodes);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() action: Action, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(action, context);
  }
}

@Resolver(() => ActionProgressType)
export class ActionProgressResolver {
  @FieldResolver(() => SourceRefType, { nullable: true, description: "Who said so." })
  sourceRef(@Root() progress: ActionProgress, @Ctx() { loaders }: Context): Promise<SourceRef | null> {
    return loaders.sourceRef.load(progress.sourceCode);
  }
}

@Resolver(() => StrategyType)
export class StrategyActionsResolver {
  @FieldResolver(() => ActionConnectionType, { nullable: true, description: "Its actions, by code." })
  actions(
    @Root() strategy: Strategy,
    @Arg("area", () => String, {
      nullable: true,
      description: "Code of an area: only the actions for which a source names it.",
    })
    area: string | null | undefined,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Action>> {
    return findActions(strategy, area, page, context);
  }
}
