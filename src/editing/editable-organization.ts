import type { Centre } from "../domain/places/centre";
import { type Organization, organizationRecord } from "../domain/places/organization";
import type { Repositories } from "../storage";
import { allNodes } from "../storage/engine/page";
import { codecs } from "../storage/records/codecs";
import type { Dependant, Editable } from "./editable";
import { partsOfOrganization } from "./named-by";

export const editableOrganization: Editable<Organization> = {
  codec: codecs.organization,
  definition: organizationRecord,
  dependants: leadingTo,
  namedBy: partsOfOrganization,
  merged,
};

/** When parent and unit merge, the result has the parent of the parent: no organisation is a unit of itself. */
function merged(into: Organization, from: Organization): Organization {
  const both = organizationRecord.merged({ ...into, alternateName: into.alternateName ?? from.name }, from);
  const parentCode = both.parentCode === from.code ? from.parentCode : both.parentCode;
  return { ...both, parentCode: parentCode === into.code ? null : parentCode };
}

/** Its services, the centres that it manages or owns, and its units. */
async function leadingTo(
  code: string,
  { centres, organizations, services }: Repositories,
): Promise<Dependant[]> {
  const units = await allNodes((page) => organizations.units(code, page));
  const given = await allNodes((page) => services.page({ organizationCode: code }, page));
  const managed = await allNodes((page) => centres.ofOrganization("managerCode", code, page));
  const owned = await allNodes((page) => centres.ofOrganization("ownerCode", code, page));
  const inPlace = new Map([...managed, ...owned].map((centre) => [centre.code, centre]));
  return [
    ...[...inPlace.values()].map(
      (record): Dependant => ({
        type: "centre",
        record,
        repointed: (to) => ({ type: "centre", record: ledBy(record, code, to) }),
      }),
    ),
    ...units.map(
      (record): Dependant => ({
        type: "organization",
        record,
        repointed: (to) => ({ type: "organization", record: { ...record, parentCode: to } }),
      }),
    ),
    ...given.map(
      (record): Dependant => ({
        type: "service",
        record,
        repointed: (to) => ({ type: "service", record: { ...record, organizationCode: to } }),
      }),
    ),
  ];
}

const ledBy = (centre: Centre, from: string, to: string): Centre => ({
  ...centre,
  managerCode: centre.managerCode === from ? to : centre.managerCode,
  ownerCode: centre.ownerCode === from ? to : centre.ownerCode,
});
