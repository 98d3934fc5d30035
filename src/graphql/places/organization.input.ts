import { Field, InputType } from "type-graphql";
import type { OrganizationKind } from "../../domain/places/organization";
import type { OrganizationFilter } from "../../queries/places/find-organizations";
import { OrganizationKindEnum } from "./organization.type";

@InputType("OrganizationFilter", { description: "Which organisations. None means all." })
export class OrganizationFilterInput implements OrganizationFilter {
  @Field(() => OrganizationKindEnum, { nullable: true, description: "What sort of body it is." })
  kind!: OrganizationKind | null | undefined;
}
