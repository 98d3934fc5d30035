import { Field, InputType } from "type-graphql";
import type { OrganizationKind } from "../../domain/organization";
import type { OrganizationFilter } from "../../queries/strategy/find-organizations";
import { OrganizationKindEnum } from "./organization.type";

@InputType("OrganizationFilter", { description: "Which organisations. None means all." })
export class OrganizationFilterInput implements OrganizationFilter {
  @Field(() => OrganizationKindEnum, { nullable: true, description: "What sort of body it is." })
  kind!: OrganizationKind | null | undefined;
}
