import type { Service } from "../../domain/service";
import type { Context } from "../context";
import { type Connection, type PageArgs, toConnection } from "../shared/connection";
import { knownCodeIfGiven } from "../shared/known-code";
import type { ServiceFilterInput } from "./service.input";

/**
 * The services that meet a filter, by name.
 * @throws HubError UNKNOWN_CODE for an area, organisation, group or type that the hub does not know.
 */
export async function findServices(
  filter: ServiceFilterInput | null | undefined,
  page: PageArgs,
  { loaders, repositories }: Context,
): Promise<Connection<Service>> {
  const [areaCode, organizationCode, targetGroupCode, serviceTypeCode] = await Promise.all([
    knownCodeIfGiven(loaders.area, "filter.area", filter?.area),
    knownCodeIfGiven(loaders.organization, "filter.organization", filter?.organization),
    knownCodeIfGiven(loaders.taxonomyTerm, "filter.targetGroup", filter?.targetGroup),
    knownCodeIfGiven(loaders.taxonomyTerm, "filter.serviceType", filter?.serviceType),
  ]);
  const careDomain = filter?.careDomain ?? undefined;
  const free = filter?.freeOfCharge ?? undefined;
  const criteria = {
    ...(areaCode !== undefined && { areaCode }),
    ...(organizationCode !== undefined && { organizationCode }),
    ...(targetGroupCode !== undefined && { targetGroupCode }),
    ...(serviceTypeCode !== undefined && { serviceTypeCode }),
    ...(careDomain !== undefined && { careDomain }),
    ...(free !== undefined && { freeOfCharge: free ? ("YES" as const) : ("NO" as const) }),
  };
  return toConnection(await repositories.services.page(criteria, page), page);
}
