import { sum } from "../domain/kit/sum";
import type { Centre } from "../domain/places/centre";
import { type Organization, organizationRecord } from "../domain/places/organization";
import type { Action } from "../domain/strategy/action";
import type { TableRepositories } from "../storage";
import { allNodes } from "../storage/engine/page";
import { codecs } from "../storage/records/codecs";
import { type Dependant, type Editable, leading } from "./editable";

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
  { centres, organizations, services }: TableRepositories,
): Promise<Dependant[]> {
  const units = await allNodes((page) => organizations.units(code, page));
  const given = await allNodes((page) => services.page({ organizationCode: code }, page));
  const managed = await allNodes((page) => centres.ofOrganization("managerCode", code, page));
  const owned = await allNodes((page) => centres.ofOrganization("ownerCode", code, page));
  const inPlace = new Map([...managed, ...owned].map((centre) => [centre.code, centre]));
  return [
    ...leading("centre", inPlace.values(), (record, to) => ledBy(record, code, to)),
    ...leading("organization", units, (record, to) => ({ ...record, parentCode: to })),
    ...leading("service", given, (record, to) => ({ ...record, organizationCode: to })),
  ];
}

const ledBy = (centre: Centre, from: string, to: string): Centre => ({
  ...centre,
  managerCode: centre.managerCode === from ? to : centre.managerCode,
  ownerCode: centre.ownerCode === from ? to : centre.ownerCode,
});

/** How many partnerships, strategies and actions an organisation takes part in. */
async function partsOfOrganization(code: string, repositories: TableRepositories): Promise<number> {
  const [partnerships, strategies] = await Promise.all([
    repositories.partnerships.ofOrganization(code, { first: 1 }),
    repositories.strategies.all(),
  ]);
  const actions = await Promise.all(
    strategies.map((strategy) => repositories.actions.allOfStrategy(strategy.code)),
  );
  return sum([
    await partnerships.totalCount(),
    strategies.filter(({ governance }) => governance.some((role) => role.organizationCode === code)).length,
    actions.flat().filter((action) => isPartOf(action, code)).length,
  ]);
}

const isPartOf = ({ leadOrganizationCode, partnerCodes }: Action, code: string): boolean =>
  leadOrganizationCode === code || partnerCodes.includes(code);
