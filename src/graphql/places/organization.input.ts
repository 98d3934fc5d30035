import type { OrganizationKind } from "../../domain/places/organization";
import type { OrganizationFilter } from "../../queries/places/find-organizations";
import { Input, Nullable } from "../kit/decorators";
import { OrganizationKindEnum } from "./organization.type";

@Input("OrganizationFilter", "Filter of organisations; without conditions all organisations match.")
export class OrganizationFilterInput implements OrganizationFilter {
  @Nullable(() => OrganizationKindEnum, "Kind of organisation.")
  kind!: OrganizationKind | null | undefined;
}
