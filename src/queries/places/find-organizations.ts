import type { Organization, OrganizationKind } from "../../domain/places/organization";
import type { ListRequest } from "../../storage/engine/ordered-page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

export interface OrganizationFilter {
  readonly kind?: OrganizationKind | null | undefined;
}

/** The organisations that meet a filter, by code. */
export async function findOrganizations(
  filter: OrganizationFilter | null | undefined,
  page: ListRequest,
  { repositories }: QueryContext,
): Promise<Connection<Organization>> {
  return toConnection(await repositories.organizations.page(page, { kind: filter?.kind }), page);
}
