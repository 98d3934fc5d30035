import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Organization } from "../../domain/places/organization";
import type { Service } from "../../domain/services/service";
import { type Connection, toConnection } from "../../queries/kit/connection";
import type { Context } from "../kit/context";
import { PageArgs } from "../kit/page.input";
import { OrganizationType } from "../places/organization.type";
import { ServiceConnectionType } from "./service.type";

@Resolver(() => OrganizationType)
export class OrganizationServicesResolver {
  @FieldResolver(() => ServiceConnectionType, {
    nullable: true,
    description:
      "The services that it answers for, by name, without those of its units. One read for each body that is asked.",
  })
  async services(
    @Root() { code }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { repositories }: Context,
  ): Promise<Connection<Service>> {
    return toConnection(await repositories.services.page({ organizationCode: code }, page), page);
  }
}
