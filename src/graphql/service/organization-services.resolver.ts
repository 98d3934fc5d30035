import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Organization } from "../../domain/organization";
import type { Service } from "../../domain/service";
import { type Connection, toConnection } from "../../queries/kit/connection";
import type { Context } from "../context";
import { OrganizationType } from "../organization/organization.type";
import { PageArgs } from "../shared/page.input";
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
