import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Organization } from "../../domain/places/organization";
import type { Partnership } from "../../domain/strategy/partnership";
import { type Connection, toConnection } from "../../queries/kit/connection";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { OrganizationType } from "../places/organization.type";
import { PartnershipConnectionType } from "./partnership.type";

@Resolver(() => OrganizationType)
export class OrganizationPartnershipsResolver {
  @FieldResolver(() => PartnershipConnectionType, {
    nullable: true,
    description: "The partnerships of which it is a member, by code. One read for each body that is asked.",
  })
  async partnerships(
    @Root() { code }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Partnership>> {
    return toConnection(await repositories.partnerships.ofOrganization(code, page), page);
  }
}
