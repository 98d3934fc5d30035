import { isOffered } from "../../domain/kit/status";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import { areasOfMember } from "../../domain/strategy/partnership";
import { orderedPage } from "../../storage/engine/ordered-page";
import type { PageRequest } from "../../storage/engine/page";
import { type Connection, toConnection } from "../kit/connection";
import type { QueryContext } from "../kit/query-context";

interface OrganizationFilter {
  readonly kind?: Organization["kind"] | null | undefined;
}

/**
 * The organisations that manage or own a centre in an area, are responsible for a service of it, or are present members of
 * a partnership that names it, by code.
 * @throws HubError LIMIT_EXCEEDED for an area with more centres, services or partnerships than an answer may read.
 */
export function organizationsOfArea(
  { code }: Area,
  { filter, ...page }: PageRequest & { readonly filter?: OrganizationFilter | null | undefined },
  { records, repositories }: QueryContext,
): Connection<Organization> {
  const kind = filter?.kind ?? null;
  const read = () => {
    const [centres, ofServices, partnershipCodes] = [
      records.centresOf(code),
      repositories.services.organizationCodesIn(code),
      repositories.partnerships.codesOfArea(code),
    ];
    const partnerships = records.partnership.all(partnershipCodes);
    const codes = new Set([
      ...centres
        .filter(isOffered)
        .flatMap(({ managerCode, ownerCode }) => [managerCode ?? [], ownerCode ?? []].flat()),
      ...ofServices,
      ...partnerships.flatMap((each) =>
        each.members
          .filter((member) => member.presence === "PRESENT" && areasOfMember(each, member).includes(code))
          .map(({ organizationCode }) => organizationCode),
      ),
    ]);
    const all = records.organization.all([...codes]);
    const found = kind ? all.filter((organization) => organization.kind === kind) : all;
    // Codes of merged organisations lead to the same record.
    const distinct = new Map(found.map((node) => [node.code, { code: node.code, node, updatedAt: "" }]));
    return [...distinct.values()];
  };
  const byItsCode = (organization: Organization): string => organization.code;
  return toConnection(orderedPage(["organizations", code, kind ?? ""], "NAME", page, byItsCode, read), page);
}
