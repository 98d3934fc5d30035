import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import type { Partnership, PartnershipMember } from "../../domain/strategy/partnership";
import type { Connection } from "../../queries/kit/connection";
import { loadAll, loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findPartnerships } from "../../queries/strategy/find-partnerships";
import type { Context } from "../kit/context";
import { ListArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { AreaType } from "../places/area.type";
import { OrganizationType } from "../places/organization.type";
import {
  PartnershipConnectionType,
  PartnershipFilterInput,
  PartnershipMemberType,
  PartnershipType,
} from "./partnership.type";
import { StrategyType } from "./strategy.type";

@Resolver(() => PartnershipType)
export class PartnershipResolver {
  @Query(() => PartnershipConnectionType, {
    nullable: true,
    description: "The partnerships that the hub knows, by code.",
  })
  partnerships(
    @Arg("filter", () => PartnershipFilterInput, {
      nullable: true,
      description: "Which partnerships; all when absent.",
    })
    filter: PartnershipFilterInput | null | undefined,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Partnership>> {
    return findPartnerships(filter, page, context);
  }

  @Query(() => PartnershipType, {
    nullable: true,
    description: "One partnership by its code; null if there is none.",
  })
  partnership(
    @Arg("code", () => String, { description: "For example mi-over-net-institutional." }) code: string,
    @Ctx() { loaders }: Context,
  ): Promise<Partnership | null> {
    return loaders.partnership.load(code);
  }

  @FieldResolver(() => StrategyType, { nullable: true, description: "The strategy that it serves." })
  strategy(@Root() partnership: Partnership, @Ctx() { loaders }: Context) {
    return loadOne(loaders.strategy, partnership.strategyCode);
  }

  @FieldResolver(() => [AreaType], { nullable: true, description: "Where it works." })
  areas(@Root() partnership: Partnership, @Ctx() { loaders }: Context): Promise<Area[]> {
    return loadAll(loaders.area, partnership.areaCodes);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() partnership: Partnership, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(partnership, context);
  }
}

@Resolver(() => PartnershipMemberType)
export class PartnershipMemberResolver {
  @FieldResolver(() => OrganizationType, { nullable: true, description: "The member." })
  organization(@Root() member: PartnershipMember, @Ctx() { loaders }: Context): Promise<Organization | null> {
    return loaders.organization.load(member.organizationCode);
  }
}
