import type { OrganizationKind } from "../../domain/places/organization";
import type { OrganizationFilter } from "../../queries/places/find-organizations";
import { Input, Nullable } from "../kit/decorators";
import { OrganizationKindEnum } from "./organization.type";

@Input("OrganizationFilter", "Which organisations. None means all.")
export class OrganizationFilterInput implements OrganizationFilter {
  @Nullable(() => OrganizationKindEnum, "What sort of body it is.")
  kind!: OrganizationKind | null | undefined;
}
