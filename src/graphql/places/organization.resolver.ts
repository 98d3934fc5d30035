import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { Organization } from "../../domain/places/organization";
import { recordAsOf } from "../../queries/kit/as-of";
import { type Connection, toConnection } from "../../queries/kit/connection";
import { loadOne } from "../../queries/kit/loaders";
import { sourcesOf } from "../../queries/kit/sourced";
import { findOrganizations } from "../../queries/places/find-organizations";
import { asOfDescription } from "../kit/as-of-argument";
import type { Context } from "../kit/context";
import { ListArgs, PageArgs } from "../kit/page.input";
import { SourceRefType, sourceRefsDescription } from "../kit/source-ref.type";
import { OrganizationFilterInput } from "./organization.input";
import { OrganizationConnectionType, OrganizationType } from "./organization.type";

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Query(() => OrganizationConnectionType, {
    nullable: true,
    description: "The bodies that the hub knows, by code.",
  })
  organizations(
    @Arg("filter", () => OrganizationFilterInput, {
      nullable: true,
      description: "Which organisations; all when absent.",
    })
    filter: OrganizationFilterInput | null | undefined,
    @Args(() => ListArgs) page: ListArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Organization>> {
    return findOrganizations(filter, page, context);
  }

  @Query(() => OrganizationType, {
    nullable: true,
    description: "One body by its code; null if there is none.",
  })
  organization(
    @Arg("code", () => String, { description: "For example comune-milano." }) code: string,
    @Arg("asOf", () => GraphQLDateTime, { nullable: true, description: asOfDescription })
    asOf: Date | null | undefined,
    @Ctx() context: Context,
  ): Promise<Organization | null> {
    return recordAsOf({ type: "Organization", code }, asOf, context.loaders.organization, context);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The body that this one is a unit of.",
  })
  parent(@Root() organization: Organization, @Ctx() { loaders }: Context) {
    return loadOne(loaders.organization, organization.parentCode);
  }

  @FieldResolver(() => OrganizationConnectionType, {
    nullable: true,
    description: "The bodies that are a unit of this one, by name. One read for each body that is asked.",
  })
  async units(
    @Root() { code }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Organization>> {
    return toConnection(await repositories.organizations.units(code, page), page);
  }

  @FieldResolver(() => [SourceRefType], { nullable: true, description: sourceRefsDescription })
  sourceRefs(@Root() organization: Organization, @Ctx() context: Context): Promise<SourceRef[]> {
    return sourcesOf(organization, context);
  }
}
